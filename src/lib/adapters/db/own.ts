import { highlightedIds } from './highlights';
import { mirror, type Mirror } from './mirror';
import { savedLangs } from './savedWords';
import type { Database } from './schema';
import { workedIds } from './work';

/**
 * The localStorage key for the articles with an own copy, own words, reviews, an imported
 * translation or this device’s translation. The boot script (`src/boot/head.js`) reads it before
 * the first paint, when the database cannot yet be asked.
 */
const ownKey = 'jamsides.own';

/** The localStorage key for the articles with highlights: the reading page loads them only there. */
const highlightedKey = 'jamsides.highlights';

/** The localStorage key for the languages of saved words: reading pages mark only those. */
const savedKey = 'jamsides.savedWords';

export const ownMirror = (db: Database, storage: Pick<Storage, 'setItem'>): Mirror =>
	mirror(storage, ownKey, () => ownIds(db));

export const highlightMirror = (db: Database, storage: Pick<Storage, 'setItem'>): Mirror =>
	mirror(storage, highlightedKey, () => highlightedIds(db));

export const savedMirror = (db: Database, storage: Pick<Storage, 'setItem'>): Mirror =>
	mirror(storage, savedKey, () => savedLangs(db));

/** Returns the ids of the texts that are the reader’s own, or that have something of theirs. */
export async function ownIds(db: Database): Promise<readonly string[]> {
	const [articles, worked, asked] = await Promise.all([
		db.articles.toCollection().primaryKeys(),
		workedIds(db),
		db.asked.toCollection().primaryKeys()
	]);
	return [...new Set([...articles, ...worked, ...asked])].sort();
}
