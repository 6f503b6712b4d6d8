/**
 * What a reader may correct in an import before saving it. Every operation gives a new value and
 * loses nothing: a credit or a marker that a new kind has no place for goes into the text, and what
 * is dropped is left out with the reason, to be put back.
 *
 * Laws (`edit.test.ts`): `join` after `split` gives the same back, and so does `restore` after
 * `drop`; an index that there is not changes nothing.
 */
import type { Block, BlockShape, Metadata } from '../text/article';
import { block } from '../text/block';
import { plain } from '../text/inline';
import { oneLine } from '../text/line';
import { shapeOf } from '../text/shape';
import type { LeftOut } from '../library/store';
import type { Imported } from './imported';

/** Gives a block another kind, level, credit or marker. */
export function changeKind(imported: Imported, at: number, shape: BlockShape): Imported {
	const old = imported.article.blocks[at];
	return old ? withBlocks(imported, at, 1, [reshaped(old, shape)]) : imported;
}

/** `text` is inline Markdown. A text without words drops the block. */
export function editText(imported: Imported, at: number, text: string): Imported {
	const old = imported.article.blocks[at];
	if (!old) return imported;
	const words = oneLine(text);
	if (words === '') return drop(imported, at);
	return withBlocks(imported, at, 1, [block(shapeOf(old), words)]);
}

/** Joins a block with the next; it keeps its kind. */
export function join(imported: Imported, at: number): Imported {
	const { blocks } = imported.article;
	const first = blocks[at];
	const second = blocks[at + 1];
	if (!first || !second) return imported;
	return shiftFrom(withBlocks(imported, at, 2, [joinedBlock(first, second)]), at + 2, -1);
}

/**
 * Splits a block at a space near `offset`, in UTF-16 units of its text: the nearest where no
 * emphasis and no link is cut. The same where there is none.
 */
export function split(imported: Imported, at: number, offset: number): Imported {
	const old = imported.article.blocks[at];
	const cut = old && cutNear(old.text, offset);
	if (!old || cut === null || cut === undefined) return imported;
	const halves = [old.text.slice(0, cut), old.text.slice(cut + 1)] as const;
	const [first, second] = halfShapes(old);
	const blocks = [block(first, halves[0]), block(second, halves[1])];
	return shiftFrom(withBlocks(imported, at, 1, blocks), at + 1, 1);
}

/** Leaves a block out; `restore` puts it back as it was. */
export function drop(imported: Imported, at: number): Imported {
	const old = imported.article.blocks[at];
	if (!old) return imported;
	const place = imported.leftOut.filter(({ before }) => before <= at).length;
	const dropped: LeftOut = { text: old.text, reason: 'removed', before: at, shape: shapeOf(old) };
	const { leftOut, ...rest } = shiftFrom(withBlocks(imported, at, 1, []), at + 1, -1);
	return { ...rest, leftOut: leftOut.toSpliced(place, 0, dropped) };
}

/** Puts what was left out back as a block; `index` is that in `leftOut`. */
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

/** A field given as undefined is taken out. */
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

/** Makes a block the title; what was the title becomes a heading in front of the text. */
export function makeTitle(imported: Imported, at: number): Imported {
	const { blocks, title } = imported.article;
	const old = blocks[at];
	if (!old) return imported;
	const without = shiftFrom(withBlocks(imported, at, 1, []), at + 1, -1);
	const titled = editMetadata(without, { title: plain(withinText(old)) });
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

/** Moves what stood before the block `from`, or later, by `by` blocks. */
const shiftFrom = (imported: Imported, from: number, by: number): Imported => ({
	...imported,
	leftOut: imported.leftOut.map((item) =>
		item.before >= from ? { ...item, before: item.before + by } : item
	)
});

/** A block's text with whatever of it is not in the text. */
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

/** The shapes of two halves: a credit stands at the end, a marker at the beginning. */
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

function joinedBlock(first: Block, second: Block): Block {
	if (first.kind === 'caption' && first.credit === undefined && second.kind === 'caption')
		return block(shapeOf(second), `${first.text} ${second.text}`);
	const text = first.kind === 'footnote' ? first.text : withinText(first);
	const shape: BlockShape = first.kind === 'caption' ? { kind: 'caption' } : shapeOf(first);
	return block(shape, `${text} ${withinText(second)}`);
}

/** The space nearest to `offset` at which the text means the same in two parts as in one. */
function cutNear(text: string, offset: number): number | null {
	const words = plain(text);
	const spaces = [...text.matchAll(/ /g)]
		.map(({ index }) => index)
		.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
	const isClean = (cut: number) => {
		const [first, second] = [plain(text.slice(0, cut)), plain(text.slice(cut + 1))];
		return first !== '' && second !== '' && `${first} ${second}` === words;
	};
	return spaces.slice(0, maxTries).find(isClean) ?? null;
}

/** Emphasis over more words than this is not left by trying. */
const maxTries = 200;

/** What a line that the import left out becomes when the reader wants it in the text. */
const shapeFor = ({ reason }: LeftOut): BlockShape =>
	reason === 'repeated-title' ? { kind: 'heading', level: 2 } : { kind: 'paragraph' };
