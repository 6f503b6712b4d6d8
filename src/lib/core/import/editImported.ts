/**
 * Corrects an import before the reader saves it. Every operation returns a new value and loses
 * nothing: a credit or a marker that a new kind cannot have is moved into the text, and a
 * dropped block is left out with the reason, so that it can be restored.
 *
 * Laws (`editImported.test.ts`): `join` undoes `split`, but for a line break at the cut, and `restore` undoes `drop`; an index
 * out of range changes nothing.
 */
import type { Block, BlockShape, Metadata } from '../text/article';
import { block } from '../text/block';
import { plain } from '../text/inline';
import { oneLine } from '../text/line';
import { fromTyped, hasLines, lineBreak } from '../text/lineBreaks';
import { shapeOf } from '../text/shape';
import type { LeftOut } from './leftOut';
import type { Imported } from './imported';

/** Gives a block another kind, level, credit or marker. */
export function changeKind(imported: Imported, at: number, shape: BlockShape): Imported {
	const old = imported.article.blocks[at];
	return old ? withBlocks(imported, at, 1, [reshaped(old, shape)]) : imported;
}

/**
 * Replaces a block’s text with `text`, inline Markdown as it was typed: a line end is a line break. A
 * text without words drops the block.
 */
export function editText(imported: Imported, at: number, text: string): Imported {
	const old = imported.article.blocks[at];
	if (!old) return imported;
	const words = fromTyped(text);
	if (words === '') return drop(imported, at);
	return withBlocks(imported, at, 1, [block(shapeOf(old), words)]);
}

/** Joins a block with the next; the block keeps its kind. */
export function join(imported: Imported, at: number): Imported {
	const { blocks } = imported.article;
	const first = blocks[at];
	const second = blocks[at + 1];
	if (!first || !second) return imported;
	return shiftFrom(withBlocks(imported, at, 2, [joinedBlock(first, second)]), at + 2, -1);
}

/**
 * Splits a block at a space or a line break near `offset`, in UTF-16 units of its text: the nearest
 * one outside emphasis and links. Without any nothing changes.
 */
export function split(imported: Imported, at: number, offset: number): Imported {
	const old = imported.article.blocks[at];
	const cut = old && cutNear(old.text, offset);
	if (!old || !cut) return imported;
	const halves = [old.text.slice(0, cut.start), old.text.slice(cut.end)] as const;
	const [first, second] = halfShapes(old);
	const blocks = [block(first, halves[0]), block(second, halves[1])];
	return shiftFrom(withBlocks(imported, at, 1, blocks), at + 1, 1);
}

/** Leaves a block out; `restore` undoes it. */
export function drop(imported: Imported, at: number): Imported {
	const old = imported.article.blocks[at];
	if (!old) return imported;
	const place = imported.leftOut.filter(({ before }) => before <= at).length;
	const dropped: LeftOut = { text: old.text, reason: 'removed', before: at, shape: shapeOf(old) };
	const { leftOut, ...rest } = shiftFrom(withBlocks(imported, at, 1, []), at + 1, -1);
	return { ...rest, leftOut: leftOut.toSpliced(place, 0, dropped) };
}

/** Restores left-out text as a block; `index` is its index in `leftOut`. */
export function restore(imported: Imported, index: number): Imported {
	const item = imported.leftOut[index];
	if (!item) return imported;
	const made = block(item.shape ?? shapeFor(item), item.text);
	const leftOut = imported.leftOut.flatMap((other, i) => {
		if (i === index) return [];
		const after = i > index && other.before >= item.before;
		return [after ? { ...other, before: other.before + 1 } : other];
	});
	return { ...withBlocks(imported, item.before, 0, [made]), leftOut };
}

/** Changes to metadata. An undefined field is removed. */
export type MetadataEdit = { readonly [Field in keyof Metadata]?: Metadata[Field] | undefined };

export function editMetadata(imported: Imported, edit: MetadataEdit): Imported {
	const { blocks, ...metadata } = imported.article;
	const { lang, ...rest } = { ...metadata, ...edit };
	const known = Object.entries(rest).filter(([, value]) => !isEmpty(value));
	const article = { ...Object.fromEntries(known), lang: lang ?? metadata.lang, blocks };
	return { ...imported, article };
}

