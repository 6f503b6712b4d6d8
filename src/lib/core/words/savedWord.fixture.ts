/** Saved words for tests, and random ones for laws. */
import fc from 'fast-check';
import { fingerprint } from '../text/fingerprint';
import {
	newSavedWord,
	savedStates,
	type MarkedSentence,
	type NewSavedWord,
	type Repetition,
	type SavedWord
} from './savedWord';

/** Returns a Swedish word without a meaning and a context, as it is given to be saved. */
export const wordToSave = (lemma: string, part: Partial<NewSavedWord> = {}): NewSavedWord => ({
	...{ lang: 'sv', to: 'en', form: lemma, lemma, forms: [], wordClass: '' },
	...{ meaning: '', context: null, note: '' },
	...part
});

/** Returns such a word as it is saved. Its id is its lemma. */
export const savedWordOf = (lemma: string, change: Partial<SavedWord> = {}): SavedWord => ({
	...newSavedWord(wordToSave(lemma), lemma, '2026-11-02T08:30:00.000Z'),
	...change
});

const text = fc.oneof(fc.constantFrom('En katt.', 'Två.'), fc.string({ unit: 'binary' }));

const sentence: fc.Arbitrary<MarkedSentence> = text.chain((text) =>
	fc
		.option(fc.tuple(fc.nat(text.length), fc.nat(text.length)))
		.map((ends) => ({ text, range: ends && [Math.min(...ends), Math.max(...ends)] }))
);

const repetition: fc.Arbitrary<Repetition> = fc.record({
	due: fc.integer(),
	stability: fc.constantFrom(0.5, 12.25),
	difficulty: fc.constant(5),
	scheduledDays: fc.nat(9),
	learningSteps: fc.nat(2),
	reviews: fc.nat(9),
	lapses: fc.nat(9),
	stage: fc.nat(3),
	last: fc.integer()
});

export const savedWords = (
	id: fc.Arbitrary<string>,
	changedAt: fc.Arbitrary<string>
): fc.Arbitrary<SavedWord> =>
	fc
		.record({
			id,
			lang: fc.constantFrom('sv', 'en'),
			to: fc.constantFrom('en', 'sv'),
			form: text,
			lemma: fc.string({ minLength: 1, unit: 'binary' }),
			forms: fc.array(text, { maxLength: 2 }),
			wordClass: fc.constantFrom('', 'noun'),
			meaning: text,
			context: fc.option(
				fc.record({
					sentence,
					counterpart: fc.option(sentence),
					source: fc.record({
						article: id,
						title: text,
						paragraph: fc.constant(fingerprint('Ett')),
						occurrence: fc.constantFrom(1, 2)
					})
				})
			),
			note: text,
			state: fc.constantFrom(...savedStates),
			repetition: fc.option(repetition),
			addedAt: changedAt,
			changedAt,
			gone: fc.boolean()
		})
		.map(({ gone, ...word }) => (gone ? { ...word, deleted: true as const } : word));
