/** What the texts of a library are narrowed by: language, author, year, series, whose work. */
import type { Lang, Metadata } from '../text/article';
import type { Coverage } from '../translation/coverage';
import { trustLevels, type TrustLevel } from '../translation/trust';

/** What one text has. */
export interface TextFacets {
	/** Of the original. */
	readonly lang: Lang;
	/** When the original was published; null where that is unknown. */
	readonly year: string | null;
	readonly authors: readonly string[];
	/** The ids of the dossiers that it stands in. */
	readonly series: readonly string[];
	/** Whose work at least one paragraph of its translation is; `none`: one has no translation. */
	readonly levels: readonly TrustLevel[];
}

/** What a text must have; null for anything. */
export interface FacetFilter {
	readonly lang: Lang | null;
	readonly author: string | null;
	readonly year: string | null;
	/** The id of a dossier. */
	readonly series: string | null;
	readonly level: TrustLevel | null;
}

export const facetNames = ['lang', 'author', 'year', 'series', 'level'] as const;
export type FacetName = (typeof facetNames)[number];

export const anyText: FacetFilter = {
	...{ lang: null, author: null, year: null, series: null, level: null }
};

export const textFacets = (
	{ lang, authors = [], issued }: Metadata,
	coverage: Coverage | null,
	series: readonly string[]
): TextFacets => ({
	...{ lang, authors, series },
	year: /^\d{4}/.exec(issued ?? '')?.[0] ?? null,
	levels: coverage ? trustLevels.filter((level) => coverage[level] > 0) : []
});

const valuesOf = (text: TextFacets): Readonly<Record<FacetName, readonly string[]>> => ({
	lang: [text.lang],
	author: text.authors,
	year: text.year === null ? [] : [text.year],
	series: text.series,
	level: text.levels
});

/** Tells whether a text has all that a filter asks for. */
export const fits = (text: TextFacets, filter: FacetFilter): boolean =>
	failed(text, filter) === null;

/** Returns the facets that a text fails by; null for none. */
function failed(text: TextFacets, filter: FacetFilter): readonly FacetName[] | null {
	let names: FacetName[] | null = null;
	const { lang, author, year, series, level } = filter;
	if (lang !== null && text.lang !== lang) (names ??= []).push('lang');
	if (author !== null && !text.authors.includes(author)) (names ??= []).push('author');
	if (year !== null && text.year !== year) (names ??= []).push('year');
	if (series !== null && !text.series.includes(series)) (names ??= []).push('series');
	if (level !== null && !text.levels.includes(level)) (names ??= []).push('level');
	return names;
}

/** By facet, how many texts each value leaves, by the value. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/**
 * Counts how many texts each value of a facet leaves, the other filters in force.
 * Law (`facets.test.ts`): so many fit where it is chosen.
 */
export function facetCounts(texts: readonly TextFacets[], filter: FacetFilter): FacetCounts {
	const counts = {
		lang: new Map<string, number>(),
		author: new Map<string, number>(),
		year: new Map<string, number>(),
		series: new Map<string, number>(),
		level: new Map<string, number>()
	};
	for (const text of texts) {
		const without = failed(text, filter);
		if (without && without.length > 1) continue;
		const values = valuesOf(text);
		for (const name of without ?? facetNames)
			for (const value of new Set(values[name]))
				counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
	}
	return counts;
}
