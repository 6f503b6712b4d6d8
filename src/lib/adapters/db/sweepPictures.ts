import * as v from 'valibot';
import { bookPairing } from '$lib/core/library/bookSchema';
import { sweepDictionaries } from './dictionaryRows';
import { readable } from './rows';
import type { Database } from './schema';
import { sweepLemmaCounts } from './sweepLemmaCounts';

const book = v.object({ pictures: v.array(v.object({ name: v.string() })) });
/** Only what names pictures: a book with another fault keeps its own. */
const showing = v.union([v.object({ book }), book]);

/**
 * Deletes what was removed before `before`, or all of it, and then the pictures and the unfinished
 * translations of no book, and the counts of no text.
 */
export async function emptyTrash(db: Database, before?: string): Promise<number> {
	const all = db.trash.toCollection();
	const rows = before === undefined ? all : db.trash.where('removedAt').below(before);
	const deleted = await rows.delete();
	await sweepPairings(db);
	await sweepLemmaCounts(db);
	return deleted + (await sweepDictionaries(db, before)) + (await sweepPictures(db));
}

/** Deletes the unfinished translations of books that are neither there nor in the trash. */
const sweepPairings = (db: Database): Promise<void> =>
	db.transaction('rw', [db.books, db.trash, db.pairings, db.pairingTexts], async () => {
		const pairings = readable(bookPairing, await db.pairings.toArray());
		const [here, gone] = await Promise.all([
			db.books.bulkGet(pairings.map(({ book }) => book)),
			db.trash.bulkGet(pairings.map(({ book }) => book))
		]);
		const orphans = pairings.flatMap(({ id }, at) => {
			const isThere = here[at] !== undefined && !v.is(removedBook, here[at]);
			return isThere || gone[at] !== undefined ? [] : [id];
		});
		await Promise.all([db.pairings.bulkDelete(orphans), db.pairingTexts.bulkDelete(orphans)]);
	});

const removedBook = v.object({ deleted: v.literal(true) });

/** Deletes the pictures that no book, draft or removed book shows. Returns how many. */
const sweepPictures = (db: Database): Promise<number> =>
	db.transaction('rw', [db.books, db.bookDrafts, db.trash, db.pictures], async () => {
		let orphans = await db.pictures.toCollection().primaryKeys();
		// Drafts and removed books hold whole texts: they are read only where a picture may be theirs.
		for (const table of [db.books, db.bookDrafts, db.trash]) {
			if (orphans.length === 0) return 0;
			const rows: readonly unknown[] = await table.toArray();
			const shown = new Set(rows.flatMap(picturesOf));
			orphans = orphans.filter((name) => !shown.has(name));
		}
		await db.pictures.bulkDelete(orphans);
		return orphans.length;
	});

function picturesOf(row: unknown): readonly string[] {
	const found = v.safeParse(showing, row);
	if (!found.success) return [];
	const { pictures } = 'book' in found.output ? found.output.book : found.output;
	return pictures.map(({ name }) => name);
}
