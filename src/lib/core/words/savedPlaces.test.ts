import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { savedForms, savedPlaces } from './savedPlaces';
import { newSavedWord, type SavedWord } from './savedWord';

const word = (lemma: string, change: Partial<SavedWord> = {}): SavedWord => ({
	...newSavedWord(
		{
			lang: 'sv',
			to: 'en',
			form: lemma,
			lemma,
			forms: [],
			wordClass: '',
			meaning: '',
			context: null,
			note: ''
		},
		lemma,
		'2026-11-02T08:30:00.000Z'
	),
	...change
});

const found = (text: string, ...words: readonly SavedWord[]): readonly string[] =>
	savedPlaces(text, savedForms(words, 'sv')).map(({ start, end }) => text.slice(start, end));

describe('saved words in a text', () => {
	test.each([
		[
			'the saved form and its lemma',
			'Katterna och en katt.',
			['Katterna', 'katt'],
			word('katt', { form: 'katterna' })
		],
		[
			'other forms of the lemma',
			'En bok, två böcker.',
			['bok', 'böcker'],
			word('bok', { forms: ['böcker'] })
		],
		['any capitals', 'KATT Katt katt', ['KATT', 'Katt', 'katt'], word('katt')],
		['a phrase, over its lemma alone', 'Han ställer in mötet.', ['ställer in'], word('ställer in')],
		['a word with a colon', 'I EU:s regler.', ['EU:s'], word('EU', { forms: ['EU:s'] })],
		['either apostrophe', 'It isn’t.', ['isn’t'], word("isn't")],
		['no part of another word', 'Skattkatt, katt-hus och katter.', [], word('katt')]
	])('are found by %s', (_, text, expected, one) => {
		expect(found(text, one)).toEqual(expected);
	});

	test('are found as the longest phrase that is saved, in whatever order they were', () => {
		const words = [word('ställer'), word('ställer in'), word('ställer in sig')];
		expect(found('Hon ställer in sig, han ställer in.', ...words)).toEqual([
			'ställer in sig',
			'ställer in'
		]);
	});

	test('of another language are not looked for', () => {
		expect(found('En fin dag.', word('fin', { lang: 'en' }))).toEqual([]);
	});

	test('that share a form are shown as the one that is not known yet', () => {
		const forms = savedForms([word('fil', { id: 'a', state: 'known' }), word('fil')], 'sv-FI');
		expect(savedPlaces('fil', forms)).toEqual([{ start: 0, end: 3, state: 'new' }]);
	});

	test('lie in order and never over each other, whatever the text', () => {
		const forms = savedForms([word('en'), word('en katt'), word('katt satt')], 'sv');
		const text = fc
			.array(fc.constantFrom('en', 'katt', 'satt', ' ', ', ', 'å'), { maxLength: 30 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, (text) => {
				let end = 0;
				for (const place of savedPlaces(text, forms)) {
					expect(place.start).toBeGreaterThanOrEqual(end);
					expect(place.end).toBeGreaterThan(place.start);
					end = place.end;
				}
			})
		);
	});
});
