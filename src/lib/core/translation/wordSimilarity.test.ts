import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../align/text.fixture';
import { wordMatchScore } from './wordSimilarity';

const langs = { source: 'sv', target: 'en' };
const originals = [
	['Bo Ek flyttade till Umeå 1950. Där köpte han 12 hästar av Ylva Lind.'],
	['Gustav dog i Rom.', 'Han blev 87 år gammal.'],
	['Ingenting mer är känt.']
];
const translations = [
	['Bo Ek moved to Umeå in 1950. He bought 12 horses from Ylva Lind there.'],
	['Gustav died in Rome. He was 87 years old.']
];
const answer = wordMatchScore(originals, translations, langs);
const one = (at: number) => [at, at + 1] as const;

describe('answering', () => {
	test('gives each translation the full score for its own paragraph', () => {
		expect(answer(one(0), one(0))).toBeGreaterThan(0.5);
		expect(answer(one(1), one(1))).toBeGreaterThan(0.5);
	});
	test('gives a translation no score for another paragraph', () => {
		expect(answer(one(0), one(1))).toBeLessThan(0.2);
		expect(answer(one(1), one(0))).toBeLessThan(0.2);
	});
	test('gives no score to a run with a paragraph that nothing matches', () => {
		expect(answer([1, 3], one(1))).toBeLessThan(0.2);
		expect(answer([0, 2], [0, 2])).toBeGreaterThan(0.5);
	});
	test('does not compare texts above the size limit', () => {
		const long = Array.from({ length: 401 }, () => ['Ja.']);
		expect(wordMatchScore(long, long, langs)(one(0), one(0))).toBe(0);
	});
	test('returns a score from 0 to 1, whatever the texts', () => {
		fc.assert(
			fc.property(anyText, anyText, (source, target) => {
				const any = wordMatchScore(source.paragraphs, target.paragraphs, langs);
				for (let i = 0; i < source.paragraphs.length; i++)
					for (let j = 0; j < target.paragraphs.length; j++) {
						const found = any(one(i), [0, j + 1]);
						expect(found).toBeGreaterThanOrEqual(0);
						expect(found).toBeLessThanOrEqual(1 + 1e-9);
					}
			})
		);
	});
});
