/** What a search is narrowed by, in the address of its page: named as the library’s filters are. */
import { asItComes, type Arrangement } from '../library/arrange';
import { arrangementOf, searchOf } from '../library/arrangementAddress';

/** `series`: the id of a dossier. The language is part of the query. */
export type Chosen = Pick<Arrangement, 'level' | 'author' | 'year' | 'series'>;

export const nothingChosen: Chosen = { level: null, author: null, year: null, series: null };

/** Returns what an address chooses: what has no meaning chooses nothing. */
export function chosenIn(search: string): Chosen {
	const { level, author, year, series } = arrangementOf(search);
	return { level, author, year, series };
}

/** Returns the address’s search of a query; empty where nothing is asked. */
export const searchFor = (query: string, chosen: Chosen): string =>
	searchOf({ ...asItComes, ...chosen, query });
