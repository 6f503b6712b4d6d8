import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../text/inline';
import { spansFault } from '../translation/spans';
import { beads, notation } from '../align/bead';
import { spans } from './sentenceSpans';

const langs = { source: 'sv', target: 'en' };
const linked = (source: readonly string[], target: readonly string[], given?: string) =>
	notation(spans(source, target, langs, given === undefined ? null : beads(given)).beads);

test('spans are offsets in the plain text, without the space after a sentence', () => {
	const source = 'Det *var* så[^1]. Hon [gick](#) hem.';
	expect(plain(source)).toBe('Det var så. Hon gick hem.');
	expect(spans([source], ['So it was.', 'She went home.'], langs)).toEqual({
		source: [
			{ block: 0, start: 0, end: 11 },
			{ block: 0, start: 12, end: 25 }
		],
		target: [
			{ block: 0, start: 0, end: 10 },
			{ block: 1, start: 0, end: 14 }
		],
		beads: beads('1-1 1-1')
	});
});

describe('beads', () => {
	const source = ['Det regnade hela dagen i staden. Ingen gick ut. Vi var t.ex. hemma.'];
	const target = ['It rained in the city all day and nobody went out. We stayed home.'];
	test('are computed if none are given', () => expect(linked(source, target)).toBe('2-1 1-1'));
	test('are the given ones if these cover both sides', () =>
		expect(linked(source, target, '1-1 2-1')).toBe('1-1 2-1'));
	test.each(['1-1 1-1', '2-1 1-1 1-0', '2-2 1-1'])('are not the given %s', (given) =>
		expect(linked(source, target, given)).toBe('2-1 1-1')
	);
	test('stay within a paragraph if both sides have equally many', () =>
		expect(linked(['En. Två.', 'Tre.'], ['One.', 'Two. Three.'])).toBe('2-1 1-2'));
	test('may cross paragraphs if the sides have different numbers of them', () =>
		expect(linked(['Det var en gång. Så var det slut.'], ['Once upon a time.', 'It ended.'])).toBe(
			'1-1 1-1'
		));
	test('do not exist for two empty sides', () => expect(linked([], [])).toBe(''));
});

test(
	'spans lie within their texts, and beads cover them, whatever the texts',
	{ timeout: 20_000 },
	() => {
		const texts = fc.array(
			fc.oneof(
				fc
					.array(fc.constantFrom('Ord. ', '*Ord* ', 'x', '. ', '[^1]', '\n\n'))
					.map((a) => a.join('')),
				fc.string({ unit: 'binary' })
			),
			{ maxLength: 4 }
		);
		fc.assert(
			fc.property(texts, texts, (source, target) => {
				const found = spans(source, target, langs);
				expect(spansFault(found.beads, found.source.length, found.target.length)).toBeNull();
				for (const { block, start, end } of found.source) {
					expect(start).toBeLessThanOrEqual(end);
					expect(end).toBeLessThanOrEqual(plain(source[block] ?? '').length);
				}
			})
		);
	}
);
