/** Removes articles and books, and puts them back while they are in the trash. */
import * as v from 'valibot';
import { after } from '$lib/core/library/moment';
import { ownBook } from '$lib/core/library/bookSchema';
import { trace, type OwnBook } from '$lib/core/library/ownBook';
import { keptArticle, ownArticle, removed, texts, textsWithId } from '$lib/core/library/schema';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import { put, textsRow } from './putArticle';
import { current, present, read, readable } from './rows';
import type { Database, ThrownBook, TrashRow } from './schema';

export async function remove(db: Database, id: string, now: string): Promise<void> {
	const about = await current(db, db.articles, id, ownArticle);
	const words = await current(db, db.texts, id, texts);
	const changedAt = after(now, about?.changedAt ?? null);
	const thrown: readonly TrashRow[] =
		about && words ? [{ id, removedAt: changedAt, about, ...words }] : [];
	await Promise.all([
		db.trash.bulkPut(thrown),
		db.articles.delete(id),
		db.texts.delete(id),
		db.removed.bulkPut(about ? [{ id, changedAt }] : [])
	]);
}

/** Removes a book with its chapters. A chapter that cannot be read stays. */
export async function removeBook(db: Database, id: string, now: string): Promise<void> {
	const book = await current(db, db.books, id, ownBook);
	if (!book || book.deleted) return;
	const ids = articlesOf(book);
	const chapters = readable(ownArticle, await present(db.articles, ids));
	const words = readable(textsWithId, await present(db.texts, ids));
	const textOf = new Map(words.map(({ id, ...text }) => [id, text]));
	const thrown = chapters.flatMap((about): readonly TrashRow[] => {
		const text = textOf.get(about.id);
		return text ? [{ id: about.id, removedAt: now, about, ...text }] : [];
	});
	const gone = thrown.map(({ id }) => id);
	const changedAt = after(now, book.changedAt);
	const thrownBook: ThrownBook = { id, removedAt: now, book };
	await Promise.all([
		db.trash.bulkPut([...thrown, thrownBook]),
		db.books.put(trace(book, changedAt)),
		db.articles.bulkDelete(gone),
		db.texts.bulkDelete(gone),
		db.removed.bulkPut(
			thrown.map(({ id, about }) => ({ id, changedAt: after(now, about.changedAt) }))
		)
	]);
}

export const articlesOf = ({ chapters }: OwnBook): readonly string[] =>
	chapters.flatMap(({ article }) => article ?? []);

/** A row of the trash that holds a book. */
const thrownBook: v.GenericSchema<unknown, Pick<ThrownBook, 'book'>> = v.object({ book: ownBook });

/** A row of the trash. */
export const thrown = v.union([thrownBook, keptArticle]);

/** Puts back an article or a book; false where it is no longer in the trash, or is there again. */
export async function restore(db: Database, id: string, now: string): Promise<boolean> {
	const row = await db.trash.get(id);
	const book = read(thrownBook, row);
	if (book.ok) return restoreBook(db, book.value.book, now);
	const article = await current(db, db.trash, id, keptArticle);
	if (!article || (await db.articles.get(id)) !== undefined) return false;
	const gone = await current(db, db.removed, id, removed);
	await Promise.all([
		put(db, { ...article, about: { ...article.about, changedAt: now } }, [gone?.changedAt]),
		db.trash.delete(id)
	]);
	return true;
}

/** Puts a book back with the chapters that are still in the trash. */
async function restoreBook(db: Database, book: OwnBook, now: string): Promise<boolean> {
	const here = await current(db, db.books, book.id, ownBook);
	if (here && !here.deleted) return false;
	const ids = [...articlesOf(book)];
	const kept = readable(keptArticle, await present(db.trash, ids));
	const gone = readable(removed, await present(db.removed, ids));
	const goneAt = new Map(gone.map(({ id, changedAt }) => [id, changedAt]));
	const chapters = kept.map((chapter): KeptArticle => ({
		...chapter,
		about: { ...chapter.about, changedAt: after(now, goneAt.get(chapter.about.id) ?? null) }
	}));
	await Promise.all([
		db.books.put({ ...book, changedAt: after(now, here?.changedAt ?? null) }),
		db.articles.bulkPut(chapters.map(({ about }) => about)),
		db.texts.bulkPut(chapters.map(textsRow)),
		db.removed.bulkDelete(ids),
		db.trash.bulkDelete([book.id, ...ids])
	]);
	return true;
}
