import { merge } from '$lib/core/library/merge';
import {
	keptArticle,
	ownArticle,
	ownReview,
	ownWords,
	place,
	removed,
	texts
} from '$lib/core/library/schema';
import type { Damage, Dump, KeptArticle, MergeReport, Store } from '$lib/core/library/store';
import type { Access } from './access';
import { textsRow } from './articles';
import { aside, damage, read, readable } from './rows';
import type { Database } from './schema';
import { keyOf, rowOf } from './work';

type Exchange = Pick<Store, 'dump' | 'merge' | 'clear' | 'damaged'>;

/** The library as a whole: into a backup, out of one, gone. */
export function exchange(access: Access): Exchange {
	const { db } = access;
	return {
		dump: () => access.read(() => db.transaction('r', db.tables, () => dump(db))),
		merge: (there) => access.write(() => mergeInto(db, there)),
		clear: () =>
			access.write(async () => {
				await Promise.all(ofTheReader(db).map((table) => table.clear()));
			}),
		damaged: () => access.read(() => db.transaction('r', db.tables, () => damaged(db)))
	};
}

/** Models are nobody’s words: they are removed where they are listed, files and all. */
const ofTheReader = (db: Database) => db.tables.filter(({ name }) => name !== 'models');

async function dump(db: Database): Promise<Dump> {
	const [articles, gone, words, reviews, places] = await Promise.all([
		keptArticles(db),
		db.removed.toArray(),
		db.words.toArray(),
		db.reviews.toArray(),
		db.places.toArray()
	]);
	return {
		articles,
		removed: readable(removed, gone),
		words: readable(ownWords, words),
		reviews: readable(ownReview, reviews),
		places: readable(place, places)
	};
}

async function keptArticles(db: Database): Promise<readonly KeptArticle[]> {
	const about = readable(ownArticle, await db.articles.toArray());
	const words = await db.texts.bulkGet(about.map(({ id }) => id));
	return about.flatMap((it, i) => {
		const text = read(texts, words[i]);
		return text.ok ? [{ about: it, ...text.value }] : [];
	});
}

/** Writes what the merge brings and nothing else: what is kept is not touched. */
async function mergeInto(db: Database, there: Dump): Promise<MergeReport> {
	const { news, report } = merge(await dump(db), there);
	const articles = [...news.articles.map(({ about }) => about.id), ...news.removed.map(idOf)];
	await Promise.all([
		aside(db, db.articles, articles, ownArticle),
		aside(db, db.texts, articles, texts),
		aside(db, db.words, news.words.map(keyOf), ownWords),
		aside(db, db.reviews, news.reviews.map(keyOf), ownReview),
		aside(db, db.places, news.places.map(articleOf), place)
	]);
	await Promise.all([
		db.articles.bulkPut(news.articles.map(({ about }) => about)),
		db.texts.bulkPut(news.articles.map(textsRow)),
		db.removed.bulkDelete(news.articles.map(({ about }) => about.id)),
		db.articles.bulkDelete(news.removed.map(idOf)),
		db.texts.bulkDelete(news.removed.map(idOf)),
		db.removed.bulkPut(news.removed),
		db.words.bulkPut(news.words.map(rowOf)),
		db.reviews.bulkPut(news.reviews.map(rowOf)),
		db.places.bulkPut(news.places)
	]);
	return report;
}

const idOf = ({ id }: Dump['removed'][number]): string => id;
const articleOf = ({ article }: Dump['places'][number]): string => article;

async function damaged(db: Database): Promise<readonly Damage[]> {
	const checks = [
		[db.articles, ownArticle],
		[db.texts, texts],
		[db.words, ownWords],
		[db.reviews, ownReview],
		[db.places, place],
		[db.removed, removed],
		[db.trash, keptArticle]
	] as const;
	const found = await Promise.all(
		checks.map(async ([table, check]) => damage(table.name, check, await table.toArray()))
	);
	const aside = await db.damaged.toArray();
	return [...found.flat(), ...aside.map(({ table, fault }) => ({ table, fault }))];
}
