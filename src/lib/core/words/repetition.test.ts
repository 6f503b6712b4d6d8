import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dueWords, newAtOnce, nextDue } from './due';
import { grades, repeated } from './repetition';
import { newSavedWord, type Repetition, type SavedWord } from './savedWord';
import { savedWord } from './savedSchema';

const now = Date.parse('2026-11-02T08:30:00.000Z');
const minute = 60_000;
const day = 24 * 60 * minute;

const word = (id: string, change: Partial<SavedWord> = {}): SavedWord => ({
	...newSavedWord(
		{
			lang: 'sv',
			to: 'en',
			form: 'katt',
			lemma: 'katt',
			forms: [],
			wordClass: '',
			meaning: 'cat',
			context: null,
			note: ''
		},
		id,
		'2026-11-02T08:30:00.000Z'
	),
	...change
});

describe('repetition', () => {
	test('asks again in minutes at first, then in days that grow', () => {
		const first = repeated(null, 'good', now);
		expect(first.due - now).toBe(10 * minute);
		const second = repeated(first, 'good', first.due);
		expect(second.due - first.due).toBeGreaterThanOrEqual(day);
		const third = repeated(second, 'good', second.due);
		expect(third.due - second.due).toBeGreaterThan(second.due - first.due);
		expect(third.reviews).toBe(3);
	});

	test('a better answer never comes back sooner than a worse one', () => {
		const answers = fc.array(fc.constantFrom(...grades), { maxLength: 6 });
		fc.assert(
			fc.property(answers, (given) => {
				const before = given.reduce<Repetition | null>(
					(one, grade) => repeated(one, grade, one?.due ?? now),
					null
				);
				const at = before?.due ?? now;
				const due = grades.map((grade) => repeated(before, grade, at).due);
				expect(due).toEqual(due.toSorted((a, b) => a - b));
			})
		);
	});

	test('is kept as numbers, and goes on from them', () => {
		const first = repeated(null, 'hard', now);
		const kept = JSON.parse(JSON.stringify(word('a', { repetition: first }))) as unknown;
		const read = v.parse(savedWord, kept).repetition;
		expect(repeated(read, 'good', now + day)).toEqual(repeated(first, 'good', now + day));
	});
});

describe('the words to repeat', () => {
	const due = (ms: number): Partial<SavedWord> => ({
		repetition: { ...repeated(null, 'good', now), due: ms }
	});

	test('are those that are due, then new ones, never known ones', () => {
		const words = [
			word('new'),
			word('soon', due(now + minute)),
			word('late', due(now - day)),
			word('known', { ...due(now - day), state: 'known' }),
			word('today', due(now))
		];
		expect(dueWords(words, now).map(({ id }) => id)).toEqual(['late', 'today', 'new']);
		expect(nextDue(words, now)).toBe(now + minute);
		expect(nextDue([], now)).toBeNull();
	});

	test('have only so many new ones at once', () => {
		const words = Array.from({ length: 50 }, (_, n) => word(`${n}`));
		expect(dueWords(words, now)).toHaveLength(newAtOnce);
	});
});
