/**
 * Any plain-text or Markdown file to an article.
 *
 * Law (`import.test.ts`): nothing of the text is lost. Every letter, figure and mark of the file
 * stands in the title, a block, a credit or a marker of the article, or in `leftOut` with the
 * reason; only the signs of Markdown, the hyphens of broken lines and control characters go.
 */
import type { Block, BlockShape, Lang } from '../text/article';
import { block } from '../text/block';
import { parseInline, references } from '../text/inline';
import type { LeftOut, LeftOutReason } from '../library/store';
import { fail, ok, type Result } from '../result';
import { decode } from './decode';
import { maxImportLines, type ImportFailure } from './failure';
import { readFrontMatter } from './frontMatter';
import type { Imported } from './imported';
import { toInline } from './inlineMarks';
import { detectLanguage, isImportLang } from './language';
import { readLines } from './lines';
import { notices } from './notices';
import { evidenceOf, type Piece } from './piece';
import { structure } from './structure';

export interface ImportOptions {
	/** The reader’s own word for the language: nothing is detected. */
	readonly lang?: Lang;
}

/** How far an import has come: `done` rises from 0 to 1. */
export interface Progress {
	readonly done: number;
}

type Steps = Generator<Progress, Result<Imported, ImportFailure>>;

/** Imports in one go. Pure: equal bytes give equal articles. */
export function importText(
	bytes: Uint8Array,
	options: ImportOptions = {}
): Result<Imported, ImportFailure> {
	const steps = importSteps(bytes, options);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

/** The same, step by step: between two steps the caller may show progress, or stop for good. */
export function* importSteps(bytes: Uint8Array, options: ImportOptions = {}): Steps {
	yield { done: 0 };
	const decoded = decode(bytes);
	if (!decoded.ok) return decoded;
	const front = readFrontMatter(decoded.value.text);
	yield { done: 0.1 };
	const lang = options.lang ?? front.metadata.lang ?? detectLanguage(front.rest);
	if (lang === null || (options.lang === undefined && !isImportLang(lang)))
		return fail({ kind: 'language', guess: lang });
	const lines = readLines(front.rest);
	if (lines.length > maxImportLines)
		return fail({ kind: 'too-many-lines', lines: lines.length, limit: maxImportLines });
	yield { done: 0.2 };
	const evidence = evidenceOf(front.rest, lang);
	yield { done: 0.3 };
	const { pieces, metadata } = yield* structure(lines, evidence);
	const { blocks, leftOut } = yield* assemble(pieces);
	const article = { ...metadata, ...front.metadata, lang, blocks };
	return ok({
		article,
		leftOut: [...front.lines.map(frontLine), ...leftOut],
		notices: notices(front.rest, blocks)
	});
}

const frontLine = (text: string): LeftOut => ({ text, reason: 'front-matter', before: 0 });

/** So many blocks are made between two steps. */
const batch = 500;

function* assemble(
	pieces: readonly Piece[]
): Generator<Progress, { blocks: readonly Block[]; leftOut: readonly LeftOut[] }> {
	const body: Block[] = [];
	const notes: Block[] = [];
	const leftOut: LeftOut[] = [];
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
		(shape.kind === 'footnote' ? notes : body).push(block(shape, text));
	}
	return { blocks: [...body, ...inOrderOfReference(notes, body)], leftOut };
}

/** No inline Markdown, but signs as they stand in the file. */
const isWordless = (reason: LeftOutReason): boolean =>
	reason === 'picture' || reason === 'ornament';

/** Footnotes stand at the end, in the order in which the text refers to them. */
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
