/**
 * Answers about a large library by as little of it as tells: the file of a choice that is asked for,
 * else the table of all. Law (`facetSources.test.ts`): the answers are those of all texts.
 */
import {
	anyText,
	facetCounts,
	fits,
	type FacetFilter,
	type FacetName,
	type TextFacets
} from './facets';
import { inPage } from './choiceFile';
import { choiceNames, type Choice, type ChoiceName, type FacetTable } from './facetTable';

/** What has been fetched: the table, and by `choiceKey` the texts of some choices. */
export interface FacetSources {
	readonly table: FacetTable;
	readonly choices: ReadonlyMap<string, readonly TextFacets[]>;
}

export const choiceKey = (name: ChoiceName, value: string): string => `${name} ${value}`;

/** A choice that is asked for. */
export interface AskedChoice {
	readonly name: ChoiceName;
	readonly value: string;
	readonly choice: Choice;
}

/** A file with listings: page `page` of a choice, or of a kind. */
export interface ListingPage {
	readonly of: ChoiceName | 'kind';
	readonly nth: number;
	readonly page: number;
	/** Number of listings in it. */
	readonly count: number;
}

/** Returns a filter without the values that are too rare to be named: only the texts tell them. */
const knownFilter = ({ choices, cut }: FacetTable, filter: FacetFilter): FacetFilter =>
	cut.reduce((known, name) => {
		const value = known[name];
		return value === null || choices[name].has(value) ? known : { ...known, [name]: null };
	}, filter);

/** Returns the choices of a filter that have texts, the one with the fewest first. */
export const askedChoices = (
	{ choices }: FacetTable,
	filter: FacetFilter
): readonly AskedChoice[] =>
	choiceNames
		.flatMap((name) => {
			const value = filter[name];
			const choice = value === null ? undefined : choices[name].get(value);
			return value !== null && choice ? [{ name, value, choice }] : [];
		})
		.toSorted((a, b) => a.choice.count - b.choice.count);

/** Returns the texts of the rarest choice of a filter: what it leaves is among them; null for the table. */
function textsFor(
	{ table, choices }: FacetSources,
	filter: FacetFilter
): readonly TextFacets[] | null {
	const chosen = choiceNames.filter((name) => filter[name] !== null);
	const asked = askedChoices(table, filter);
	if (asked.length < chosen.length) return []; // one of them has no text
	const [fewest] = asked;
	return fewest ? (choices.get(choiceKey(fewest.name, fewest.value)) ?? []) : null;
}

/** Returns how many texts of the library a filter leaves; 0 until the file of its choice is here. */
export function countLeft(sources: FacetSources, filter: FacetFilter): number {
	const known = knownFilter(sources.table, filter);
	const texts = textsFor(sources, known);
	if (texts) return texts.filter((text) => fits(text, known)).length;
	return sum(fitting(sources.table, known).map(({ count }) => count));
}

/** Returns how many texts each value of a facet leaves, the other filters in force. */
export function valuesLeft(
	sources: FacetSources,
	filter: FacetFilter,
	name: FacetName
): ReadonlyMap<string, number> {
	const others = { ...knownFilter(sources.table, filter), [name]: null };
	const texts = textsFor(sources, others);
	if (texts) return facetCounts(texts, others)[name];
	const kinds = fitting(sources.table, others);
	const counts = new Map<string, number>();
	const add = (value: string, count: number) => {
		if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
	};
	if (name === 'lang') for (const { lang, count } of kinds) add(lang, count);
	else if (name === 'level')
		for (const { levels, count } of kinds) for (const level of levels) add(level, count);
	else
		for (const [value, choice] of sources.table.choices[name])
			add(value, sum(kinds.map(({ nth }) => choice.kinds.get(nth) ?? 0)));
	return counts;
}

/** Returns the kinds that a filter leaves, with their numbers. */
const fitting = ({ kinds }: FacetTable, { lang, level }: FacetFilter) =>
	kinds
		.map((kind, nth) => ({ ...kind, nth }))
		.filter((kind) =>
			fits({ ...kind, authors: [], series: [], year: null }, { ...anyText, lang, level })
		);

