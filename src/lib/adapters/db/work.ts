import { after } from '$lib/core/library/moment';
import { ownReview, ownWords, place } from '$lib/core/library/schema';
import type { OwnReview, OwnWork, OwnWords, Store } from '$lib/core/library/store';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, read, readable } from './rows';
import type { Database, WorkKey } from './schema';
import { translationsOf } from './translations';

type Work = Pick<
	Store,
	'watchWorked' | 'watchWork' | 'work' | 'putWords' | 'putReview' | 'putPlace'
>;

/** What the reader has done with an article: their words, their reviews, how far they have read. */
export function work(access: Access): Work {
	const { db } = access;
	return {
		watchWorked: (next, failed) => access.watch(() => workedIds(db), next, failed),
		watchWork: (article, next, failed) => access.watch(() => workOn(db, article), next, failed),
		work: (article) => access.read(() => workOn(db, article)),
		putWords: (words, base) => access.write(() => putWords(db, words, base)),
		putReview: (review) => access.write(() => putReview(db, review)),
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

/** The record with the fields that it is found by. */
export const rowOf = <T extends OwnWords | OwnReview>(own: T) => ({
	...own,
	first: own.source[0] ?? '',
	...(own.deleted ? {} : { live: own.article })
});

/**
 * The ids of the articles with own words, reviews or translations brought in that are not deleted. Reads every key: a live
 * query of `uniqueKeys` would not hear of a change of any but the first record of an article.
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

async function workOn(db: Database, article: string): Promise<OwnWork> {
	const [words, reviews, translations, placeRow] = await Promise.all([
		db.words.where({ article }).toArray(),
		db.reviews.where({ article }).toArray(),
		translationsOf(db, article),
		db.places.get(article)
	]);
	const here = read(place, placeRow);
	return {
		words: readable(ownWords, words).filter(({ deleted }) => !deleted),
		reviews: readable(ownReview, reviews).filter(({ deleted }) => !deleted),
		translations,
		place: here.ok ? here.value : null
	};
}

/** What the writer did not see is not overwritten. */
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
