import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import { savedWord } from './savedSchema';
import { knownLemmas, newSavedWord, wordKey, type NewSavedWord, type SavedWord } from './savedWord';

const cat: NewSavedWord = {
	lang: 'sv',
	to: 'en',
	form: 'katterna',
	lemma: 'katt',
	forms: ['katten', 'katter'],
	wordClass: 'noun',
	meaning: 'cat',
	context: {
		sentence: { text: 'Där satt katterna.', range: [9, 17] },
		counterpart: { text: 'There sat the cats.', range: [14, 18] },
		source: { article: 'gard', title: 'En gård', paragraph: fingerprint('Ett'), occurrence: 1 }
	},
	note: ''
};
const made = newSavedWord(cat, 'a', '2026-11-02T08:30:00.000Z');

describe('a saved word', () => {
	test('is read as it was made', () => {
		expect(v.parse(savedWord, made)).toEqual(made);
	});

	const harmed = (change: Record<string, unknown>): boolean =>
		v.safeParse(savedWord, { ...made, ...change }).success;
	const source = made.context?.source;
	test.each([
		['no lemma', { lemma: '' }],
		['an unknown state', { state: 'forgotten' }],
		['no language', { lang: 'Svenska' }],
		[
			'a range outside of its sentence',
			{ context: { sentence: { text: 'Katt.', range: [2, 9] }, counterpart: null, source } }
		],
		[
			'a range that ends before it begins',
			{ context: { sentence: { text: 'Katt.', range: [3, 1] }, counterpart: null, source } }
		],
		['a due date that is no number', { repetition: { due: '2026' } }]
	])('is refused with %s', (_, change) => {
		expect(harmed(change)).toBe(false);
	});

	test('is the same word in any capitals, in any region, and another in another class', () => {
		expect(wordKey({ ...cat, lemma: 'Katt', lang: 'sv-FI' })).toBe(wordKey(cat));
		expect(wordKey({ ...cat, lemma: 'fo\u0308l' })).toBe(wordKey({ ...cat, lemma: 'föl' }));
		expect(wordKey({ ...cat, wordClass: 'verb' })).not.toBe(wordKey(cat));
	});
});

test('known lemmas are those of one language that are marked as known', () => {
	const words: readonly SavedWord[] = [
		{ ...made, state: 'known' },
		{ ...made, lemma: 'hund', state: 'learning' },
		{ ...made, lemma: 'dog', lang: 'en', state: 'known' }
	];
	expect([...knownLemmas(words, 'sv')]).toEqual(['katt']);
	expect([...knownLemmas(words, 'en-GB')]).toEqual(['dog']);
});
