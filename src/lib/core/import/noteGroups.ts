/**
 * Groups the definitions of footnotes: those of a page, of a chapter or of the whole text stand one
 * after another, with rising marks. A group is judged as a whole, so that a note whose reference is
 * missing stays a note, and a list stays a list.
 */
import type { Definition, MarkerForm } from './definitions';
import { endsSentence, startsLower, startsUpper } from './ending';
import { opensDivision } from './chapterLabels';
import { isProse, type Piece } from './piece';
import type { Reference } from './references';

export interface NoteGroup {
	readonly definitions: readonly Definition[];
	/** Index of the first piece, and of the piece after the last. */
	readonly from: number;
	readonly to: number;
	/** Indices of the heading lines directly above, the nearest first: `Noter`, `Kapitel 1`. */
	readonly headings: readonly number[];
}

const symbols = ['*', '†', '‡', '§', '‖', '¶'];

/** Returns a mark’s place in its count: `*` is 1, `**` too far to follow; NaN if a figure is lost. */
export function orderOf(mark: string): number {
	const symbol = symbols.indexOf(mark[0] ?? '');
	if (symbol >= 0) return symbol + 1 + (mark.length - 1) * symbols.length;
	return /^\d+$/.test(mark) ? Number(mark) : NaN;
}

export const isSymbol = (mark: string): boolean => symbols.includes(mark[0] ?? '');

/** Groups definitions that follow each other with rising marks. */
export function groupNotes(
	definitions: readonly Definition[],
	pieces: readonly Piece[]
): readonly NoteGroup[] {
	const groups: Definition[][] = [];
	for (const definition of definitions) {
		const last = groups.at(-1);
		const above = last?.at(-1);
		if (last && above && followsOn(above, definition, pieces)) last.push(definition);
		else groups.push([definition]);
	}
	return groups.map((group) => {
		const from = group[0]?.at ?? 0;
		return {
			definitions: group,
			from,
			to: (group.at(-1)?.at ?? 0) + 1,
			headings: headingsAbove(pieces, from)
		};
	});
}

function followsOn(above: Definition, below: Definition, pieces: readonly Piece[]): boolean {
	if (isSymbol(above.mark) !== isSymbol(below.mark)) return false;
	if (orderOf(below.mark) <= orderOf(above.mark)) return false;
	for (let i = above.at + 1; i < below.at; i++) if (isProse(pieces[i])) return false;
	return true;
}

/** Most heading lines above a group: the heading of all notes, a part and a chapter. */
const maxHeadings = 3;

function headingsAbove(pieces: readonly Piece[], from: number): readonly number[] {
	const found: number[] = [];
	for (let i = from - 1; i >= 0 && found.length < maxHeadings; i--) {
		const piece = pieces[i];
		if (piece?.role.kind === 'left-out') continue;
		if (!piece || !isHeadingLine(piece)) break;
		found.push(i);
	}
	return found;
}

/** Longest heading line, in UTF-16 units and in words. */
const maxHeading = { characters: 100, words: 12 };

/** Returns whether a piece may be a heading: a short line that ends no sentence. */
export function isHeadingLine({ text, role }: Piece): boolean {
	if (role.kind === 'heading') return true;
	if (role.kind !== 'prose' || text.length > maxHeading.characters) return false;
	if (opensDivision(text)) return true;
	const end = text.replace(/(?:\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|[*†‡]))+$/, '');
	return (
		!endsSentence(end) &&
		!/[,;:]$/.test(end) &&
		startsUpper(text) &&
		!startsLower(text) &&
		/\p{L}/u.test(text) &&
		text.split(/\s+/).length <= maxHeading.words
	);
}

const overNotes =
	/^(?:(?:fot|slut)?noter(?:na)?|anmärkningar|förklaringar|(?:foot|end)?notes?|referenser|references|källor och noter|noter och källor|notes and references|källhänvisningar)(?!\p{L})/iu;

/** Returns whether a line stands over notes: `Noter`, `Notes to chapter 1`. */
const isOverNotes = (text: string): boolean => text.length <= 100 && overNotes.test(text);

/** Returns the heading lines that head nothing but this group of notes, where it is one of several. */
export function ownHeadings(
	{ headings }: NoteGroup,
	first: boolean,
	pieces: readonly Piece[]
): readonly number[] {
	if (!first) return headings;
	const over = headings.findLastIndex((i) => isOverNotes(pieces[i]?.text ?? ''));
	return headings.slice(0, over + 1);
}

/** Forms that are notes without any reference. */
const certain: ReadonlySet<MarkerForm> = new Set(['labelled', 'superscript', 'dropped']);

