/**
 * The machine translation cache in IndexedDB, as `core/machine/cache.ts` defines it. A row that
 * cannot be read counts as missing; the next answer replaces it.
 */
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { faults } from '$lib/core/machine/answerFaults';
import {
	parseEngineKey,
	type AheadBook,
	type EngineKey,
	type KeptAnswer,
	type MachineCache
} from '$lib/core/machine/cache';
import type { StoreResult } from '$lib/core/library/storeFailure';
import { fail, ok } from '$lib/core/result';
import { parseFingerprint, type Fingerprint } from '$lib/core/text/fingerprint';
import type { Access } from './access';
import { readable } from './rows';
import type { AnswerKey, Database } from './schema';
import { sweep } from './sweep';

const moment = v.pipe(v.string(), v.isoTimestamp());

const term = v.object({ source: v.string(), forms: v.array(v.string()) });

const answer = v.variant('fault', [
	v.object({ text: v.string(), fault: v.null(), terms: v.exactOptional(v.array(term)) }),
	v.object({ text: v.null(), fault: v.picklist(faults) })
]);

const keptAnswer: v.GenericSchema<unknown, KeptAnswer> = v.object({
	sentence: v.custom<Fingerprint>((raw) => parseFingerprint(raw) !== null, 'a fingerprint'),
	by: v.custom<EngineKey>((raw) => parseEngineKey(raw) !== null, 'a maker'),
	answer,
	termed: v.exactOptional(v.object({ key: v.string(), answer })),
	madeAt: moment,
	readAt: moment
});

const aheadBook: v.GenericSchema<unknown, AheadBook> = v.object({
	book: v.string(),
	paused: v.boolean()
});

/**
 * Precision of an answer’s read time, in milliseconds: a later read is recorded only after a day,
 * so that reading seldom causes a write.
 */
const readMs = 24 * 60 * 60 * 1000;

export function answers(access: Access): MachineCache {
	const { db } = access;
	return {
		answers: async (sentences, by) => {
			const found = await access.read(() =>
				db.answers.bulkGet(sentences.map((sentence): AnswerKey => [sentence, by]))
			);
			if (!found.ok) return found;
			const kept = readable(
				keptAnswer,
				found.value.filter((row) => row !== undefined)
			);
			// Not awaited. If it fails, these answers are only swept somewhat earlier.
			void access.read(() => markRead(db, kept, access.now()));
			return ok(new Map(kept.map((one) => [one.sentence, one])));
		},
		keep: (made) => keep(access, made),
		makers: () =>
			access.read(() =>
				db.transaction('r', db.answers, async () => {
					const all = (await db.answers.orderBy('by').uniqueKeys()).flatMap(
						(key) => parseEngineKey(key) ?? []
					);
					return Promise.all(
						all.map(async (by) => ({ by, answers: await db.answers.where({ by }).count() }))
					);
				})
			),
		forget: (sentences) =>
			access.read(() => db.transaction('rw', db.answers, () => forget(db, sentences))),
		forgetMaker: (by) => access.read(async () => void (await db.answers.where({ by }).delete())),
		isAsked: (article) => access.read(async () => (await db.asked.get(article)) !== undefined),
		setAsked: (article, asked) =>
			access.write(async () => {
				if (asked) await db.asked.put({ article });
				else await db.asked.delete(article);
			}),
		ahead: (book) =>
			access.read(async () => readable(aheadBook, [await db.ahead.get(book)])[0] ?? null),
		setAhead: (book) => access.write(async () => void (await db.ahead.put(book))),
		removeAhead: (book) => access.write(() => db.ahead.delete(book))
	};
}

/** Stores answers. If the disk is full, it deletes older answers and nothing else. */
async function keep(access: Access, made: readonly KeptAnswer[]): StoreResult<void> {
	const { db } = access;
	for (;;) {
		const put = await access.read(async () => void (await db.answers.bulkPut(made)));
		if (put.ok || put.failure.kind !== 'full') return put;
		const swept = await access.read(() => sweep(db));
		if (!swept.ok) return swept;
		if (swept.value === 0) return fail({ kind: 'full' });
	}
}

async function forget(
	db: Database,
	sentences: readonly Fingerprint[]
): Promise<readonly KeptAnswer[]> {
	const rows = await Promise.all(
		sentences.map((sentence) =>
			db.answers
				.where('[sentence+by]')
				.between([sentence, Dexie.minKey], [sentence, Dexie.maxKey])
				.toArray()
		)
	);
	const gone = readable(keptAnswer, rows.flat());
	await db.answers.bulkDelete(gone.map(({ sentence, by }): AnswerKey => [sentence, by]));
	return gone;
}

async function markRead(db: Database, kept: readonly KeptAnswer[], now: string): Promise<void> {
	const old = kept.filter(({ readAt }) => Date.parse(now) - Date.parse(readAt) > readMs);
	if (old.length === 0) return;
	await db.answers.bulkUpdate(
		old.map(({ sentence, by }) => ({ key: [sentence, by] as const, changes: { readAt: now } }))
	);
}
