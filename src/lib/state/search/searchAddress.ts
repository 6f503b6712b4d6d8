/** What a search is narrowed by, in the address of its page: named as the library’s filters are. */
import { parseQuery, withLang } from '$lib/core/search/query';
import { asItComes, type Arrangement } from '../library/arrange';
import { arrangementOf, searchOf } from '../library/arrangementAddress';

/** `series`: the id of a dossier. The language is part of the query. */
export type Chosen = Pick<Arrangement, 'level' | 'author' | 'year' | 'series'>;

export const nothingChosen: Chosen = { level: null, author: null, year: null, series: null };

/** What an address asks for. */
export interface AskedSearch {
	readonly typed: string;
	readonly chosen: Chosen;
}

/**
 * Returns what an address asks for: what has no meaning chooses nothing. A language that is chosen as in
 * the library becomes part of the query.
 * @param isSeries whether there is a dossier with an id
 */
export function askedIn(search: string, isSeries: (id: string) => boolean): AskedSearch {
	const { level, author, year, series, lang } = arrangementOf(search);
	const typed = new URLSearchParams(search).get('q') ?? '';
	return {
		typed: lang !== null && parseQuery(typed).lang === null ? withLang(typed, lang) : typed,
		chosen: { level, author, year, series: series !== null && isSeries(series) ? series : null }
	};
}

/** Returns the address’s search of a query; empty where nothing is asked. */
export const searchFor = (query: string, chosen: Chosen): string =>
	searchOf({ ...asItComes, ...chosen, query });
