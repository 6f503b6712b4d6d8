/** Finds the notes at the foot of a column: smaller letters, from a line that begins with a mark. */
import { withSpans, type Line } from './line';
import type { Measures } from './measures';
import type { PdfBlock, PdfNote } from './pdfBlock';
import { hasRoom } from './room';

export interface Foot {
	/** The lines above the notes. */
	readonly text: readonly Line[];
	readonly notes: readonly PdfNote[];
}

/** Greatest size of a note’s letters beside the text’s. */
const maxSize = 0.95;

const marker = /^\[?(?<marker>\d{1,3}|[*†‡§¶]{1,3})\]?[.)]?(?=\s|$|[\p{L}“”"«»‘’(])/u;

/** `references`: the raised marks on the page. `open`: a note of the page before may go on here. */
export function footOf(
	lines: readonly Line[],
	measures: Measures,
	references: ReadonlySet<string>,
	open: boolean
): Foot {
	const start = smallFrom(lines, measures);
	const small = lines.slice(start);
	const first = small.findIndex((line) => begins(line, references) !== null);
	if (small.length === 0 || (first === -1 && !open)) return { text: lines, notes: [] };
	if (first > 0 && !open) return footFrom(lines, start + first, references);
	return footFrom(lines, start, references);
}

/** Returns the number of the first line of the small letters that end a column. */
function smallFrom(lines: readonly Line[], { size }: Measures): number {
	let start = lines.length;
	while (start > 0 && (lines[start - 1]?.size ?? size) <= size * maxSize) start--;
	return start;
}

function footFrom(lines: readonly Line[], start: number, references: ReadonlySet<string>): Foot {
	const notes: { marker: string | null; lines: Line[] }[] = [];
	for (const line of lines.slice(start)) {
		const mark = begins(line, references);
		const note = notes.at(-1);
		if (mark !== null || !note) notes.push({ marker: mark, lines: [line] });
		else note.lines.push(line);
	}
	return {
		text: lines.slice(0, start),
		notes: notes.map((note) => noteOf(note.marker, note.lines))
	};
}

/** Returns the mark of a note that begins at a line; null for none. */
function begins(line: Line, references: ReadonlySet<string>): string | null {
	const [head] = line.spans;
	const found = marker.exec(line.text)?.groups?.marker;
	if (!head || found === undefined) return null;
	return line.raised.has(head) || references.has(found) ? found : null;
}

function noteOf(mark: string | null, lines: readonly Line[]): PdfNote {
	const [head] = lines;
	const right = lines.reduce((most, { x1 }) => Math.max(most, x1), 0);
	const own = mark === null || !head ? lines : [withoutMark(head, mark), ...lines.slice(1)];
	return {
		marker: mark,
		page: head?.page ?? 0,
		paragraphs: cutParagraphs(own).map((paragraph) => blockOf(paragraph, right))
	};
}

/** Cuts a note into paragraphs: it has one, but where a short line ends a sentence and a capital follows. */
function cutParagraphs(lines: readonly Line[]): readonly (readonly Line[])[] {
	const right = lines.reduce((most, { x1 }) => Math.max(most, x1), 0);
	const paragraphs: Line[][] = [];
	for (const line of lines) {
		const above = paragraphs.at(-1)?.at(-1);
		if (!above || endsBefore(above, line, right)) paragraphs.push([line]);
		else paragraphs.at(-1)?.push(line);
	}
	return paragraphs;
}

const endsBefore = (above: Line, line: Line, right: number): boolean =>
	above.spans.length > 0 && hasRoom(above, line, right) && /[.!?…”"’)]$/.test(above.text);

const blockOf = (lines: readonly Line[], right: number): PdfBlock => ({
	shape: { kind: 'paragraph' },
	lines,
	page: lines[0]?.page ?? 0,
	y: lines[0]?.y ?? 0,
	right,
	lang: null
});

/** Takes a note’s mark off its first line. */
export function withoutMark(line: Line, mark: string): Line {
	const spans = [...line.spans];
	let rest = mark.length;
	while (rest > 0 && spans[0]) {
		const text = spans[0].text.replace(/^\[/, '');
		if (text.length <= rest) {
			rest -= text.length;
			spans.shift();
		} else {
			spans[0] = { ...spans[0], text: text.slice(rest) };
			rest = 0;
		}
	}
	if (spans[0]) spans[0] = { ...spans[0], text: spans[0].text.replace(/^\]?[.)]?\s*/, '') };
	return withSpans(
		line,
		spans.filter(({ text }) => text !== '')
	);
}
