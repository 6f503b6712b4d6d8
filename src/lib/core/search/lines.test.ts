import { describe, expect, test } from 'vitest';
import { block } from '../text/block';
import type { OwnWords } from '../library/store';
import { linesOf } from './lines';
import { textKey } from './segment';
import { columnsOf, libraryText, stampOf, type LibraryText } from './textRows';

const source = block(
	{ kind: 'paragraph' },
	'Han ställde *nu* in mötet, och mötet glömdes. Ingen kom. Mötena var många.'
);
const note = block({ kind: 'footnote', marker: '1' }, 'En fotnot.');
const lead = block({ kind: 'standfirst' }, 'En ingress.');

const words = (text: string): OwnWords => ({
	article: 'a',
	source: [source.fingerprint],
	lang: 'en',
	text: [text],
	name: 'Ada',
	from: null,
	changedAt: '2026-11-02T08:00:00.000Z'
});

const text = (own: readonly OwnWords[] = []): LibraryText =>
	libraryText({
		key: textKey('own', 'a'),
		metadata: { lang: 'sv', title: 'Möten' },
		original: { lang: 'sv', title: 'Möten', blocks: [note, source, lead] },
		translations: [],
		words: own,
		reviews: [],
		device: []
	});

const english =
	'He now cancelled the meeting, and the meeting was forgotten. Nobody came. The meetings were many.';

function lines(
	forms: readonly string[],
	side: 'original' | 'translation' = 'original',
	widest?: number
) {
	const made = text([words(english)]);
	const item = made.rows.find(({ row }) => row.id === source.fingerprint);
	return item ? linesOf(made, item, side, new Set(forms), widest) : [];
}
const lit = ({ text, ranges }: ReturnType<typeof lines>[number]) =>
	ranges.map(({ from, to }) => text.slice(from, to));

describe('the places of a paragraph', () => {
	test('are shown by sentence, each with what answers it', () => {
		const found = lines(['mötet', 'mötena']);
		expect(found.map(({ text, places, counterpart }) => [text, places, counterpart])).toEqual([
			[
				'Han ställde nu in mötet, och mötet glömdes.',
				2,
				'He now cancelled the meeting, and the meeting was forgotten.'
			],
			['Mötena var många.', 1, 'The meetings were many.']
		]);
		expect(found.map(lit)).toEqual([['mötet', 'mötet'], ['Mötena']]);
		expect(found[0]).toMatchObject({ row: source.fingerprint, level: 'human' });
	});

	test('are found on the other side in the same way', () => {
		const [line] = lines(['nobody'], 'translation');
		expect(line).toMatchObject({ text: 'Nobody came.', counterpart: 'Ingen kom.' });
	});

	test('of a phrase have all its words lit, and count as one', () => {
		const [line, ...others] = lines(['ställde in']);
		expect(others).toEqual([]);
		expect(line && lit(line)).toEqual(['ställde', 'in']);
		expect(line?.places).toBe(1);
	});

	test('of words that must stand beside each other are no others', () => {
		expect(lines(['ställde in'], 'original', 1)).toEqual([]);
		expect(lines(['in mötet'], 'original', 1).map(lit)).toEqual([['in', 'mötet']]);
	});

	test('of two phrases that share words have each word lit once, in order', () => {
		const [line] = lines(['ställde in', 'ställde mötet', 'nu mötet']);
		expect(line && lit(line)).toEqual(['ställde', 'nu', 'in', 'mötet']);
	});

	test('are none where the paragraph has changed', () => {
		expect(lines(['kamel'])).toEqual([]);
		expect(lines(['ställde kamel'])).toEqual([]);
	});
});

describe('a text', () => {
	test('has its rows in the order of its page, and a column a side', () => {
		const made = text([words(english)]);
		expect(made.rows.map(({ row }) => row.shape.kind)).toEqual([
			'standfirst',
			'paragraph',
			'footnote'
		]);
		expect(
			columnsOf(made).map(({ lang, column, paragraphs }) => [
				lang,
				column.levels,
				paragraphs.length
			])
		).toEqual([
			[
				'sv',
				[
					['none', 1],
					['human', 1],
					['none', 1]
				],
				3
			],
			[
				'en',
				[
					['none', 1],
					['human', 1],
					['none', 1]
				],
				3
			]
		]);
		expect(columnsOf(text())).toHaveLength(1);
	});

	test('has another stamp for every other state', () => {
		expect(stampOf(text())).toBe(stampOf(text()));
		expect(stampOf(text([words(english)]))).not.toBe(stampOf(text()));
		expect(stampOf(text([words(english)]))).not.toBe(stampOf(text([words('Otherwise.')])));
	});
});
