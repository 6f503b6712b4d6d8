import { liveQuery } from 'dexie';
import type { Database } from './schema';
import { workedIds } from './work';

/**
 * The articles with an own copy, own words or own reviews, or with this device’s translation: the
 * boot script looks here before the first paint (`src/boot/head.js`), when the database cannot be
 * asked yet.
 */
export const ownKey = 'jamsides.own';

/** Keeps the list as the database has it, from now on. Gives the way to stop. */
export function mirrorOwn(db: Database, storage: Pick<Storage, 'setItem'>): () => void {
	const subscription = liveQuery(() => ownIds(db)).subscribe({
		next: (ids) => {
			try {
				storage.setItem(ownKey, JSON.stringify(ids));
			} catch {
				// No room or no leave: the page then finds out a moment after its first paint.
			}
		},
		error: () => undefined // whoever reads or writes is told
	});
	return () => subscription.unsubscribe();
}

async function ownIds(db: Database): Promise<readonly string[]> {
	const [articles, worked, asked] = await Promise.all([
		db.articles.toCollection().primaryKeys(),
		workedIds(db),
		db.asked.toCollection().primaryKeys()
	]);
	return [...new Set([...articles, ...worked, ...asked])].sort();
}
