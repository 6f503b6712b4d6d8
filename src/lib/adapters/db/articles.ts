import type { KeptArticle, Store } from '$lib/core/library/store';
import { after } from '$lib/core/library/moment';
import { draft, keptArticle, ownArticle, place, removed, texts } from '$lib/core/library/schema';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, read, readable } from './rows';
import type { Database, TextsRow, TrashRow } from './schema';

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

/** The articles that the reader has added, and the imports that are not saved yet. */
export function articles(access: Access): Articles {
	const { db } = access;
	return {
		watchArticles: (next, failed) =>
			access.watch(
				async () => ({
					articles: readable(ownArticle, await db.articles.toArray()),
					places: readable(place, await db.places.toArray())
				}),
				({ articles, places }) => next(articles, places),
				failed
			),
		article: (id) =>
			access.read(() => db.transaction('r', db.articles, db.texts, () => kept(db, id))),
		addArticle: (about, article, leftOut, replace) =>
			access.write(() => add(db, { about, article, leftOut }, replace)),
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

/** Writes an article whole. What is added is newer than what was here, also if that was removed. */
async function put(
	db: Database,
	{ about, article, leftOut }: KeptArticle,
	than: readonly (string | undefined)[]
): Promise<void> {
	const { id } = about;
	const changedAt = than.reduce<string>((at, it) => after(at, it ?? null), about.changedAt);
	await current(db, db.texts, id, texts);
	await Promise.all([
		db.articles.put({ ...about, changedAt }),
		db.texts.put(textsRow({ about, article, leftOut })),
		db.removed.delete(id)
	]);
}

export const textsRow = ({ about, article, leftOut }: KeptArticle): TextsRow => ({
	id: about.id,
	article,
	leftOut
});

async function remove(db: Database, id: string, now: string): Promise<void> {
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

async function restore(db: Database, id: string, now: string): Promise<boolean> {
	const thrown = await current(db, db.trash, id, keptArticle);
	if (!thrown || (await db.articles.get(id)) !== undefined) return false;
	const gone = await current(db, db.removed, id, removed);
	await Promise.all([
		put(db, { ...thrown, about: { ...thrown.about, changedAt: now } }, [gone?.changedAt]),
		db.trash.delete(id)
	]);
	return true;
}
