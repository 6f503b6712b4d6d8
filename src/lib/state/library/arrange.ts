/** Which entries of the library are listed, and in which order. */
import {
	anyText,
	fits,
	textFacets,
	type FacetFilter,
	type TextFacets
} from '$lib/core/library/facets';
import type { Lang } from '$lib/core/text/article';
import { matching, type LibraryEntry } from './shelves';

export const sorts = ['recent', 'title', 'added', 'length'] as const;
type Sort = (typeof sorts)[number];

/** What the reader asks of the list. Null or false asks for nothing. */
export interface Arrangement extends FacetFilter {
	readonly query: string;
	readonly sort: Sort;
	readonly unread: boolean;
}

export const asItComes: Arrangement = { ...anyText, query: '', sort: 'recent', unread: false };

/** Filters that fold away. */
export const panelFilters = ['level', 'author', 'year', 'series'] as const;
export type PanelFilter = (typeof panelFilters)[number];

/** What may leave entries out. */
const filterNames = ['query', 'lang', 'unread', ...panelFilters] as const;
export type FilterName = (typeof filterNames)[number];

/** Returns the filters that are in force. */
export const filtersOf = (asked: Arrangement): readonly FilterName[] =>
	filterNames.filter((name) =>
		name === 'query' ? asked.query.trim() !== '' : asked[name] !== asItComes[name]
	);

/** Whether some entries may be missing from the list. */
export const narrows = (asked: Arrangement): boolean => filtersOf(asked).length > 0;

/** Whether what a list of the library has tells all that is asked (`LibraryFacets`). */
export const isByFacets = (asked: Arrangement): boolean =>
	asked.lang !== null || panelCount(asked) > 0;

/** Returns how many of the filters that fold away are in force. */
export const panelCount = (asked: Arrangement): number =>
	panelFilters.filter((name) => asked[name] !== null).length;

/** Returns the ids of the dossiers that a text stands in. */
export type SeriesOf = (id: string) => readonly string[];

export const facetsOf = (
	{ id, original, coverage }: LibraryEntry,
	seriesOf: SeriesOf
): TextFacets => textFacets(original, coverage, seriesOf(id));

/** Returns the entries that are asked for, as they come. */
export function narrowed(
	entries: readonly LibraryEntry[],
	asked: Arrangement,
	seriesOf: SeriesOf
): readonly LibraryEntry[] {
	return matching(entries, asked.query).filter(
		(entry) => (!asked.unread || entry.state === 'unread') && fits(facetsOf(entry, seriesOf), asked)
	);
}

/**
 * Returns the entries that are asked for, in the order that is asked for. `recent` has those that
 * were read or added last first, and leaves the others as they came.
 */
export const arranged = (
	entries: readonly LibraryEntry[],
	asked: Arrangement,
	seriesOf: SeriesOf,
	ui: Lang
): readonly LibraryEntry[] => narrowed(entries, asked, seriesOf).toSorted(orders(ui)[asked.sort]);

type Order = (a: LibraryEntry, b: LibraryEntry) => number;

const lastTouched = ({ place, addedAt }: LibraryEntry): string =>
	[place?.changedAt ?? '', addedAt ?? ''].toSorted().at(-1) ?? '';

const orders = (ui: Lang): Readonly<Record<Sort, Order>> => {
	const { compare } = new Intl.Collator(ui, { numeric: true });
	return {
		recent: (a, b) => descending(lastTouched(a), lastTouched(b)),
		title: (a, b) => compare(a.original.title ?? '', b.original.title ?? ''),
		added: (a, b) => descending(a.addedAt ?? '', b.addedAt ?? ''),
		length: (a, b) => a.words - b.words
	};
};

const descending = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1);
