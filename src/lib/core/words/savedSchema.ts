/** The schema that a saved word from outside must pass: from the database or from a backup. */
import * as v from 'valibot';
import { count, fingerprint, id, lang, moment, type Of } from '../library/schemaParts';
import { savedStates, type MarkedSentence, type SavedWord } from './savedWord';

const sentence: Of<MarkedSentence> = v.pipe(
	v.object({
		text: v.string(),
		range: v.nullable(v.tuple([count, count]))
	}),
	v.check(
		({ text, range }) => range === null || (range[0] <= range[1] && range[1] <= text.length),
		'has a range outside of its text'
	)
);

const finite = v.pipe(v.number(), v.finite());

/** The last moment of a `Date`, in milliseconds. */
const lastMs = 8.64e15;
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(-lastMs), v.maxValue(lastMs));

const memory = v.pipe(finite, v.minValue(0.001));

const repetition = v.object({
	due: milliseconds,
	stability: memory,
	difficulty: v.pipe(finite, v.minValue(1), v.maxValue(10)),
	scheduledDays: count,
	learningSteps: count,
	reviews: count,
	lapses: count,
	stage: v.pipe(count, v.maxValue(3)),
	last: milliseconds
});

export const savedWord: Of<SavedWord> = v.object({
	id,
	lang,
	to: lang,
	form: v.string(),
	lemma: v.pipe(v.string(), v.minLength(1)),
	forms: v.array(v.string()),
	wordClass: v.string(),
	meaning: v.string(),
	context: v.nullable(
		v.object({
			sentence,
			counterpart: v.nullable(sentence),
			source: v.object({
				article: id,
				title: v.string(),
				paragraph: fingerprint,
				occurrence: v.pipe(count, v.minValue(1))
			})
		})
	),
	note: v.string(),
	state: v.picklist(savedStates),
	repetition: v.nullable(repetition),
	addedAt: moment,
	changedAt: moment,
	deleted: v.exactOptional(v.literal(true))
});
