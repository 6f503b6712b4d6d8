/** Writes a block’s lines as running text: words joined at line ends, marks, references, line breaks. */
import type { FlowWriter, Marks } from '../flowWriter';
import { joinText, type Hyphens } from '../../import/hyphen';
import { isSpaced, type Line } from './line';
import { hardBreaks } from './room';
import type { PdfFont } from './document';
import type { Span } from './spans';

export interface InlineContext {
	readonly hyphens: Hyphens;
	/** The letters of the text: others are marked. Null in headings, where none is. */
	readonly font: PdfFont | null;
	/**
	 * Returns the keys of the notes that raised marks on a page refer to; null where one has none. Of
	 * notes with the same mark each is given once, in their order.
	 */
	notes(marks: readonly string[], page: number): readonly string[] | null;
}

type Token =
	| { readonly kind: 'text'; readonly text: string; readonly marks: Marks }
	| { readonly kind: 'note'; readonly key: string };

export function writeLines(
	writer: FlowWriter,
	lines: readonly Line[],
	right: number,
	context: InlineContext
): void {
	const breaks = hardBreaks(lines, right);
	// Once a line: a note’s key is taken when its reference is read.
	const written = lines.map((line) => tokensOf(line, context));
	const plain = written.map(plainOf);
	lines.forEach((line, i) => {
		const [tokens = [], above = '', below] = [written[i], plain[i], plain[i + 1]];
		const seam = below === undefined ? { cut: 0, glue: '' } : seamOf(above, below, context.hyphens);
		const hard = breaks.has(line);
		writeTokens(writer, tokens, hard ? 0 : seam.cut);
		if (hard) writer.lineBreak();
		else if (seam.glue !== '') writer.text(seam.glue, lastMarks(tokens));
	});
}

interface Seam {
	/** Characters that belong to the break. */
	readonly cut: number;
	readonly glue: string;
}

/** Number of characters on either side of a line’s end that decide how the lines are joined. */
const reach = 80;

function seamOf(above: string, below: string, hyphens: Hyphens): Seam {
	if (above === '' || below === '') return { cut: 0, glue: ' ' };
	const [end, start] = [above.slice(-reach), below.slice(0, reach)];
	if (isBrokenWord(end, start, hyphens)) return { cut: 1, glue: '' };
	const text = joinText([end, start], hyphens);
	const cut = text.startsWith(end) ? 0 : 1;
	return { cut, glue: text.length === end.length - cut + start.length ? '' : ' ' };
}

/** Returns whether the book has the word that a hyphen divides: `lång-⏎samt` is no list of two. */
function isBrokenWord(end: string, start: string, { spelt }: Hyphens): boolean {
	const left = /(?<![\p{L}\p{N}])(\p{L}{2,})[-‐]$/u.exec(end)?.[1];
	const right = /^\p{Ll}+/u.exec(start)?.[0];
	if (left === undefined || right === undefined) return false;
	const [stem, rest] = [left.toLowerCase(), right.toLowerCase()];
	return spelt.has(stem + rest) && !spelt.has(`${stem}-${rest}`);
}

function writeTokens(writer: FlowWriter, tokens: readonly Token[], cut: number): void {
	const last = tokens.findLastIndex(({ kind }) => kind === 'text');
	tokens.forEach((token, i) => {
		if (token.kind === 'note') writer.reference(token.key);
		else writer.text(i === last && cut > 0 ? token.text.slice(0, -cut) : token.text, token.marks);
	});
}

const lastMarks = (tokens: readonly Token[]): Marks => {
	const last = tokens.at(-1);
	return last?.kind === 'text' ? last.marks : {};
};

const plainOf = (tokens: readonly Token[]): string =>
	tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('');

function tokensOf(line: Line, context: InlineContext): readonly Token[] {
	const tokens: Token[] = [];
	line.spans.forEach((span, i) => {
		const blank = isSpaced(line, i) ? ' ' : '';
		const keys = line.raised.has(span) ? keysOf(span.text, line.page, context) : null;
		if (keys) tokens.push(...keys.map((key) => ({ kind: 'note', key }) as const));
		else addText(tokens, blank + span.text, marksOf(span, context.font));
	});
	return tokens;
}

/** Adds words to a line. An accent that is printed apart is put on its letter. */
function addText(tokens: Token[], text: string, marks: Marks): void {
	const last = tokens.at(-1);
	const same =
		last?.kind === 'text' &&
		!last.marks.strong === !marks.strong &&
		!last.marks.emphasis === !marks.emphasis;
	if (!same) tokens.push({ kind: 'text', text: composed(text), marks });
	else tokens[tokens.length - 1] = { kind: 'text', text: composed(last.text, text), marks };
}

const accents: ReadonlyMap<string, string> = new Map([
	['¨', '\u0308'],
	['ˆ', '\u0302'],
	['˜', '\u0303'],
	['˚', '\u030a'],
	['¸', '\u0327']
]);

/** Joins two texts. Old fonts print `¨` and `ı` for `ï`. */
function composed(before: string, after = ''): string {
	const text = /^\p{M}/u.test(after) ? (before + after).normalize('NFC') : before + after;
	if (!/[¨ˆ˜˚¸]/.test(text)) return text;
	return text.replace(/([¨ˆ˜˚¸]) ?(\p{L})/gu, (whole, accent: string, letter: string) => {
		const one = ((letter === 'ı' ? 'i' : letter) + (accents.get(accent) ?? '')).normalize('NFC');
		return one.length === 1 ? one : whole;
	});
}

/** Returns the keys of the notes that raised letters refer to; null where they refer to none. */
function keysOf(text: string, page: number, { notes }: InlineContext): readonly string[] | null {
	const marks = marksIn(text);
	return marks.length > 0 ? notes(marks, page) : null;
}

/** Returns the marks of notes in raised letters: `3`, `*`, `4, 5`. */
export const marksIn = (text: string): readonly string[] =>
	/^[\s\d*†‡§¶,;[\]()ivxl]+$/.test(text)
		? (text.match(/\d{1,3}|[*†‡§¶]{1,3}|[ivxl]{1,6}/g) ?? [])
		: [];

function marksOf({ font }: Span, body: PdfFont | null): Marks {
	if (!body) return {};
	return {
		...(font.bold && !body.bold && { strong: true }),
		...(font.italic && !body.italic && { emphasis: true })
	};
}
