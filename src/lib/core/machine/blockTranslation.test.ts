import { describe, expect, it } from 'vitest';
import { block } from '../text/block';
import { sentences } from '../text/sentence';
import { plain } from '../text/inline';
import { spansFault } from '../translation/spans';
import type { Answer } from './cache';
import { contributor, draftOf, finished, progress, type AnswerLookup } from './blockTranslation';
import { say } from './engine.fixture';

const pair = { from: 'sv', to: 'en' };
const by = contributor(
	{
		...pair,
		engine: 'words',
		model: 'm',
		revision: '',
		dtype: 'q8',
		settings: 'greedy',
		segmenter: 1
	},
	'2026-11-21T20:00:00.000Z'
);
const draft = (text: string) => draftOf(block({ kind: 'paragraph' }, text), pair);
const spoken: AnswerLookup = (text) => ({ text: say(text), fault: null });
const none: Answer = { text: null, fault: 'empty' };

describe('a draft', () => {
	it('asks for each sentence and marked phrase once', () => {
		expect(draft('Vi gick *dit*. Huset. Huset.').texts).toEqual(['Vi gick dit.', 'Huset.', 'dit']);
	});

	it('becomes a unit by the machine, not reviewed, with spans', () => {
		const made = finished(draft('Vi gick *dit*. Det ligger vid havet.'), spoken, by);
		expect(made).toMatchObject({
			kind: 'unit',
			unit: {
				kind: 'paragraph',
				text: ['We walked *there*. The lies by the sea.'],
				by: {
					origin: 'machine',
					name: 'words',
					model: 'm',
					settings: 'q8, greedy',
					date: '2026-11-21'
				},
				review: null,
				spans: [
					[[0], [0]],
					[[1], [1]]
				]
			},
			untranslated: []
		});
		expect(by).not.toHaveProperty('revision');
	});

	it('keeps the shape of its block', () => {
		const heading = draftOf(block({ kind: 'heading', level: 3 }, 'Huset'), pair);
		expect(finished(heading, spoken, by)).toMatchObject({ unit: { kind: 'heading', level: 3 } });
	});

	it('is not finished before all of it is answered', () => {
		const half: AnswerLookup = (text) => (text === 'Vi gick.' ? spoken(text) : undefined);
		const two = draft('Vi gick. Det ligger.');
		expect(finished(two, half, by)).toBeNull();
		expect(progress(two, half)).toEqual([
			{ original: 'Vi gick. ', translation: 'We walked. ' },
			{ original: 'Det ligger.', translation: null }
		]);
	});

	it('keeps a sentence without an accepted answer in the original, and lists it', () => {
		const some: AnswerLookup = (text) => (text === 'Vi gick.' ? spoken(text) : none);
		expect(finished(draft('Vi gick. Det ligger.'), some, by)).toMatchObject({
			unit: { text: ['We walked. Det ligger.'] },
			untranslated: ['Det ligger.']
		});
	});

	it.each([
		['nothing', '🦊🦊 🌲 1986'],
		['nothing', '* * *'],
		['already', 'This is how it was, and how it will be.'],
		['untranslatable', 'Vi gick dit.']
	])('has no translation if its text is %s', (kind, text) => {
		expect(finished(draft(text), () => none, by)).toEqual({ kind });
	});

	it('leaves a sentence in the language asked for as it is', () => {
		const mixed = draft('Vi gick dit. This is how it was, and how it will be.');
		expect(mixed.texts).toEqual(['Vi gick dit.']);
		expect(finished(mixed, spoken, by)).toMatchObject({
			unit: { text: ['We walked there. This is how it was, and how it will be.'] },
			untranslated: []
		});
	});

	it('stays whole with a sentence of three thousand words', () => {
		const long = `Vi gick ${'dit och '.repeat(1500)}hem.`;
		const made = finished(draft(long), spoken, by);
		if (made?.kind !== 'unit') throw new Error(made?.kind);
		const [text = ''] = made.unit.text;
		expect(text).toBe(say(long));
		expect(spansFault(made.unit.spans ?? [], 1, sentences(plain(text), 'en').length)).toBeNull();
	});
});
