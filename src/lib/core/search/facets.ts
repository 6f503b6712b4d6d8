/** Narrowing hits to some texts or to some people’s work, and what there is to choose. */
import { trustLevels, type TrustLevel } from '../translation/trust';
import type { Hit } from './hit';
import type { Column, TextKey } from './segment';

/** What hits are narrowed to; null for all. */
export interface SearchFilter {
	readonly level: TrustLevel | null;
	readonly author: string | null;
	readonly year: string | null;
	/** Those of a dossier. */
	readonly texts: readonly TextKey[] | null;
}

export const everything: SearchFilter = { level: null, author: null, year: null, texts: null };

/** How many hits each choice has, most first; years the latest first. */
export interface Facets {
	readonly levels: readonly Choice<TrustLevel>[];
	readonly authors: readonly Choice<string>[];
	readonly years: readonly Choice<string>[];
}

interface Choice<T> {
	readonly value: T;
	readonly count: number;
}

/** Authors to choose from: those beyond it have the fewest hits. */
const mostAuthors = 100;

/** Returns the hits that a filter leaves: titles are nobody’s translation. */
export function narrowed(hits: readonly Hit[], filter: SearchFilter): readonly Hit[] {
	const texts = filter.texts && new Set(filter.texts);
	return hits.filter(
		({ column, level }) =>
			(filter.level === null || level === filter.level) &&
			(filter.author === null || column.authors.includes(filter.author)) &&
			(filter.year === null || yearOf(column) === filter.year) &&
			(texts === null || texts.has(column.text))
	);
}

/** Counts the choices that hits have. */
export function facetsOf(hits: readonly Hit[]): Facets {
	const levels = counted(hits.flatMap(({ level }) => level ?? []));
	const authors = counted(hits.flatMap(({ column }) => column.authors));
	const years = counted(hits.flatMap(({ column }) => yearOf(column) ?? []));
	return {
		levels: levels.toSorted((a, b) => trustLevels.indexOf(a.value) - trustLevels.indexOf(b.value)),
		authors: authors.toSorted((a, b) => b.count - a.count).slice(0, mostAuthors),
		years: years.toSorted((a, b) => Number(b.value) - Number(a.value))
	};
}

const yearOf = ({ issued }: Column): string | null => /^\d{4}/.exec(issued)?.[0] ?? null;

function counted<T>(values: readonly T[]): readonly Choice<T>[] {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return Array.from(counts, ([value, count]) => ({ value, count }));
}
