/** Finds where chapters begin, and which of them the headings over their notes name. */
import { opensDivision } from './chapterLabels';
import { isHeadingLine, type NoteGroup } from './noteGroups';
import type { Piece } from './piece';

/** A chapter: its heading’s piece, and the piece after its last. */
export interface Section {
	readonly from: number;
	readonly to: number;
}

/** Groups of notes that stand together, after the text since the notes before. */
interface NoteCluster {
	readonly groups: readonly NoteGroup[];
	readonly since: number;
}

export class Chapters {
	/** Sums over the pieces: heading lines, and those of chapters. */
	readonly #lines: number[] = [0];
	readonly #parts: number[] = [0];
	/** Indices of chapters’ headings. */
	readonly #starts: number[] = [];
	/** Where each name is a heading. */
	readonly #places = new Map<string, number[]>();
	readonly #pieces: readonly Piece[];

	constructor(pieces: readonly Piece[]) {
		this.#pieces = pieces;
		const top = topLevel(pieces);
		pieces.forEach((piece, i) => {
			const line = isHeadingLine(piece);
			const { role, text } = piece;
			const part = line && (role.kind === 'heading' ? role.level <= top : opensDivision(text));
			this.#lines.push((this.#lines[i] ?? 0) + (line ? 1 : 0));
			this.#parts.push((this.#parts[i] ?? 0) + (part ? 1 : 0));
			if (part) this.#starts.push(i);
			if (line) for (const key of namesOf(text)) this.#add(key, i);
		});
	}

	#add(key: string, at: number): void {
		const known = this.#places.get(key);
		if (known) known.push(at);
		else this.#places.set(key, [at]);
	}

	/** Returns whether a heading line (1), or a chapter’s heading (2), stands between two pieces. */
	boundary(from: number, to: number): 0 | 1 | 2 {
		if (this.#parts[to] !== this.#parts[from]) return 2;
		return this.#lines[to] !== this.#lines[from] ? 1 : 0;
	}

	/** Returns whether a line has the words of a heading further up. */
	repeats(text: string, at: number): boolean {
		return (this.#places.get(fold(text))?.[0] ?? at) < at;
	}

	/**
	 * Returns the chapter of each group: the one that its heading names; by order, where no heading
	 * names any and there are as many chapters as groups; else null.
	 */
	named({ groups, since }: NoteCluster): readonly (Section | null)[] {
		const begins = Math.min(groups[0]?.from ?? 0, ...(groups[0]?.headings ?? []));
		let after = since - 1;
		const found = groups.map(({ headings }) => {
			const at = this.#find(headings, after, begins);
			if (at !== null) after = at;
			return at;
		});
		const starts = found.some((at) => at !== null) ? found : this.#inOrder(groups, since, begins);
		return starts.map((at, i) => {
			if (at === null) return null;
			const next = starts.slice(i + 1, i + 2)[0] ?? begins;
			const part = this.#starts[firstAfter(this.#starts, at)] ?? begins;
			return { from: at, to: Math.min(next, part, begins) };
		});
	}

	#find(headings: readonly number[], after: number, before: number): number | null {
		for (const heading of headings)
			for (const key of labelKeys(this.#pieces[heading]?.text ?? '')) {
				const places = this.#places.get(key) ?? [];
				const at = places[firstAfter(places, after)];
				if (at !== undefined && at < before) return at;
			}
		return null;
	}

	#inOrder(groups: readonly unknown[], since: number, begins: number): readonly (number | null)[] {
		const [from, to] = [firstAfter(this.#starts, since - 1), firstAfter(this.#starts, begins - 1)];
		const same = groups.length > 1 && to - from === groups.length;
		return same ? this.#starts.slice(from, to) : groups.map(() => null);
	}
}

/** Returns the level of the topmost headings that are marked; that of a title does not count. */
function topLevel(pieces: readonly Piece[]): number {
	let top = Infinity;
	for (const { role } of pieces)
		if (role.kind === 'heading' && role.level > 1) top = Math.min(top, role.level);
	return top;
}

/** Returns the index of the first number over `value` in rising numbers (binary search). */
function firstAfter(numbers: readonly number[], value: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? Infinity) > value) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Returns the names by which notes may call a chapter: `Kapitel 1. Ankomsten`, and each half. */
function namesOf(text: string): readonly string[] {
	const all = [text, ...text.split(/[.:]\s|\s[–—-]\s/)].map(fold);
	return [...new Set(all)].filter((name) => name !== '');
}

/** Returns the names in a heading over notes, without the word for notes. */
const labelKeys = (text: string): readonly string[] =>
	namesOf(
		text.replace(
			/^(?:(?:fot|slut)?noter(?:na)?|anmärkningar|(?:foot|end)?notes?)(?!\p{L})\s*(?:(?:till|för|to|for|on)(?!\p{L}))?/iu,
			''
		)
	);

const fold = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/^ ?the /, '')
		.trim();
