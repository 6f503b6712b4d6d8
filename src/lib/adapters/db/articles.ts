import type { KeptArticle } from '$lib/core/library/ownArticle';
import type { Store } from '$lib/core/library/store';
import { ownBook } from '$lib/core/library/bookSchema';
import { draft, ownArticle, place, removed, texts } from '$lib/core/library/schema';
import type { Access } from './access';
import { Refusal } from './failure';
import { put } from './putArticle';
import { current, read, readable } from './rows';
import type { Database } from './schema';
import { remove, restore } from './trash';

type Articles = Pick<
	Store,
	| 'watchArticles'
	| 'article'
	| 'addArticle'
	| 'removeArticle'
	| 'restoreArticle'
	| 'drafts'
	| 'putDraft'
	| 'removeDraft'
>;

/** Stores the articles that the reader has added and the imports that are not yet saved. */
export function articles(access: Access): Articles {
	const { db } = access;
	return {
		watchArticles: (next, failed) =>
			access.watch(
				async () => ({
					articles: readable(ownArticle, await db.articles.toArray()),
					places: readable(place, await db.places.toArray()),
					books: readable(ownBook, await db.books.toArray()).filter(({ deleted }) => !deleted)
				}),
				({ articles, places, books }) => next(articles, places, books),
				failed
			),
		article: (id) =>
			access.read(() => db.transaction('r', db.articles, db.texts, () => kept(db, id))),
		addArticle: (about, article, leftOut, replace) =>
			access.writeListed('own', () => add(db, { about, article, leftOut }, replace)),
		removeArticle: (id) => access.write(() => remove(db, id, access.now())),
		restoreArticle: (id) => access.write(() => restore(db, id, access.now())),

		drafts: () => access.read(async () => readable(draft, await db.drafts.toArray())),
		putDraft: (own) =>
			access.write(async () => {
				await current(db, db.drafts, own.id, draft);
				await db.drafts.put(own);
			}),
		removeDraft: (id) => access.write(() => db.drafts.delete(id))
	};
}

async function kept(db: Database, id: string): Promise<KeptArticle | null> {
	const [aboutRow, textsRow] = await Promise.all([db.articles.get(id), db.texts.get(id)]);
	if (aboutRow === undefined) return null;
	const about = read(ownArticle, aboutRow);
	const words = read(texts, textsRow);
	if (!about.ok) throw new Refusal({ kind: 'damaged', message: about.failure });
	if (!words.ok) throw new Refusal({ kind: 'damaged', message: words.failure });
	return { about: about.value, ...words.value };
}

async function add(db: Database, article: KeptArticle, replace: boolean): Promise<void> {
	const { id } = article.about;
	const here = await current(db, db.articles, id, ownArticle);
	if (here && !replace) throw new Refusal({ kind: 'exists', id });
	const gone = await current(db, db.removed, id, removed);
	await put(db, article, [here?.changedAt, gone?.changedAt]);
}
