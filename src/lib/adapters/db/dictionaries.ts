/**
 * The reader’s dictionaries: what is known of each, and apart from it its files, which stay blobs.
 * A removed one keeps its files until the trash is emptied, so that it can be restored.
 */
import type { OwnDictionary, ReadDictionary } from '$lib/core/words/dictionary/dictionary';
import type { DictionaryStore } from '$lib/core/words/dictionary/store';
import type { Access } from './access';
import { allDictionaries, dictionaryFiles, ownDictionary } from './dictionaryRows';
import { read } from './rows';
import type { Database } from './schema';

export function dictionaries(access: Access): DictionaryStore {
	const { db } = access;
	return {
		watchDictionaries: (next, failed) => access.watch(() => listed(db), next, failed),
		dictionaries: () => access.read(() => listed(db)),
		addDictionary: (id, added) => access.write(() => add(db, id, added, access.now())),
		dictionaryFiles: (id) =>
			access.read(async () => {
				const files = read(dictionaryFiles, await db.dictionaryFiles.get(id));
				return files.ok ? files.value : null;
			}),
		orderDictionaries: (ids) => access.write(() => order(db, ids)),
		removeDictionary: (id) =>
			access.write(async () => void (await setRemoved(db, id, access.now()))),
		restoreDictionary: (id) => access.write(() => setRemoved(db, id, null))
	};
}

const listed = async (db: Database): Promise<readonly OwnDictionary[]> =>
	(await allDictionaries(db)).filter(({ removedAt }) => removedAt === null);

async function add(
	db: Database,
	id: string,
	{ about, files }: ReadDictionary,
	addedAt: string
): Promise<OwnDictionary | null> {
	const here = await allDictionaries(db);
	const isSame = (one: OwnDictionary) =>
		one.removedAt === null &&
		(['name', 'format', 'entries', 'bytes'] as const).every((key) => one[key] === about[key]);
	if (here.some(isSame)) return null;
	const place = 1 + Math.max(-1, ...here.map((one) => one.place));
	const own: OwnDictionary = { ...about, id, place, addedAt, removedAt: null };
	await Promise.all([db.dictionaries.put(own), db.dictionaryFiles.put({ id, ...files })]);
	return own;
}

async function order(db: Database, ids: readonly string[]): Promise<void> {
	const here = await allDictionaries(db);
	const placeOf = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
	const sorted = here.toSorted((a, b) => placeOf(a.id) - placeOf(b.id) || a.place - b.place);
	await db.dictionaries.bulkPut(sorted.map((one, place) => ({ ...one, place })));
}

/** Returns whether the dictionary and its files are there. */
async function setRemoved(db: Database, id: string, removedAt: string | null): Promise<boolean> {
	const [row, files] = await Promise.all([
		db.dictionaries.get(id),
		db.dictionaryFiles.where('id').equals(id).count()
	]);
	const own = read(ownDictionary, row);
	if (!own.ok || files === 0) return false;
	await db.dictionaries.put({ ...own.value, removedAt });
	return true;
}
