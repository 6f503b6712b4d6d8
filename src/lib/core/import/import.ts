/**
 * Turns a plain-text or Markdown file into an article.
 *
 * Law (`import.test.ts`): nothing of the text is lost. Every letter, figure and mark of the file
 * is in the title, a block, a credit or a marker of the article, or in `leftOut` with the
 * reason. Only the signs of Markdown, the hyphens of broken lines and control characters are
 * dropped.
 */
import type { Block, BlockShape, Lang } from '../text/article';
import { blocksOfOneText } from '../text/block';
import { parseInline, references } from '../text/inline';
import type { LeftOut, LeftOutReason } from './leftOut';
import { fail, ok, type Result } from '../result';
import { runSteps, type Steps } from '../steps';
import { readColumns } from './columns';
import { decode, type Encoding } from './decode';
import { encodingChoices } from './encodingChoices';
import { maxImportLines, type ImportFailure } from './failure';
import { readFrame } from './frame';
import { readFrontMatter } from './importedFrontMatter';
import type { Imported } from './imported';
import { toInline } from './inlineMarks';
import { detectLanguage, isImportLang } from './language';
import { readLines } from './lines';
import { notices } from './notices';
import { evidenceOf, type Piece } from './piece';
import { structure } from './structure';

export interface ImportOptions {
	/** The language that the reader has chosen: it is not detected. */
	readonly lang?: Lang;
	/** The encoding that the reader has chosen. */
	readonly encoding?: Encoding;
}

/** Imports in one go. Pure: equal bytes give equal articles. */
export function importText(
	bytes: Uint8Array,
	options: ImportOptions = {}
): Result<Imported, ImportFailure> {
	return runSteps(importSteps(bytes, options));
}

/** Imports step by step: between two steps the caller may show progress or abandon the import. */
export function* importSteps(
	bytes: Uint8Array,
	options: ImportOptions = {}
): Steps<Result<Imported, ImportFailure>> {
	yield { done: 0 };
	const decoded = decode(bytes, options.encoding);
	if (!decoded.ok) return decoded;
	const { text, encoding, doubt } = decoded.value;
	const front = readFrontMatter(text);
	yield { done: 0.1 };
	const frame = readFrame(front.rest);
	const known = { ...frame.metadata, ...front.metadata };
	const lang = options.lang ?? known.lang ?? detectLanguage(frame.body);
	if (lang === null || (options.lang === undefined && !isImportLang(lang)))
		return fail({ kind: 'language', guess: lang });
	const ordered = readColumns(frame.body);
	const lines = readLines(ordered.text);
	if (lines.length > maxImportLines)
		return fail({ kind: 'too-many-lines', lines: lines.length, limit: maxImportLines });
	yield { done: 0.2 };
	const evidence = evidenceOf(frame.body.replaceAll('\u00ad', ''), lang);
	yield { done: 0.3 };
	const { pieces, metadata } = yield* structure(lines, evidence, frame.metadata);
	const { blocks, leftOut } = yield* assemble(pieces);
	const article = { ...metadata, ...known, lang, blocks };
	return ok({
		article,
		leftOut: [
			...front.lines.map((text) => around(text, 'front-matter', 0)),
			...frame.head.map((text) => around(text, 'frame', 0)),
			...leftOut,
			...frame.tail.map((text) => around(text, 'frame', blocks.length))
		],
		notices: [
			...(doubt
				? [{ kind: 'encoding', encoding, choices: encodingChoices(bytes, doubt) } as const]
				: []),
			...(ordered.places > 0 ? [{ kind: 'columns', count: ordered.places } as const] : []),
			...notices(frame.body, blocks)
		]
	});
}

/** Leaves out text around the article, as it is in the file. */
const around = (text: string, reason: LeftOutReason, before: number): LeftOut => ({
	text,
	reason,
	before
});

/** Number of blocks made between two steps. */
const batch = 500;

function* assemble(
	pieces: readonly Piece[]
): Steps<{ blocks: readonly Block[]; leftOut: readonly LeftOut[] }> {
	const body: Block[] = [];
	const notes: Block[] = [];
	const leftOut: LeftOut[] = [];
	const make = blocksOfOneText();
	for (const [i, { text: raw, role }] of pieces.entries()) {
		if (i % batch === 0) yield { done: 0.7 + (0.3 * i) / pieces.length };
		if (role.kind === 'left-out' && isWordless(role.reason)) {
			leftOut.push({ text: raw, reason: role.reason, before: body.length });
			continue;
		}
		const { text, taken } = toInline(raw);
		for (const part of taken) leftOut.push({ ...part, before: body.length });
		if (role.kind === 'title' || text === '') continue;
		if (role.kind === 'left-out') {
			leftOut.push({ text, reason: role.reason, before: body.length });
			continue;
		}
		const shape: BlockShape = role.kind === 'prose' ? { kind: 'paragraph' } : role;
		(shape.kind === 'footnote' ? notes : body).push(make(shape, text));
	}
	return { blocks: [...body, ...inOrderOfReference(notes, body)], leftOut };
}

/** Returns whether text left out for this reason is kept as in the file, not as inline Markdown. */
const isWordless = (reason: LeftOutReason): boolean =>
	reason === 'picture' || reason === 'ornament';

/** Puts footnotes at the end, in the order in which the text refers to them. */
function inOrderOfReference(notes: readonly Block[], body: readonly Block[]): readonly Block[] {
	if (notes.length === 0) return notes;
	const order = new Map<string, number>();
	for (const { text } of body)
		for (const marker of references(parseInline(text)))
			if (!order.has(marker)) order.set(marker, order.size);
	const place = (note: Block) =>
		(note.kind === 'footnote' ? order.get(note.marker) : undefined) ?? order.size;
	return [...notes].sort((a, b) => place(a) - place(b));
}