const isEmpty = (value: object | string | undefined): boolean =>
	value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Makes a block the title; the old title becomes a heading before the text. */
export function makeTitle(imported: Imported, at: number): Imported {
	const { blocks, title } = imported.article;
	const old = blocks[at];
	if (!old) return imported;
	const without = shiftFrom(withBlocks(imported, at, 1, []), at + 1, -1);
	const titled = editMetadata(without, { title: oneLine(plain(withinText(old))) });
	if (title === undefined) return titled;
	const heading = block({ kind: 'heading', level: 2 }, title);
	return shiftFrom(withBlocks(titled, 0, 0, [heading]), 0, 1);
}

function withBlocks(
	imported: Imported,
	at: number,
	count: number,
	blocks: readonly Block[]
): Imported {
	const { article } = imported;
	return {
		...imported,
		article: { ...article, blocks: article.blocks.toSpliced(at, count, ...blocks) }
	};
}

/** Moves left-out text before block `from` or a later one by `by` blocks. */
const shiftFrom = (imported: Imported, from: number, by: number): Imported => ({
	...imported,
	leftOut: imported.leftOut.map((item) =>
		item.before >= from ? { ...item, before: item.before + by } : item
	)
});

/** Returns a block's text together with its credit and marker. */
function withinText(old: Block): string {
	switch (old.kind) {
		case 'caption':
			return old.credit === undefined ? old.text : `${old.text} ${old.credit}`;
		case 'footnote':
			return `${old.marker} ${old.text}`;
		default:
			return old.text;
	}
}

function reshaped(old: Block, shape: BlockShape): Block {
	const keeps =
		(old.kind === 'footnote' && shape.kind === 'footnote') ||
		(old.kind === 'caption' && shape.kind === 'caption' && shape.credit !== undefined);
	return block(shapeOf(shape), keeps ? old.text : withinText(old));
}

/** Returns the shapes of two halves: the credit goes to the second, the marker to the first. */
function halfShapes(old: Block): readonly [BlockShape, BlockShape] {
	switch (old.kind) {
		case 'caption':
			return [{ kind: 'caption' }, shapeOf(old)];
		case 'footnote':
			return [shapeOf(old), { kind: 'paragraph' }];
		default:
			return [shapeOf(old), shapeOf(old)];
	}
}

/** Joins two texts: with a line break where one of them has lines, as the stanzas of a poem. */
const joinedText = (first: string, second: string): string =>
	hasLines(first) || hasLines(second) ? first + lineBreak + second : `${first} ${second}`;

function joinedBlock(first: Block, second: Block): Block {
	if (first.kind === 'caption' && first.credit === undefined && second.kind === 'caption')
		return block(shapeOf(second), joinedText(first.text, second.text));
	const text = first.kind === 'footnote' ? first.text : withinText(first);
	const shape: BlockShape = first.kind === 'caption' ? { kind: 'caption' } : shapeOf(first);
	return block(shape, joinedText(text, withinText(second)));
}

/** A space or a line break in a text. */
interface Gap {
	readonly start: number;
	readonly end: number;
}

/**
 * Returns the gap nearest to `offset` where a cut leaves the same words in two parts as in one.
 */
function cutNear(text: string, offset: number): Gap | null {
	const words = oneLine(plain(text));
	const gaps = [...text.matchAll(/ |\\\n/g)]
		.map(({ 0: gap, index }): Gap => ({ start: index, end: index + gap.length }))
		.sort((a, b) => Math.abs(a.start - offset) - Math.abs(b.start - offset));
	const isClean = ({ start, end }: Gap) => {
		const [first, second] = [plain(text.slice(0, start)), plain(text.slice(end))];
		return first !== '' && second !== '' && oneLine(`${first} ${second}`) === words;
	};
	return gaps.slice(0, maxTries).find(isClean) ?? null;
}

/** Most spaces that are tried for a cut. Emphasis over more words is not left. */
const maxTries = 200;

/** Returns the shape of left-out text that the reader restores to the text. */
const shapeFor = ({ reason }: LeftOut): BlockShape =>
	reason === 'repeated-title' ? { kind: 'heading', level: 2 } : { kind: 'paragraph' };
