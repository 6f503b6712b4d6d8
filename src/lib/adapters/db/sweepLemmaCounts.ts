import { countedKey } from '$lib/core/words/lemmaStore';
import type { Database } from './schema';

/** Deletes the counts of the reader’s texts that are no longer there. */
export const sweepLemmaCounts = (db: Database): Promise<void> =>
	db.transaction('rw', [db.articles, db.lemmaCounts], async () => {
		const own = await db.lemmaCounts.where('key').startsWith(countedKey('own', '')).primaryKeys();
		const there = new Set(
			(await db.articles.toCollection().primaryKeys()).map((id) => countedKey('own', id))
		);
		await db.lemmaCounts.bulkDelete(own.filter((key) => !there.has(key)));
	});
