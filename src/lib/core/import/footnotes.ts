/**
 * Footnotes: ties the markers in the text to the definitions, and writes both as `[^5]`. A marker
 * is tied only to a definition that exists: `10²` stays a power and `C5+1` a name.
 *
 * Windows-1252 has no superscripts but `¹²³`; where others were saved in it they have become plain
 * figures or `?`, or nothing. A `?` tells a place and no number: such notes are numbered in the
 * order of the text, which is right where their definitions stand in that order.
 */
import { definitionsIn, type Definition, type Form } from './definitions';
import { isProse, type Piece } from './piece';
import { finderOf, type Reference } from './references';

export function footnotes(pieces: readonly Piece[]): readonly Piece[] {
	const candidates = preferred(definitionsIn(pieces));
	if (candidates.length === 0) return pieces;
	const referencesIn = finderOf(candidates);
	const found = pieces.flatMap((piece, at) =>
		piece.role.kind === 'left-out' ? [] : referencesIn(piece.text, at)
	);
	const references = inOrder(found);
	const marks = new Set(references.map(({ mark }) => mark));
	const definitions = candidates.filter(
		(candidate) => isAnswered(candidate, marks) && !isContents(candidate, candidates, references)
	);
	return write(pieces, numbered(definitions, references));
}

/**
 * `4)` or `4.` is an item of a list where `4 Text` or `⁴ Text` is a note of the same number, and
 * `4 Text` a line of the contents where `⁴ Text` or `[4] Text` is.
 */
function preferred(candidates: readonly Definition[]): readonly Definition[] {
	const marked = (weak: readonly Form[]) =>
		new Set(candidates.flatMap(({ form, mark }) => (weak.includes(form) ? [] : [mark])));
	const plain = marked(['item']);
	const sure = marked(['item', 'figure', 'lost', 'dropped']);
	return candidates.filter(
		({ form, mark }) =>
			!(form === 'item' && plain.has(mark)) && !(form === 'figure' && sure.has(mark))
	);
}

/** A number that nothing above refers to, and that comes again below: a note stands under its reference. */
const isContents = (
	{ at, form, mark }: Definition,
	candidates: readonly Definition[],
	references: readonly Reference[]
): boolean =>
	form === 'figure' &&
	candidates.some((other) => other.mark === mark && other.at > at) &&
	!references.some((reference) => reference.mark === mark && reference.at < at);

/** Superscript and labelled definitions are so by their looks; others must be referred to. */
const isAnswered = ({ form, mark }: Definition, referred: ReadonlySet<string>): boolean =>
	form === 'superscript' || form === 'labelled' || form === 'dropped' || referred.has(mark);

/**
 * Of figures glued to words only those count that rise through the text, as the numbers of notes
 * do: their longest rising run.
 */
function inOrder(references: readonly Reference[]): readonly Reference[] {
	const figures = references.filter(({ form }) => form === 'figure');
	const rising = new Set(longestRise(figures, ({ mark }) => Number(mark)));
	return references.filter((reference) => reference.form !== 'figure' || rising.has(reference));
}

/** Longest strictly rising subsequence (patience sorting: Fredman 1975). */
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

/** A definition or a reference with the marker that it gets. */
interface Numbered {
	readonly definitions: readonly (Definition & { readonly marker: string })[];
	readonly references: readonly (Reference & { readonly marker: string })[];
}

function numbered(definitions: readonly Definition[], references: readonly Reference[]): Numbered {
	const marks = new Set(definitions.map(({ mark }) => mark));
	const tied = references.filter(({ mark }) => marks.has(mark));
	return isRepeated(definitions)
		? numberedThrough(definitions, tied)
		: { definitions: fill(definitions, definitions), references: fill(tied, definitions) };
}

/** Numbers that begin anew on each page: the same mark on two definitions. */
const isRepeated = (definitions: readonly Definition[]): boolean => {
	const known = definitions.map(({ mark }) => mark).filter((mark) => !mark.includes('?'));
	return new Set(known).size < known.length;
};

/** The n-th reference with a mark belongs to the n-th definition with it: numbered through. */
function numberedThrough(
	definitions: readonly Definition[],
	references: readonly Reference[]
): Numbered {
	const queues = groupBy(
		definitions.map(({ mark }, i) => ({ mark, number: i + 1 })),
		({ mark }) => mark
	);
	const last = new Map<string, number>();
	return {
		definitions: definitions.map((definition, i) => ({ ...definition, marker: String(i + 1) })),
		references: references.map((reference) => {
			const next = queues.get(reference.mark)?.shift()?.number ?? last.get(reference.mark) ?? 1;
			last.set(reference.mark, next);
			return { ...reference, marker: String(next) };
		})
	};
}

/** Gives each item whose figures are lost the lowest number that is free and fits what is left. */
function fill<T extends { readonly mark: string }>(
	items: readonly T[],
	definitions: readonly Definition[]
): (T & { readonly marker: string })[] {
	const taken = new Set(definitions.map(({ mark }) => mark));
	return items.map((item) => {
		if (!item.mark.includes('?')) return { ...item, marker: item.mark };
		const pattern = new RegExp(`^${item.mark.replaceAll('?', '\\d')}$`);
		let number = 1;
		while (number < 1000 && (taken.has(String(number)) || !pattern.test(String(number)))) number++;
		taken.add(String(number));
		return { ...item, marker: String(number) };
	});
}

function write(pieces: readonly Piece[], { definitions, references }: Numbered): readonly Piece[] {
	const defined = new Map(definitions.map((definition) => [definition.at, definition]));
	const referred = groupBy(references, ({ at }) => at);
	return pieces.map((piece, at) => {
		const text = withReferences(piece.text, referred.get(at) ?? []);
		const definition = defined.get(at);
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
