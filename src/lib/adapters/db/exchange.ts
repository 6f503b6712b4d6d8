import type { Table } from 'dexie';
import * as v from 'valibot';
import { merge } from '$lib/core/library/mergeBackup';
import {
	ownArticle,
	alignmentAbout,
	alignmentDraft,
	ownHighlight,
	ownReview,
	ownTranslation,
	ownWords,
	place,
	removed,
	texts,
	textsWithId
} from '$lib/core/library/schema';
import {
	keptPicture,
	bookDraft,
	bookPairing,
	ownBook,
	pairingText
} from '$lib/core/library/bookSchema';
import type { Damage } from '$lib/core/library/damage';
import type { Counts, Merging } from '$lib/core/library/mergeReport';
import { picturesOf, type KeptPicture } from '$lib/core/library/ownBook';
import { savedWord } from '$lib/core/words/savedSchema';
import type { Dump, Store, TranslatedTexts } from '$lib/core/library/store';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import type { Access } from './access';
import { headRow, partRow } from './alignments';
import { ownDictionary } from './dictionaryRows';
import { textsRow } from './putArticle';
import { highlightRow } from './highlights';
import { damage, inParts, present, putInParts, read, readable, type Check } from './rows';
import type { DamagedRow, Database, ThrownBook, TrashRow } from './schema';
import { savedWordRow } from './savedWords';
import { translationRow } from './translations';
import { articlesOf, thrown as trashRow } from './trash';
import { keyOf, rowOf } from './work';

type Exchange = Pick<Store, 'dump' | 'translatedTexts' | 'merge' | 'counts' | 'clear' | 'damaged'>;

/** Writes, reads and deletes the whole library: backup, restore and clear. */
export function exchange(access: Access): Exchange {
	const { db } = access;
	return {
		dump: () => access.read(() => db.transaction('r', db.tables, () => dump(db))),
		translatedTexts: () =>
			access.read(() => db.transaction('r', db.tables, () => translatedTexts(db))),
		merge: (there, progress = () => {}) =>
			access.write(() => mergeInto(db, there, access.now(), progress)),
		counts: () => access.read(() => db.transaction('r', db.tables, () => counts(db))),
		clear: () =>
			access.write(async () => {
				await Promise.all(ofTheReader(db).map((table) => table.clear()));
			}),
		damaged: () => access.read(() => db.transaction('r', db.tables, () => damaged(db)))
	};
}

/**
 * Returns all tables but the one of models. Models are deleted in their own list, files included.
 */
const ofTheReader = (db: Database) => db.tables.filter(({ name }) => name !== 'models');

/** Reads only the articles that have a translation: a book has many that have none. */
async function translatedTexts(db: Database): Promise<TranslatedTexts> {
	const translations = readable(ownTranslation, await db.translations.toArray());
	const ids = new Set(translations.map(({ article }) => article));
	return { articles: await keptArticles(db, ids), translations };
}

async function dump(db: Database): Promise<Dump> {
	const [articles, translations, gone, words, reviews, places, highlights, saved, shelf] =
		await Promise.all([
			keptArticles(db),
			db.translations.toArray(),
			db.removed.toArray(),
			db.words.toArray(),
			db.reviews.toArray(),
			db.places.toArray(),
			db.highlights.toArray(),
			db.savedWords.toArray(),
			db.books.toArray()
		]);
	const books = readable(ownBook, shelf);
	const pictures = await present(db.pictures, [...picturesOf(books)]);
	return {
		articles,
		removed: readable(removed, gone),
		words: readable(ownWords, words),
		reviews: readable(ownReview, reviews),
		translations: readable(ownTranslation, translations),
		places: readable(place, places),
		highlights: readable(ownHighlight, highlights),
		savedWords: readable(savedWord, saved),
		books,
		pictures: readable(keptPicture, pictures)
	};
}

/** Returns all articles, or those of these ids. */
async function keptArticles(
	db: Database,
	ids: ReadonlySet<string> | null = null
): Promise<readonly KeptArticle[]> {
	const all = readable(ownArticle, await db.articles.toArray());
	const about = ids ? all.filter(({ id }) => ids.has(id)) : all;
	const words = await db.texts.bulkGet(about.map(({ id }) => id));
	return about.flatMap((it, i) => {
		const text = read(texts, words[i]);
		return text.ok ? [{ about: it, ...text.value }] : [];
	});
}

/** Counts by the indexes, in which deleted records are not. A book’s chapters are no texts. */
async function counts(db: Database): Promise<Counts> {
	const [articles, words, reviews, translations, places, highlights, savedWords, shelf] =
		await Promise.all([
			db.articles.count(),
			db.words.orderBy('live').count(),
			db.reviews.orderBy('live').count(),
			db.translations.orderBy('live').count(),
			db.places.count(),
			db.highlights.orderBy('live').count(),
			db.savedWords.orderBy('live').count(),
			db.books.toArray()
		]);
	const books = readable(ownBook, shelf).filter(({ deleted }) => !deleted);
	const texts = articles - books.flatMap(articlesOf).length;
	const records = { words, reviews, translations, places, highlights, savedWords };
	return { articles: texts, books: books.length, ...records };
}

/** The records here that have the key of a record there, and those of them that cannot be read. */
interface Counterparts {
	readonly here: Dump;
	readonly harmed: readonly DamagedRow[];
}

