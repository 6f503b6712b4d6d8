/** Reads the notes of Pandoc’s Markdown: inline notes, and notes of several paragraphs. */
import { isProse, type Piece } from './piece';

const label = /\[\^([^\s[\]^]{1,16})\]/g;

/** Makes a footnote of every `^[inline note]`, with a number that no other note has. */
export function inlineNotes(pieces: readonly Piece[]): readonly Piece[] {
	if (!pieces.some(({ text }) => text.includes('^['))) return pieces;
	const taken = new Set(
		pieces.flatMap(({ text }) => [...text.matchAll(label)].map(([, name]) => name))
	);
	let number = 0;
	const next = (): string => {
		do number++;
		while (taken.has(String(number)));
		return String(number);
	};
	return pieces.flatMap((piece) => {
		if (!isProse(piece) || !piece.text.includes('^[')) return [piece];
		const { parts, notes } = split(piece.text, next);
		const footnotes = notes.map(({ marker, text }): Piece => ({
			...piece,
			text,
			role: { kind: 'footnote', marker }
		}));
		return [{ ...piece, text: parts.join('') }, ...footnotes];
	});
}

interface InlineNote {
	readonly marker: string;
	readonly text: string;
}

/** Takes the outermost inline notes out of a text: one pass, with the brackets that are open. */
function split(text: string, next: () => string): { parts: string[]; notes: InlineNote[] } {
	const ends = closings(text);
	const parts: string[] = [];
	const notes: InlineNote[] = [];
	let from = 0;
	for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', Math.max(from, at + 1))) {
		const end = ends.get(at + 1);
		const words = text.slice(at + 2, end).trim();
		if (end === undefined || words === '' || /[\\[]/.test(text[at - 1] ?? '')) continue;
		const marker = next();
		parts.push(text.slice(from, at), `[^${marker}]`);
		notes.push({ marker, text: words });
		from = end + 1;
	}
	return { parts: [...parts, text.slice(from)], notes };
}

/** Returns for each opening bracket where its closing one is. */
function closings(text: string): ReadonlyMap<number, number> {
	const found = new Map<number, number>();
	const open: number[] = [];
	for (const { 0: mark, index } of text.matchAll(/\\.|[[\]]/gs)) {
		if (mark === '[') open.push(index);
		const start = mark === ']' ? open.pop() : undefined;
		if (start !== undefined) found.set(start, index);
	}
	return found;
}

/** Least indent of a note’s further paragraphs, in columns. */
const minIndent = 2;

/** Joins the indented paragraphs after a note `[^label]: …` with it. */
export function continuedNotes(pieces: readonly Piece[]): readonly Piece[] {
	const out: Piece[] = [];
	const parts: string[] = [];
	let note: Piece | null = null;
	const close = () => {
		if (note) out.push({ ...note, text: [note.text, ...parts.splice(0)].join(' ') });
		note = null;
	};
	for (const piece of pieces) {
		if (note && isText(piece) && piece.apart && piece.indent >= minIndent && !isNote(piece)) {
			parts.push(piece.text);
			continue;
		}
		close();
		if (isProse(piece) && isNote(piece)) note = piece;
		else out.push(piece);
	}
	close();
	return out;
}

/** Returns whether a piece is text, perhaps marked as a quotation. */
const isText = ({ role }: Piece): boolean => role.kind === 'prose' || role.kind === 'quote';

const isNote = ({ text }: Piece): boolean => /^\[\^[^\s[\]^]{1,16}\]:/.test(text);
