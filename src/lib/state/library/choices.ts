/** What there is to choose from in the library’s filters, and which of them empties the list. */
import type { Elsewhere } from '$lib/core/library/facetSources';
import { facetCounts } from '$lib/core/library/facets';
import { trustLevels } from '$lib/core/translation/trust';
import type { Lang } from '$lib/core/text/article';
import {
	asItComes,
	facetsOf,
	filtersOf,
	narrowed,
	type Arrangement,
	type FilterName,
	type PanelFilter,
	type SeriesOf
} from './arrange';
import type { LibraryEntry } from './shelves';

/** The texts that are counted. */
export interface Counted {
	/** Of the whole library, as far as they are here. */
	readonly entries: readonly LibraryEntry[];
	/** What is known of those that are not: they are unread, and their titles are not known. */
	readonly elsewhere: Elsewhere | null;
	readonly seriesOf: SeriesOf;
}

export interface Choice {
	readonly value: string;
	readonly count: number;
}

/** Returns the values of each filter that leave a text, the other filters in force. */
export function choicesOf(
	counted: Counted,
	asked: Arrangement,
	ui: Lang
): Readonly<Record<PanelFilter, readonly Choice[]>> {
	const { entries, elsewhere, seriesOf } = counted;
	const bare = { ...asItComes, query: asked.query, unread: asked.unread };
	const here = narrowed(entries, bare, seriesOf).map((entry) => facetsOf(entry, seriesOf));
	const counts = facetCounts(here, asked);
	const choices = (name: PanelFilter): readonly Choice[] => {
		const all = new Map(counts[name]);
		const others = asked.query.trim() === '' ? elsewhere?.values(asked, name) : undefined;
		for (const [value, count] of others ?? []) all.set(value, (all.get(value) ?? 0) + count);
		return Array.from(all, ([value, count]) => ({ value, count }));
	};
	const { compare } = new Intl.Collator(ui, { numeric: true });
	const rank = ({ value }: Choice): number => trustLevels.findIndex((level) => level === value);
	return {
		level: choices('level').toSorted((a, b) => rank(a) - rank(b)),
		author: choices('author').toSorted((a, b) => compare(a.value, b.value)),
		year: choices('year').toSorted((a, b) => Number(b.value) - Number(a.value)),
		series: choices('series')
	};
}

/** Returns how many texts are asked for. */
export const countOf = ({ entries, elsewhere, seriesOf }: Counted, asked: Arrangement): number =>
	narrowed(entries, asked, seriesOf).length +
	(asked.query.trim() === '' ? (elsewhere?.count(asked) ?? 0) : 0);

export interface Without {
	readonly name: FilterName;
	/** How many texts are left without this filter; at least 1. */
	readonly count: number;
}

/** Returns the filters each of which, taken away alone, leaves a text. */
export const withoutEach = (counted: Counted, asked: Arrangement): readonly Without[] =>
	filtersOf(asked)
		.map((name) => ({ name, count: countOf(counted, without(asked, name)) }))
		.filter(({ count }) => count > 0);

/** Returns what is asked, without one of the filters. */
export const without = (asked: Arrangement, name: FilterName): Arrangement => ({
	...asked,
	[name]: asItComes[name]
});

/** Returns what is asked without any filter, in the same order. */
export const withoutAll = ({ sort }: Arrangement): Arrangement => ({ ...asItComes, sort });
