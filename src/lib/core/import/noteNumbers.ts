/**
 * Numbers the footnotes of a text: as printed, or through the whole text where printed numbers
 * restart.
 */
import type { Chapters } from './noteChapters';
import type { Definition } from './definitions';
import { chainsOf, isSymbol, orderOf, ownHeadings, type NoteGroup } from './noteGroups';
import { assignNotes, type Answer } from './noteSections';
import type { Piece } from './piece';
import type { Reference } from './references';

/** A definition or a reference, with the marker assigned to it. */
export interface Numbered {
	readonly definitions: readonly (Definition & { readonly marker: string })[];
	readonly references: readonly (Reference & { readonly marker: string })[];
	/** Indices of heading lines whose notes are moved away. */
	readonly headings: readonly number[];
}

/** Keeps the numbers as they are printed. */
export function numbered(groups: readonly NoteGroup[], references: readonly Reference[]): Numbered {
	const definitions = groups.flatMap((group) => group.definitions);
	const marks = new Set(definitions.map(({ mark }) => mark));
	const tied = references.filter(
		(reference, i) => marks.has(reference.mark) || isMissing(references, i)
	);
	return {
		definitions: fill(definitions, definitions),
		references: fill(tied, definitions),
		headings: []
	};
}

/**
 * Returns whether a mark without a definition is a reference whose note is missing: its number
 * comes after that of the reference before, or before that of the next.
 */
function isMissing(references: readonly Reference[], i: number): boolean {
	const { mark = '', form } = references[i] ?? {};
	if (form === 'labelled') return false;
	const near = (step: 1 | -1) => {
		const other = references[i + step];
		return other !== undefined && orderOf(other.mark) === orderOf(mark) + step;
	};
	return near(-1) || near(1);
}

/** Numbers notes through the whole text, in the order in which it refers to them. */
export function numberedThrough(
	groups: readonly NoteGroup[],
	all: readonly Reference[],
	pieces: readonly Piece[],
	chapters: Chapters
): Numbered {
	const definitions = groups.flatMap((group) => group.definitions);
	const answers = new Map<Reference, Answer>();
	for (const symbols of [false, true]) {
		const isOwn = ({ mark }: { readonly mark: string }) => isSymbol(mark) === symbols;
		const own = groups.filter(({ definitions: [first] }) => first !== undefined && isOwn(first));
		const found = assignNotes(own, all.filter(isOwn), chapters);
		for (const [reference, answer] of found) answers.set(reference, answer);
	}
	const references = all.filter(
		(reference, i) => answers.get(reference) || reference.known || isMissing(all, i)
	);
	const markers = new Map<Definition, string>();
	let number = 0;
	const next = () => String(++number);
	const markerOf = (definition: Definition): string => {
		const marker = markers.get(definition) ?? next();
		markers.set(definition, marker);
		return marker;
	};
	const tied = references.map((reference) => {
		const answer = answers.get(reference);
		return { ...reference, marker: answer ? markerOf(answer) : next() };
	});
	return {
		definitions: definitions.map((definition) => ({ ...definition, marker: markerOf(definition) })),
		references: tied,
		headings: gatheredHeadings(groups, pieces)
	};
}

/** Returns the headings of groups that stand together: one chapter’s notes after another’s. */
const gatheredHeadings = (
	groups: readonly NoteGroup[],
	pieces: readonly Piece[]
): readonly number[] =>
	chainsOf(groups, pieces).flatMap((chain) =>
		chain.length > 1 ? chain.flatMap((group, i) => ownHeadings(group, i === 0, pieces)) : []
	);

/** Gives each item with lost figures the lowest free number that fits its remaining figures. */
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
