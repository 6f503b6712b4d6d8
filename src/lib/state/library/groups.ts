/**
 * Groups the library's entries: one group for each dossier, in reading order, then a group of the
 * entries in no dossier. Law (`groups.test.ts`): every entry is in exactly one group.
 */
import type { Outline } from '$lib/core/map/drawing';
import type { Lang } from '$lib/core/text/article';
import type { Texts } from '$lib/core/text/texts';
import type { LibraryEntry } from './shelves';

/** A dossier as the library lists it. */
export interface DossierListing {
	readonly id: string;
	/** The language on the original’s side. */
	readonly lang: Lang;
	readonly title: Texts;
	readonly outline: Outline;
	readonly articles: readonly string[];
}

export interface Group<Listed extends Pick<LibraryEntry, 'id'> = LibraryEntry> {
	/** Null for the entries that are in no dossier. */
	readonly dossier: DossierListing | null;
	readonly entries: readonly Listed[];
}

/** Returns the groups; those without entries are left out. */
export function grouped<Listed extends Pick<LibraryEntry, 'id'>>(
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
