import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatBy, makerFrom, parseBy, sentenceKey } from './cache';

const text = fc.string();
const maker = fc.record({
	...{ from: text, to: text, engine: text, model: text, revision: text, dtype: text },
	...{ settings: text, segmenter: fc.nat() }
});

it('a maker is its string and nothing else', () => {
	fc.assert(
		fc.property(maker, maker, (one, other) => {
			const by = formatBy(one);
			expect(parseBy(by)).toBe(by);
			expect(makerFrom(by)).toEqual(one);
			expect(formatBy(other) === by).toBe(JSON.stringify(other) === JSON.stringify(one));
		})
	);
});

it.each([[null], [1], [''], ['[]'], ['["sv","en"]'], ['[1,2,3,4,5,6,7,8]'], [' ["a"]']])(
	'%s is none',
	(raw) => {
		expect(parseBy(raw)).toBeNull();
	}
);

it('a sentence is known by its words, marks that mean nothing here among them', () => {
	expect(sentenceKey('Ett *hus*.')).not.toBe(sentenceKey('Ett hus.'));
	expect(sentenceKey('Ett  hus.')).toBe(sentenceKey('Ett hus.'));
	expect(sentenceKey('ETT HUS.')).not.toBe(sentenceKey('Ett hus.'));
});