/**
 * Keeps the groups that are notes. A number at a line’s beginning may also count a list’s items or a
 * table’s rows: the text must refer to most of them, and to all where text follows the group.
 */
export function acceptedGroups(
	groups: readonly NoteGroup[],
	references: readonly Reference[],
	pieces: readonly Piece[]
): readonly NoteGroup[] {
	const first = new Map<string, number>();
	for (const { mark, at } of references) if (!first.has(mark)) first.set(mark, at);
	const last = new Map(groups.flatMap(({ definitions }) => definitions.map((d) => [d.mark, d.at])));
	const chains = chainsOf(groups, pieces);
	const isHeaded = (chain: readonly NoteGroup[]): boolean =>
		chain.some(({ headings }) => headings.some((i) => isOverNotes(pieces[i]?.text ?? '')));
	const someHeaded = chains.some(isHeaded);
	return chains.flatMap((chain) => {
		const headed = isHeaded(chain);
		const listed = someHeaded || endsWithColon(pieces[(chain[0]?.from ?? 0) - 1]);
		const ends = !listed && endsSection(pieces, chain.at(-1)?.to ?? 0);
		return chain.flatMap((group): NoteGroup[] => {
			if (group.definitions.every((definition) => isContents(definition, first, last))) return [];
			if (!headed && isBulletList(chain, group)) return [];
			const definitions = notesOf(group.definitions, first, { headed, listed, ends });
			return definitions.length > 0 ? [{ ...group, definitions }] : [];
		});
	});
}

/** Groups that stand together, with only heading lines between. */
export function chainsOf(
	groups: readonly NoteGroup[],
	pieces: readonly Piece[]
): readonly (readonly NoteGroup[])[] {
	const chains: NoteGroup[][] = [];
	for (const group of groups) {
		const chain = chains.at(-1);
		const above = chain?.at(-1);
		let start = group.headings.at(-1) ?? group.from;
		while (above && start > above.to && !isProse(pieces[start - 1])) start--;
		if (chain && above && start <= above.to) chain.push(group);
		else chains.push([group]);
	}
	return chains;
}

/** Returns whether a group is an item of a list with stars: its neighbours have the same mark. */
const isBulletList = (chain: readonly NoteGroup[], { definitions: [first] }: NoteGroup): boolean =>
	first?.form === 'symbol' &&
	(startsLower(first.text) ||
		chain.filter(({ definitions: [other] }) => other?.mark === first.mark).length > 1);

/** Where a group stands: under a heading such as `Noter`; at the end of a chapter or of the text. */
interface Surroundings {
	readonly headed: boolean;
	/** A list: a colon precedes it, or other notes have a heading and this has none. */
	readonly listed: boolean;
	readonly ends: boolean;
}

/** Returns the definitions of a group that are notes. */
function notesOf(
	group: readonly Definition[],
	referred: ReadonlyMap<string, number>,
	{ headed, listed, ends }: Surroundings
): readonly Definition[] {
	const able = group.filter(({ form, text }) => form !== 'item' || headed || beginsSentence(text));
	const sure = able.filter(({ form, mark }) => certain.has(form) || referred.has(mark));
	if (able.some(({ form }) => certain.has(form))) return sure;
	const share = sure.length / able.length;
	if (sure.length === 0) return [];
	if (headed) return able;
	if (!able.every(({ form }) => form === 'item')) return share > 0.5 ? able : sure;
	if (listed) return [];
	const whole = ends ? share >= 0.5 : share === 1 && able.every(({ text }) => endsSentence(text));
	return whole ? able : [];
}

const endsWithColon = (piece: Piece | undefined): boolean => /:$/.test(piece?.text.slice(-1) ?? '');

const beginsSentence = (text: string): boolean => /^["“”„'‘’«*_(<[]*\p{Lu}/u.test(text);

/**
 * Returns whether a number belongs to the contents: no reference precedes it and it recurs below. A
 * note always comes after its reference.
 */
const isContents = (
	{ at, form, mark }: Definition,
	first: ReadonlyMap<string, number>,
	last: ReadonlyMap<string, number>
): boolean =>
	(form === 'figure' || form === 'item') &&
	(last.get(mark) ?? at) > at &&
	(first.get(mark) ?? Infinity) > at;

/** Returns whether a heading line or nothing follows: the group ends its section. */
function endsSection(pieces: readonly Piece[], to: number): boolean {
	let i = to;
	while (pieces[i]?.role.kind === 'left-out') i++;
	const next = pieces[i];
	return !next || isHeadingLine(next);
}