/** Finds them: no other records change. */
async function counterparts(db: Database, there: Dump): Promise<Counterparts> {
	const harmed: DamagedRow[] = [];
	/** Returns the rows of these keys that can be read; the others are put aside. */
	const found = async <T, Key>(
		check: Check<T>,
		table: Table<unknown, Key>,
		keys: readonly Key[]
	): Promise<readonly T[]> =>
		(await present(table, keys)).flatMap((row) => {
			const result = read(check, row);
			if (!result.ok) harmed.push({ table: table.name, row, fault: result.failure });
			return result.ok ? [result.value] : [];
		});
	const articles = [...there.articles.map(({ about }) => about.id), ...there.removed.map(idOf)];
	const [
		about,
		texts,
		gone,
		words,
		reviews,
		translations,
		places,
		highlights,
		savedWords,
		books,
		pictures
	] = await Promise.all([
		found(ownArticle, db.articles, articles),
		found(textsWithId, db.texts, articles),
		found(removed, db.removed, articles),
		found(ownWords, db.words, there.words.map(keyOf)),
		found(ownReview, db.reviews, there.reviews.map(keyOf)),
		found(ownTranslation, db.translations, there.translations.map(idOf)),
		found(place, db.places, there.places.map(articleOf)),
		found(ownHighlight, db.highlights, there.highlights.map(idOf)),
		found(savedWord, db.savedWords, there.savedWords.map(idOf)),
		found(ownBook, db.books, there.books.map(idOf)),
		found(keptPicture, db.pictures, there.pictures.map(nameOf))
	]);
	const textOf = new Map(texts.map(({ id, ...text }) => [id, text]));
	const kept = about.flatMap((it): readonly KeptArticle[] => {
		const text = textOf.get(it.id);
		return text ? [{ about: it, ...text }] : [];
	});
	const records = { words, reviews, translations, places, highlights, savedWords, books, pictures };
	return { here: { articles: kept, removed: gone, ...records }, harmed };
}

/** Writes only what the merge changes. Records that stay are not touched. */
async function mergeInto(
	db: Database,
	there: Dump,
	now: string,
	progress: (done: number) => void
): Promise<Merging> {
	const { here, harmed } = await counterparts(db, there);
	const { news, report } = merge(here, there);
	const isGone = new Set(news.removed.map(idOf));
	const thrown = here.articles
		.filter(({ about }) => isGone.has(about.id))
		.map((kept): TrashRow => ({ id: kept.about.id, removedAt: now, ...kept }));
	const live = new Map(here.books.map((book) => [book.id, book]));
	const thrownBooks = news.books.flatMap(({ id, deleted }): readonly ThrownBook[] => {
		const book = live.get(id);
		return deleted && book && !book.deleted ? [{ id, removedAt: now, book }] : [];
	});
	await Promise.all([
		db.damaged.bulkAdd(harmed),
		db.articles.bulkPut(news.articles.map(({ about }) => about)),
		putInParts(db.texts, news.articles.map(textsRow), progress),
		db.removed.bulkDelete(news.articles.map(({ about }) => about.id)),
		db.articles.bulkDelete(news.removed.map(idOf)),
		db.texts.bulkDelete(news.removed.map(idOf)),
		db.removed.bulkPut(news.removed),
		db.trash.bulkPut([...thrown, ...thrownBooks]),
		db.books.bulkPut(news.books),
		db.pictures.bulkPut(news.pictures),
		db.words.bulkPut(news.words.map(rowOf)),
		db.reviews.bulkPut(news.reviews.map(rowOf)),
		db.translations.bulkPut(news.translations.map(translationRow)),
		db.places.bulkPut(news.places),
		db.highlights.bulkPut(news.highlights.map(highlightRow)),
		db.savedWords.bulkPut(news.savedWords.map(savedWordRow))
	]);
	// A chapter comes back with its book.
	const alone = thrown.filter(({ about }) => about.book === undefined);
	return { report, removed: [...alone, ...thrownBooks].map(idOf) };
}

const idOf = ({ id }: { readonly id: string }): string => id;
const nameOf = ({ name }: KeptPicture): string => name;
const articleOf = ({ article }: Dump['places'][number]): string => article;

async function damaged(db: Database): Promise<readonly Damage[]> {
	const found = await Promise.all([
		damagedIn(db.articles, ownArticle),
		damagedIn(db.texts, texts),
		damagedIn(db.words, ownWords),
		damagedIn(db.reviews, ownReview),
		damagedIn(db.translations, ownTranslation),
		damagedIn(db.alignments, v.union([alignmentDraft, v.intersect([alignmentAbout, headRow])])),
		damagedIn(db.alignmentParts, partRow),
		damagedIn(db.places, place),
		damagedIn(db.highlights, ownHighlight),
		damagedIn(db.savedWords, savedWord),
		damagedIn(db.removed, removed),
		damagedIn(db.books, ownBook),
		damagedIn(db.pictures, keptPicture),
		damagedIn(db.bookDrafts, bookDraft),
		damagedIn(db.pairings, bookPairing),
		damagedIn(db.pairingTexts, pairingText),
		damagedIn(db.trash, trashRow),
		damagedIn(db.dictionaries, ownDictionary)
	]);
	const aside = await db.damaged.toArray();
	return [...found.flat(), ...aside.map(({ table, fault }) => ({ table, fault }))];
}

async function damagedIn<Key>(
	table: Table<unknown, Key>,
	check: Check<unknown>
): Promise<readonly Damage[]> {
	const found: Damage[] = [];
	await inParts(table, (rows) => found.push(...damage(table.name, check, rows)));
	return found;
}
