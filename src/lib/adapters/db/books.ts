import { after } from '$lib/core/library/moment';
import { bookDraft, keptPicture, ownBook } from '$lib/core/library/bookSchema';
import type { BookStore, KeptBook, KeptPicture } from '$lib/core/library/ownBook';
import type { Access } from './access';
import { textsRow } from './putArticle';
import { Refusal } from './failure';
import { current, present, readable } from './rows';
import type { Database } from './schema';
import { one } from './translations';
import { removeBook } from './trash';

/** Stores the reader’s books, their pictures, and the books that are not yet saved. */
export function books(access: Access): BookStore {
	const { db } = access;
	return {
		book: (id) =>
			access.read(async () => {
				const found = one(ownBook, await db.books.get(id));
				return found?.deleted ? null : found;
			}),
		addBook: (book) => access.writeListed('own', () => add(db, book)),
		removeBook: (id) => access.write(() => removeBook(db, id, access.now())),
		picture: (name) => access.read(async () => one(keptPicture, await db.pictures.get(name))),
		bookDrafts: () => access.read(async () => readable(bookDraft, await db.bookDrafts.toArray())),
		putBookDraft: (draft, pictures) =>
			access.write(async () => {
				const [fresh] = await Promise.all([
					unknown(db, pictures),
					current(db, db.bookDrafts, draft.id, bookDraft)
				]);
				await Promise.all([db.bookDrafts.put(draft), db.pictures.bulkPut(fresh)]);
			}),
		removeBookDraft: (id) => access.write(() => db.bookDrafts.delete(id))
	};
}

/** Returns the pictures that the store does not have. */
async function unknown(
	db: Database,
	pictures: readonly KeptPicture[]
): Promise<readonly KeptPicture[]> {
	// It asks the database even without pictures: a transaction ends where nothing is asked of it.
	const known = new Set(await db.pictures.toCollection().primaryKeys());
	return pictures.filter(({ name }) => !known.has(name));
}

/** Adds a book under ids that nothing has yet. */
async function add(db: Database, { about, chapters, pictures }: KeptBook): Promise<void> {
	const ids = chapters.map(({ about }) => about.id);
	const [here, fresh, articles, texts] = await Promise.all([
		current(db, db.books, about.id, ownBook),
		unknown(db, pictures),
		present(db.articles, ids),
		present(db.texts, ids)
	]);
	if ((here && !here.deleted) || articles.length + texts.length > 0)
		throw new Refusal({ kind: 'exists', id: about.id });
	await Promise.all([
		db.books.put({ ...about, changedAt: after(about.changedAt, here?.changedAt ?? null) }),
		db.pictures.bulkPut(fresh),
		db.articles.bulkPut(chapters.map(({ about }) => about)),
		db.texts.bulkPut(chapters.map(textsRow)),
		db.removed.bulkDelete(ids)
	]);
}
