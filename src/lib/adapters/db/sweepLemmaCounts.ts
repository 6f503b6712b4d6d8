import { countedKey } from '$lib/core/words/lemmaStore';
import type { Database } from './schema';

/** Deletes the counts of the reader’s texts that are no longer there. Most readers have none. */
export async function sweepLemmaCounts(db: Database): Promise<void> {
	const prefix = countedKey('own', '');
	const own = await db.lemmaCounts.where('key').startsWith(prefix).primaryKeys();
	if (own.length === 0) return;
	const ids = own.map((key) => key.slice(prefix.length));
	const here = await db.articles.bulkGet(ids);
	await db.lemmaCounts.bulkDelete(own.filter((_, at) => here[at] === undefined));
}
