import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatBy, makerFrom, parseEngineKey, sentenceKey } from './cache';

const text = fc.string();
const maker = fc.record({
	...{ from: text, to: text, engine: text, model: text, revision: text, dtype: text },
	...{ settings: text, segmenter: fc.nat() }
});

it('an engine key is equal for equal engines only', () => {
	fc.assert(
		fc.property(maker, maker, (one, other) => {
			const by = formatBy(one);
			expect(parseEngineKey(by)).toBe(by);
			expect(makerFrom(by)).toEqual(one);
			expect(formatBy(other) === by).toBe(JSON.stringify(other) === JSON.stringify(one));
		})
	);
});

it.each([[null], [1], [''], ['[]'], ['["sv","en"]'], ['[1,2,3,4,5,6,7,8]'], [' ["a"]']])(
	'%s is no engine key',
	(raw) => {
		expect(parseEngineKey(raw)).toBeNull();
	}
);

it('the key of a sentence depends on its words, with characters that are Markdown elsewhere', () => {
	expect(sentenceKey('Ett *hus*.')).not.toBe(sentenceKey('Ett hus.'));
	expect(sentenceKey('Ett  hus.')).toBe(sentenceKey('Ett hus.'));
	expect(sentenceKey('ETT HUS.')).not.toBe(sentenceKey('Ett hus.'));
});
