import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dictionaryOf } from './dictionary';
import { knownWords, Lemmas, sumOfKnown, type KnownWord, type LemmaCounts } from './lemmaCounts';

const lemmasOf = async (lang: 'sv' | 'en'): Promise<Lemmas> => {
	const dictionary = await dictionaryOf(lang, lang === 'sv' ? 'en' : 'sv');
	if (!dictionary) throw new Error('no lexicon');
	return new Lemmas(dictionary.vocabulary, lang);
};
const swedish = await lemmasOf('sv');
const english = await lemmasOf('en');

const known = (lemma: string, part: Partial<KnownWord> = {}): KnownWord => ({
	lang: 'sv',
	lemma,
	wordClass: 'noun',
	state: 'known',
	...part
});

describe('the lemmas of a text', () => {
	test('are counted in any form, with compounds and unknown words as themselves', () => {
		const counts = swedish.counts([
			'Katten såg katter.',
			'Böckerna, bokens hylla och bokhyllan: xyzzy!'
		]);
		expect(Object.fromEntries(counts)).toEqual({
			katt: 2,
			se: 1,
			bok: 2,
			hylla: 1,
			bokhylla: 1,
			xyzzy: 1
		});
	});

	test('have no small words, names or figures', () => {
		expect([...swedish.counts(['Det var 1984, och Zjanybek gick dit.']).keys()]).toEqual(['gå']);
		expect([...english.counts(['It is the Zhanybek of 1984; she went.']).keys()]).toEqual(['go']);
	});
});

describe('known words', () => {
	test('are those that the reader has marked, of this language', () => {
		const words = [
			known('katt'),
			known('hund', { state: 'learning' }),
			known('cat', { lang: 'en-GB' })
		];
		expect([...swedish.known(words, 'sv')]).toEqual(['katt']);
		expect([...english.known(words, 'en')]).toEqual(['cat']);
	});

	test('that the reader wrote themselves may be any form', () => {
		const words = [known('Katterna', { wordClass: '' }), known('böckerna')];
		expect([...swedish.known(words, 'sv')]).toEqual(['katterna', 'böckerna', 'katt']);
	});

	test('are counted wherever they stand', () => {
		const counts = swedish.counts(['Katten såg en hund och två katter.']);
		expect(knownWords(counts, new Set(['katt']))).toEqual({ known: 2, running: 5 });
	});
});

describe('laws', () => {
	const words = fc.array(
		fc.constantFrom('katten', 'katter', 'Bo', 'såg', 'xyz', 'och', '7', 'bokhyllan', 'Hus'),
		{ maxLength: 12 }
	);
	const text = words.map((list) => list.join(' '));
	const plus = (one: LemmaCounts, two: LemmaCounts) => {
		const sum = new Map(one);
		for (const [lemma, count] of two) sum.set(lemma, (sum.get(lemma) ?? 0) + count);
		return sum;
	};

	test('the counts of two texts add up to those of both', () => {
		fc.assert(
			fc.property(text, text, (one, two) => {
				const [a, b] = [swedish.counts([one]), swedish.counts([two])];
				expect(swedish.counts([one, two])).toEqual(plus(a, b));
			})
		);
	});

	const counts = fc
		.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 9 })))
		.map((list) => new Map(list));
	const lemmas = fc.array(fc.string({ maxLength: 3 })).map((list) => new Set(list));

	test('more lemmas know no less, and never more than all', () => {
		fc.assert(
			fc.property(counts, lemmas, lemmas, (counts, some, others) => {
				const [less, more] = [some, new Set([...some, ...others])].map((one) =>
					knownWords(counts, one)
				);
				expect(less?.known).toBeLessThanOrEqual(more?.known ?? -1);
				expect(more?.known).toBeLessThanOrEqual(more?.running ?? -1);
				expect(knownWords(counts, new Set(counts.keys())).known).toBe(more?.running);
				expect(sumOfKnown([]).running).toBe(0);
			})
		);
	});
});
