import { describe, expect, test } from 'vitest';
import { spans } from '../links/sentenceSpans';
import { counterpart } from './counterpart';
import { highlightsMarkdown, type ExportedHighlight } from './markdown';

const one: ExportedHighlight = {
	words: ['Katten *satt* här.', 'Det regnade.'],
	counterpart: 'The cat sat here.',
	by: 'AI draft by Claude, not reviewed',
	about: 'Yellow',
	note: 'Fråga 1_a\n# inte en rubrik',
	address: 'https://example.org/en/read/gard/#p-0123456789abcdef'
};
const labels = { title: 'Highlights', note: 'Your note', paragraph: 'To the paragraph' };

describe('highlights as Markdown', () => {
	test('have both languages, the citation, the note and the address', () => {
		const text = highlightsMarkdown(
			[
				{
					title: 'En gård',
					translatedTitle: 'A farm',
					source: 'Ada, Bladet, 2014',
					address: 'https://example.org/x',
					highlights: [one]
				}
			],
			labels
		);
		expect(text).toBe(
			[
				'# Highlights',
				'## En gård',
				'*A farm*',
				'Ada, Bladet, 2014. <https://example.org/x>',
				[
					'> Katten \\*satt\\* här.',
					'>',
					'> Det regnade.',
					'>',
					'> *The cat sat here.* (AI draft by Claude, not reviewed)'
				].join('\n'),
				'**Your note:** Fråga 1\\_a  \n\\# inte en rubrik',
				'Yellow · [To the paragraph](<https://example.org/en/read/gard/#p-0123456789abcdef>)',
				''
			]
				.join('\n\n')
				.replace(/\n\n$/, '\n')
		);
	});

	test('keep the lines of a verse in both languages', () => {
		const verse = { ...one, words: ['Katten satt\n- här.'], counterpart: 'The cat\nsat here.' };
		const text = { title: 'En gård', translatedTitle: '', source: '', address: '' };
		expect(highlightsMarkdown([{ ...text, highlights: [verse] }], labels)).toContain(
			'> Katten satt  \n> \\- här.\n>\n> *The cat  \n> sat here.* (AI'
		);
	});

	test('leave out what is not known', () => {
		const bare = { ...one, words: ['1. Ja'], counterpart: '', by: '', note: ' ', address: '' };
		const text = highlightsMarkdown(
			[
				{
					title: 'Ja',
					translatedTitle: 'Ja',
					source: '',
					address: 'javascript:x',
					highlights: [bare]
				}
			],
			labels
		);
		expect(text).toBe('# Highlights\n\n## Ja\n\n> 1\\. Ja\n\nYellow\n');
	});
});

describe('the counterpart of highlighted words', () => {
	const swedish = 'Katten satt. Det regnade. Sedan gick den in.';
	const english = 'The cat sat. It rained. Then it went in.';
	const linked = spans([swedish], [english], { source: 'sv', target: 'en' }, [
		[[0], [0]],
		[[1], [1]],
		[[2], [2]]
	]);

	test('is the sentences that answer theirs', () => {
		const range = { part: 0, start: swedish.indexOf('regnade'), end: swedish.indexOf('Sedan') + 5 };
		expect(counterpart(linked, 'source', [range], [english])).toBe('It rained. Then it went in.');
	});

	test('goes from the translation to the original too, and is empty for none', () => {
		expect(counterpart(linked, 'target', [{ part: 0, start: 0, end: 3 }], [swedish])).toBe(
			'Katten satt.'
		);
		expect(counterpart(linked, 'target', [{ part: 1, start: 0, end: 3 }], [swedish])).toBe('');
	});
});
