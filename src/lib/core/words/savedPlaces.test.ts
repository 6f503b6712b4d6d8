import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { savedForms, savedPlaces } from './savedPlaces';
import type { SavedWord } from './savedWord';
import { savedWordOf } from './savedWord.fixture';

const found = (text: string, ...words: readonly SavedWord[]): readonly string[] =>
	savedPlaces(text, savedForms(words, 'sv')).map(({ start, end }) => text.slice(start, end));

describe('saved words in a text', () => {
	test.each([
		[
			'the saved form and its lemma',
			'Katterna och en katt.',
			['Katterna', 'katt'],
			savedWordOf('katt', { form: 'katterna' })
		],
		[
			'other forms of the lemma',
			'En bok, två böcker.',
			['bok', 'böcker'],
			savedWordOf('bok', { forms: ['böcker'] })
		],
		['any capitals', 'KATT Katt katt', ['KATT', 'Katt', 'katt'], savedWordOf('katt')],
		[
			'a phrase, over its lemma alone',
			'Han ställer in mötet.',
			['ställer in'],
			savedWordOf('ställer in')
		],
		['a word with a colon', 'I EU:s regler.', ['EU:s'], savedWordOf('EU', { forms: ['EU:s'] })],
		['either apostrophe', 'It isn’t.', ['isn’t'], savedWordOf("isn't")],
		['no part of another word', 'Skattkatt, katt-hus och katter.', [], savedWordOf('katt')]
	])('are found by %s', (_, text, expected, one) => {
		expect(found(text, one)).toEqual(expected);
	});

	test('are found as the longest phrase that is saved, in whatever order they were', () => {
		const words = [
			savedWordOf('ställer'),
			savedWordOf('ställer in'),
			savedWordOf('ställer in sig')
		];
		expect(found('Hon ställer in sig, han ställer in.', ...words)).toEqual([
			'ställer in sig',
			'ställer in'
		]);
	});

	test('of another language are not looked for', () => {
		expect(found('En fin dag.', savedWordOf('fin', { lang: 'en' }))).toEqual([]);
	});

	test('that share a form are shown as the one that is not known yet', () => {
		const forms = savedForms(
			[savedWordOf('fil', { id: 'a', state: 'known' }), savedWordOf('fil')],
			'sv-FI'
		);
		expect(savedPlaces('fil', forms)).toEqual([{ start: 0, end: 3, state: 'new' }]);
	});

	test('lie in order and never over each other, whatever the text', () => {
		const forms = savedForms(
			[savedWordOf('en'), savedWordOf('en katt'), savedWordOf('katt satt')],
			'sv'
		);
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
