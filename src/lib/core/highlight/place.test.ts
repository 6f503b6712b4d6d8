import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HighlightSide, OwnHighlight } from './ownHighlight';
import { fingerprint } from '../text/fingerprint';
import { placeHighlights, type SidedParagraph } from './place';
import { quoteOf } from './quote';

const row = (id: string, original: string, translation = ''): SidedParagraph => ({
	id,
	source: [fingerprint(original)],
	texts: { original: [original], translation: translation ? [translation] : [] }
});

/** Highlights words of a text, in a paragraph with that original. */
function highlight(
	words: string,
	original: string,
	text = original,
	side: HighlightSide = 'original'
): OwnHighlight {
	const start = text.indexOf(words);
	const quote = quoteOf(text, { start, end: start + words.length });
	if (!quote) throw new RangeError(`no words: ${words}`);
	return {
		id: words,
		article: 'gard',
		side,
		lang: 'sv',
		quotes: [{ paragraph: fingerprint(original), occurrence: 1, part: 0, ...quote }],
		colour: 'yellow',
		note: '',
		addedAt: '2026-11-28T08:00:00.000Z',
		changedAt: '2026-11-28T08:00:00.000Z'
	};
}

const cat = 'Katten satt på trappan och väntade på kvällen.';
const rain = 'Det regnade hela dagen.';

const places = (highlights: readonly OwnHighlight[], rows: readonly SidedParagraph[]) =>
	placeHighlights(highlights, rows).map(({ highlight, pieces }) => [
		highlight.id,
		pieces.map(({ row, start }) => `${row}:${start}`).join(' ')
	]);

describe('a highlight', () => {
	test('is found in its paragraph, in the order of the text', () => {
		const made = [
			highlight('hela dagen', rain),
			highlight('trappan', cat),
			highlight('Katten', cat)
		];
		expect(places(made, [row('a', cat), row('b', rain)])).toEqual([
			['Katten', 'a:0'],
			['trappan', 'a:15'],
			['hela dagen', 'b:12']
		]);
	});

	test('is found where its paragraph was corrected and has another fingerprint', () => {
		const corrected = cat.replace('kvällen', 'natten');
		const made = [highlight('Katten satt på trappan', cat), highlight('satt', cat)];
		expect(places(made, [row('a', rain), row('b', corrected)])).toEqual([
			['Katten satt på trappan', 'b:0'],
			['satt', 'b:7']
		]);
	});

	test('is found where some of its own words were corrected too', () => {
		const corrected = cat.replace('trappan', 'tröskeln');
		expect(places([highlight(cat, cat)], [row('a', rain), row('b', corrected)])).toEqual([
			[cat, 'b:0']
		]);
	});

	test('of short words is in no other paragraph by chance', () => {
		const made = [highlight('på', cat)];
		expect(places(made, [row('a', 'Hon väntade på honom.')])).toEqual([['på', '']]);
	});

	test('is kept, and comes last, where its words are gone', () => {
		const made = [highlight('trappan', cat), highlight('regnade', rain)];
		expect(places(made, [row('b', rain)])).toEqual([
			['regnade', 'b:4'],
			['trappan', '']
		]);
	});

	test('of a translation is found in a corrected translation', () => {
		const english = 'The cat sat on the steps and waited for evening.';
		const made = [highlight('sat on the steps', cat, english, 'translation')];
		const corrected = 'A grey cat sat on the steps and waited.';
		expect(places(made, [row('a', cat, corrected)])).toEqual([['sat on the steps', 'a:11']]);
	});

	test('of a paragraph that occurs twice is found in the same of the two', () => {
		const made = highlight('regnade', rain);
		const second = { ...made, quotes: made.quotes.map((one) => ({ ...one, occurrence: 2 })) };
		expect(places([second], [row('a', rain), row('b', cat), row('a-2', rain)])).toEqual([
			['regnade', 'a-2:4']
		]);
	});

	test('of several paragraphs has a piece in each of them that is found', () => {
		const two = highlight('kvällen', cat);
		const both = { ...two, quotes: [...two.quotes, ...highlight('Det', rain).quotes] };
		expect(places([both], [row('a', cat), row('b', rain)])).toEqual([['kvällen', 'a:38 b:0']]);
		expect(places([both], [row('b', rain)])).toEqual([['kvällen', 'b:0']]);
	});

	test('is never lost and never makes a text throw', () => {
		const text = fc.oneof(fc.constantFrom(cat, rain), fc.string({ unit: 'binary', maxLength: 30 }));
		fc.assert(
			fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
				const made = [highlight('trappan', cat), highlight(rain, rain)];
				const rows = texts.map((one, at) => row(String(at), one, one));
				const placed = placeHighlights(made, rows);
				expect(new Set(placed.map((one) => one.highlight))).toEqual(new Set(made));
			})
		);
	});
});