/** The least share of a library that a filter leaves where its lists are read one after the other. */
const dense = 0.2;

/**
 * The pages of a year are read in the order of their texts, unless those of the kinds are fewer than this
 * share of them.
 */
const fewer = 0.5;

/**
 * Returns the fewest pages that hold all that a filter leaves, in their order; null where the lists of
 * the library are as good.
 */
export function pagesLeft(
	sources: FacetSources,
	filter: FacetFilter
): readonly ListingPage[] | null {
	const { table } = sources;
	const known = knownFilter(table, filter);
	const texts = textsFor(sources, known);
	const asked = askedChoices(table, known).map((one) => choicePages(sources, one, known));
	const [fewest] = asked.toSorted((a, b) => a.length - b.length);
	if (texts && !fewest) return []; // what is asked for has no text
	const kinds = fitting(table, known);
	if (!fewest) {
		const share = sum(kinds.map(({ count }) => count)) / sum(table.kinds.map(({ count }) => count));
		return share < dense ? kindPages(table, kinds, null) : null;
	}
	if (known.author !== null || known.series !== null) return fewest;
	const pages = kindPages(table, kinds, known.year);
	return pages.length < fewer * fewest.length ? pages : fewest;
}

/** Returns the pages of a choice that hold what a filter leaves. */
function choicePages(
	{ choices }: FacetSources,
	{ name, value, choice }: AskedChoice,
	filter: FacetFilter
): readonly ListingPage[] {
	const texts = choices.get(choiceKey(name, value)) ?? [];
	return pagesOf(name, choice.nth, choice.count).filter(({ page }) =>
		texts.slice(page * inPage, (page + 1) * inPage).some((text) => fits(text, filter))
	);
}

/** Returns the pages of some kinds, of one year or of all: the first of each, then the second. */
function kindPages(
	{ choices }: FacetTable,
	kinds: readonly { readonly nth: number; readonly count: number }[],
	year: string | null
): readonly ListingPage[] {
	const later = [...choices.year].filter(([one]) => year !== null && one > year);
	return kinds
		.flatMap(({ nth, count }) => {
			const of = (choice?: Choice) => choice?.kinds.get(nth) ?? 0;
			const from = sum(later.map(([, choice]) => of(choice)));
			const to = year === null ? count : from + of(choices.year.get(year));
			const first = Math.floor(from / inPage);
			return to === from
				? []
				: pagesOf('kind', nth, count)
						.slice(first, Math.ceil(to / inPage))
						.map((page) => ({ page, turn: page.page - first }));
		})
		.toSorted((a, b) => a.turn - b.turn)
		.map(({ page }) => page);
}

const pagesOf = (of: ListingPage['of'], nth: number, count: number): readonly ListingPage[] =>
	Array.from({ length: Math.ceil(count / inPage) }, (_, page) => ({
		...{ of, nth, page },
		count: Math.min(inPage, count - page * inPage)
	}));

/** Texts that are not here: nothing is known of them but what a library is narrowed by. */
export interface Elsewhere {
	/** Returns how many of them a filter leaves. */
	readonly count: (filter: FacetFilter) => number;
	/** Returns how many of them each value of a facet leaves, the other filters in force. */
	readonly values: (filter: FacetFilter, name: FacetName) => ReadonlyMap<string, number>;
}

/** Returns what is known of the texts of a library without those that are here. */
export const elsewhereOf = (sources: FacetSources, here: readonly TextFacets[]): Elsewhere => ({
	count(filter) {
		const known = knownFilter(sources.table, filter);
		const fitting = here.filter((text) => fits(text, known)).length;
		return Math.max(0, countLeft(sources, known) - fitting);
	},
	values(filter, name) {
		const known = knownFilter(sources.table, filter);
		const fitting = facetCounts(here, known)[name];
		const left = Array.from(
			valuesLeft(sources, known, name),
			([value, count]) => [value, count - (fitting.get(value) ?? 0)] as const
		);
		return new Map(left.filter(([, count]) => count > 0));
	}
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
