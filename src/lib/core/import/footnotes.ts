/**
 * Connects the footnote markers in the text with the definitions, and writes both as `[^5]`. A
 * marker needs a definition, or a place in the count of those that have one: `10²` stays a power
 * and `C5+1` a name. A reference whose note is missing gets a marker that no note has.
 *
 * Windows-1252 has no superscripts but `¹²³`; a text saved in it has plain figures, `?` or
 * nothing for the others. A `?` marks a position and no number: such notes are numbered in the
 * order of the text, which is right if their definitions follow that order.
 */
import { Chapters } from './noteChapters';
import { definitionsIn, type Definition, type MarkerForm } from './definitions';
import {
	acceptedGroups,
	groupNotes,
	isHeadingLine,
	isSymbol,
	orderOf,
	type NoteGroup
} from './noteGroups';
import { numbered, numberedThrough, type Numbered } from './noteNumbers';
import { isProse, leaveOut, type Piece } from './piece';
import { finderOf, type Reference } from './references';

export function footnotes(pieces: readonly Piece[]): readonly Piece[] {
	const marked = definitionsIn(pieces);
	if (marked.length === 0) return pieces;
	const chapters = new Chapters(pieces);
	const candidates = preferred(marked).filter(
		(definition) => !isLabel(definition, pieces, chapters)
	);
	if (candidates.length === 0) return pieces;
	const referencesIn = finderOf(candidates);
	const found = pieces.flatMap((piece, at) =>
		piece.role.kind === 'left-out' ? [] : referencesIn(piece.text, at)
	);
	const restarts = isRepeated(candidates);
	const references = inOrder(found, (a, b) => restarts && chapters.boundary(a, b) > 0);
	const known = references.filter((reference) => reference.known);
	const groups = acceptedGroups(groupNotes(candidates, pieces), known, pieces);
	if (groups.length === 0) return pieces;
	const own = new Set(groups.flatMap(({ definitions }) => definitions.map(({ at }) => at)));
	const outside = references.filter(({ at }) => !own.has(at));
	return restart(groups, outside, chapters)
		? write(pieces, numberedThrough(groups, references, pieces, chapters))
		: write(pieces, numbered(groups, references));
}

/** Returns whether a numbered line over notes is the heading of a chapter: `1. The Arrival`. */
const isLabel = (
	{ at, form, text }: Definition,
	pieces: readonly Piece[],
	chapters: Chapters
): boolean => {
	const piece = pieces[at];
	return (
		(form === 'item' || form === 'figure') &&
		piece !== undefined &&
		isHeadingLine(piece) &&
		(chapters.repeats(piece.text, at) || chapters.repeats(text, at))
	);
};

/**
 * Chooses between definitions of the same number. `4)` or `4.` is a list item if `4 Text` or `⁴
 * Text` is a note; `4 Text` is a line of the contents if `⁴ Text` or `[4] Text` is a note.
 */
function preferred(candidates: readonly Definition[]): readonly Definition[] {
	const marked = (weak: readonly MarkerForm[]) =>
		new Set(candidates.flatMap(({ form, mark }) => (weak.includes(form) ? [] : [mark])));
	const plain = marked(['item']);
	const sure = marked(['item', 'figure', 'lost', 'dropped']);
	return candidates.filter(
		({ form, mark }) =>
			!(form === 'item' && plain.has(mark)) && !(form === 'figure' && sure.has(mark))
	);
}

/**
 * Keeps, of figures glued to words, only those that rise through the text as the numbers of
 * notes do: their longest rising run. `parted`: whether the count may restart between two pieces.
 */
function inOrder(
	references: readonly Reference[],
	parted: (above: number, below: number) => boolean
): readonly Reference[] {
	const runs: Reference[][] = [];
	for (const reference of references.filter(({ form }) => form === 'figure')) {
		const above = runs.at(-1)?.at(-1);
		if (above && !parted(above.at, reference.at)) runs.at(-1)?.push(reference);
		else runs.push([reference]);
	}
	const rising = new Set(runs.flatMap((run) => longestRise(run, ({ mark }) => Number(mark))));
	return references.filter((reference) => reference.form !== 'figure' || rising.has(reference));
}

/** Returns the longest strictly rising subsequence (patience sorting: Fredman 1975). */
function longestRise<T>(items: readonly T[], value: (item: T) => number): T[] {
	interface Link {
		readonly item: T;
		readonly before: Link | null;
	}
	const piles: Link[] = [];
	for (const item of items) {
		let low = 0;
		let high = piles.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const pile = piles[middle];
			if (pile && value(pile.item) < value(item)) low = middle + 1;
			else high = middle;
		}
		piles[low] = { item, before: piles[low - 1] ?? null };
	}
	const run: T[] = [];
	for (let link = piles.at(-1) ?? null; link; link = link.before) run.push(link.item);
	return run.reverse();
}

/** Returns whether two definitions have the same mark: numbering restarts. */
function isRepeated(definitions: readonly Definition[]): boolean {
	const known = definitions.map(({ mark }) => mark).filter((mark) => !mark.includes('?'));
	return new Set(known).size < known.length;
}

/**
 * Returns whether numbers restart: two notes have the same, or a chapter begins again, though all
 * its notes may be missing. A number in brackets may only be used again.
 */
function restart(
	groups: readonly NoteGroup[],
	references: readonly Reference[],
	chapters: Chapters
): boolean {
	if (isRepeated(groups.flatMap(({ definitions }) => definitions))) return true;
	const last = new Map<boolean, Reference>();
	const seen = new Set<string>();
	return references.some((reference) => {
		const { mark, form, at } = reference;
		if (form === 'bracketed' || form === 'labelled' || form === 'lost') return false;
		const symbol = isSymbol(mark);
		const above = last.get(symbol);
		const again = seen.has(mark);
		last.set(symbol, reference);
		seen.add(mark);
		if (!above || !again || orderOf(mark) > orderOf(above.mark)) return false;
		if (symbol) return at !== above.at;
		return orderOf(mark) <= maxFirst && chapters.boundary(above.at, at) > 0;
	});
}

/** Highest number with which a chapter may begin: the reference to its first note may be missing. */
const maxFirst = 2;

function write(
	pieces: readonly Piece[],
	{ definitions, references, headings }: Numbered
): readonly Piece[] {
	const moved = new Set(headings);
	const defined = new Map(definitions.map((definition) => [definition.at, definition]));
	const referred = groupBy(references, ({ at }) => at);
	return pieces.map((piece, at) => {
		const text = withReferences(piece.text, referred.get(at) ?? []);
		const definition = defined.get(at);
		if (moved.has(at)) return leaveOut(piece, 'note-heading');
		if (!definition || !isProse(piece)) return text === piece.text ? piece : { ...piece, text };
		const prefix = piece.text.length - definition.text.length;
		const shift = (referred.get(at) ?? []).map((r) => ({
			...r,
			start: r.start - prefix,
			end: r.end - prefix
		}));
		return {
			...piece,
			text: withReferences(
				definition.text,
				shift.filter(({ start }) => start >= 0)
			),
			role: { kind: 'footnote', marker: definition.marker }
		};
	});
}

function withReferences(
	text: string,
	references: readonly { readonly start: number; readonly end: number; readonly marker: string }[]
): string {
	const parts: string[] = [];
	let from = 0;
	for (const { start, end, marker } of references) {
		parts.push(text.slice(from, start), `[^${marker}]`);
		from = end;
	}
	return parts.length === 0 ? text : [...parts, text.slice(from)].join('');
}

function groupBy<K, T>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}
