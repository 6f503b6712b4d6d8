/**
 * The library's entries as its dossiers have them: each dossier's together, in reading order, then
 * what is in none. Law (`groups.test.ts`): every entry stands in exactly one group.
 */
import type { Texts } from '$lib/core/text/texts';
import type { Entry } from './shelves';

/** What the library says of a dossier. */
export interface DossierListing {
	readonly id: string;
	readonly title: Texts;
	readonly articles: readonly string[];
}

export interface Group<Listed extends Pick<Entry, 'id'> = Entry> {
	/** Null for what is in no dossier. */
	readonly dossier: DossierListing | null;
	readonly entries: readonly Listed[];
}

/** Groups without entries are left out. */
export function grouped<Listed extends Pick<Entry, 'id'>>(
	entries: readonly Listed[],
	dossiers: readonly DossierListing[]
): readonly Group<Listed>[] {
	const groups: Group<Listed>[] = [];
	let left = entries;
	for (const dossier of dossiers) {
		const own = dossier.articles.flatMap((id) => left.filter((entry) => entry.id === id));
		groups.push({ dossier, entries: own });
		left = left.filter((entry) => !own.includes(entry));
	}
	return [...groups, { dossier: null, entries: left }].filter((group) => group.entries.length > 0);
}
