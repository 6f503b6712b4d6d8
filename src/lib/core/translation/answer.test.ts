import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../align/text.fixture';
import { answering } from './answer';

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
const answer = answering(originals, translations, langs);
const one = (at: number) => [at, at + 1] as const;

describe('how far old translations answer paragraphs', () => {
	test('each answers its own', () => {
		expect(answer(one(0), one(0))).toBeGreaterThan(0.5);
		expect(answer(one(1), one(1))).toBeGreaterThan(0.5);
	});
	test('and no other', () => {
		expect(answer(one(0), one(1))).toBeLessThan(0.2);
		expect(answer(one(1), one(0))).toBeLessThan(0.2);
	});
	test('a run with a paragraph that nothing answers is no run', () => {
		expect(answer([1, 3], one(1))).toBeLessThan(0.2);
		expect(answer([0, 2], [0, 2])).toBeGreaterThan(0.5);
	});
	test('a text too long to wait for is not asked', () => {
		const long = Array.from({ length: 401 }, () => ['Ja.']);
		expect(answering(long, long, langs)(one(0), one(0))).toBe(0);
	});
	test('it is from 0 to 1, whatever the texts', () => {
		fc.assert(
			fc.property(anyText, anyText, (source, target) => {
				const any = answering(source.paragraphs, target.paragraphs, langs);
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
