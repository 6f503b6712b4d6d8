/** Which entries of the library are listed, and in which order. */
import type { Lang } from '$lib/core/text/article';
import { matching, type LibraryEntry } from './shelves';

export const sorts = ['recent', 'title', 'added', 'length'] as const;
type Sort = (typeof sorts)[number];

/** What the reader asks of the list. Null or false asks for nothing. */
export interface Arrangement {
	readonly query: string;
	readonly sort: Sort;
	/** The language of the original. */
	readonly lang: Lang | null;
	readonly unread: boolean;
}

export const asItComes: Arrangement = { query: '', sort: 'recent', lang: null, unread: false };

/** Whether some entries may be missing from the list. */
export const narrows = ({ query, lang, unread }: Arrangement): boolean =>
	query.trim() !== '' || lang !== null || unread;

/**
 * Returns the entries that are asked for, in the order that is asked for. `recent` has those that
 * were read or added last first, and leaves the others as they came.
 */
export function arranged(
	entries: readonly LibraryEntry[],
	{ query, sort, lang, unread }: Arrangement,
	ui: Lang
): readonly LibraryEntry[] {
	const found = matching(entries, query).filter(
		({ original, state }) =>
			(lang === null || original.lang === lang) && (!unread || state === 'unread')
	);
	return found.toSorted(orders(ui)[sort]);
}

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
