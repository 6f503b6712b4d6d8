import { after } from '$lib/core/library/moment';
import type { Store } from '$lib/core/library/store';
import { primaryLang } from '$lib/core/text/languageTag';
import { savedWord } from '$lib/core/words/savedSchema';
import type { SavedWord, SavedWordChange } from '$lib/core/words/savedWord';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, readable } from './rows';
import type { Database } from './schema';

type SavedWords = Pick<Store, 'watchSavedWords' | 'putSavedWords'>;

/** Stores the words that the reader has saved. */
export function savedWords(access: Access): SavedWords {
	const { db } = access;
	return {
		watchSavedWords: (next, failed) => access.watch(() => liveWords(db), next, failed),
		putSavedWords: (changes) => access.writeListed('savedWords', () => put(db, changes))
	};
}

/** Returns the record with the fields of its indexes. */
export const savedWordRow = (word: SavedWord) => ({
	...word,
	...(word.deleted ? {} : { live: primaryLang(word.lang) })
});

/** Returns the languages of the words that are not deleted. */
export async function savedLangs(db: Database): Promise<readonly string[]> {
	const langs = await db.savedWords.orderBy('live').keys();
	return [...new Set(langs.map(String))];
}

/** Returns the words that are not deleted; the oldest first. */
async function liveWords(db: Database): Promise<readonly SavedWord[]> {
	const rows = await db.savedWords.orderBy('live').toArray();
	return readable(savedWord, rows).toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
}

/** Writes words unless one changed since the writer read it. A deleted one counts as absent. */
async function put(
	db: Database,
	changes: readonly SavedWordChange[]
): Promise<readonly SavedWord[]> {
	const here = await Promise.all(
		changes.map(({ word }) => current(db, db.savedWords, word.id, savedWord))
	);
	const kept = changes.map(({ word, base }, at) => {
		const was = here[at] ?? null;
		const isFree = base === null && (!was || was.deleted);
		if (!isFree && was?.changedAt !== base) throw new Refusal({ kind: 'conflict' });
		return { ...word, changedAt: after(word.changedAt, was?.changedAt ?? null) };
	});
	await db.savedWords.bulkPut(kept.map(savedWordRow));
	return kept;
}
