import { after } from '$lib/core/library/moment';
import { ownReview, ownWords, place } from '$lib/core/library/schema';
import type { OwnReview, OwnWork, OwnWords, Store } from '$lib/core/library/store';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, read, readable } from './rows';
import type { Database, WorkKey } from './schema';
import { translationsOf } from './translations';

type WorkStore = Pick<
	Store,
	'watchWorked' | 'work' | 'putWords' | 'putReview' | 'place' | 'putPlace'
>;

/** Stores the reader’s work on an article: words, reviews and reading position. */
export function work(access: Access): WorkStore {
	const { db } = access;
	return {
		watchWorked: (next, failed) => access.watch(() => workedIds(db), next, failed),
		work: (article) => access.read(() => workOn(db, article)),
		putWords: (words, base) => access.writeListed('own', () => putWords(db, words, base)),
		putReview: (review) => access.writeListed('own', () => putReview(db, review)),
		place: (article) =>
			access.read(async () => {
				const here = read(place, await db.places.get(article));
				return here.ok ? here.value : null;
			}),
		putPlace: (own) =>
			access.write(async () => {
				await current(db, db.places, own.article, place);
				await db.places.put(own);
			})
	};
}

export const keyOf = (own: OwnWords | OwnReview): WorkKey => [
	own.article,
	own.source[0] ?? '',
	own.lang
];

/** Returns the record with the fields of its indexes. */
export const rowOf = <T extends OwnWords | OwnReview>(own: T) => ({
	...own,
	first: own.source[0] ?? '',
	...(own.deleted ? {} : { live: own.article })
});

/**
 * Returns the ids of the articles with own words, reviews or imported translations that are not
 * deleted. Reads every key: a live query of `uniqueKeys` notices only changes to the first record
 * of an article.
 */
export async function workedIds(db: Database): Promise<readonly string[]> {
	const [words, reviews, translated] = await Promise.all([
		db.words.orderBy('live').primaryKeys(),
		db.reviews.orderBy('live').primaryKeys(),
		db.translations.orderBy('live').keys()
	]);
	const worked = [...words, ...reviews].map(([article]) => article);
	return [...new Set([...worked, ...translated.map(String)])];
}

export type WorkRecords = Pick<OwnWork, 'words' | 'reviews'>;

export async function recordsOn(db: Database, article: string): Promise<WorkRecords> {
	const [words, reviews] = await Promise.all([
		db.words.where({ article }).toArray(),
		db.reviews.where({ article }).toArray()
	]);
	return {
		words: readable(ownWords, words).filter(({ deleted }) => !deleted),
		reviews: readable(ownReview, reviews).filter(({ deleted }) => !deleted)
	};
}

async function workOn(db: Database, article: string): Promise<OwnWork> {
	const [records, translations] = await Promise.all([
		recordsOn(db, article),
		translationsOf(db, article)
	]);
	return { ...records, translations };
}

/** Writes words unless they changed since the writer read them. */
async function putWords(db: Database, words: OwnWords, base: string | null): Promise<OwnWords> {
	const here = await current(db, db.words, keyOf(words), ownWords);
	const seen = here?.deleted ? [null, here.changedAt] : [here?.changedAt ?? null];
	if (!seen.includes(base)) throw new Refusal({ kind: 'conflict' });
	const kept = { ...words, changedAt: after(words.changedAt, here?.changedAt ?? null) };
	await db.words.put(rowOf(kept));
	return kept;
}

async function putReview(db: Database, review: OwnReview): Promise<void> {
	const here = await current(db, db.reviews, keyOf(review), ownReview);
	const changedAt = after(review.changedAt, here?.changedAt ?? null);
	await db.reviews.put(rowOf({ ...review, changedAt }));
}
