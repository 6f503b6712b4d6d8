import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { translator, type T } from '$lib/i18n';
import type { Coverage } from '$lib/core/translation/coverage';
import { coverageWords, shares, together } from './coverage';

const counts = fc.record({
	human: fc.nat(5000),
	corrected: fc.nat(5000),
	reviewed: fc.nat(5000),
	ai: fc.nat(5000),
	machine: fc.nat(5000),
	none: fc.nat(5000)
});
const made = (parts: Partial<Coverage>): Coverage => {
	const all = { human: 0, corrected: 0, reviewed: 0, ai: 0, machine: 0, none: 0, ...parts };
	const total = all.human + all.corrected + all.reviewed + all.ai + all.machine + all.none;
	return { ...all, stale: 0, total };
};

describe('the bar', () => {
	test('has a visible share for each kind, side by side, and together they fill it', () => {
		fc.assert(
			fc.property(counts, (parts) => {
				fc.pre(Object.values(parts).some((count) => count > 0));
				const found = shares(made(parts));
				expect(found.map(({ of }) => of)).toEqual(
					Object.entries(parts).flatMap(([of, count]) => (count > 0 ? [of] : []))
				);
				let end = 0;
				for (const { start, width } of found) {
					expect(start).toBeCloseTo(end);
					expect(width).toBeGreaterThan(2.5);
					end = start + width;
				}
				expect(end).toBeCloseTo(100);
			})
		);
	});

	test('is empty for an empty text', () => expect(shares(made({}))).toEqual([]));
});

test('the coverage of several texts counts each of their paragraphs once', () => {
	fc.assert(
		fc.property(counts, counts, (one, other) => {
			const both = together([made(one), made(other)]);
			expect(both.total).toBe(made(one).total + made(other).total);
			expect(both.ai).toBe(one.ai + other.ai);
			expect(shares(both).reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(
				both.total > 0 ? 100 : 0
			);
		})
	);
});

describe('coverage in words', () => {
	let en: T;
	let sv: T;
	beforeAll(async () => {
		en = await translator('en');
		sv = await translator('sv');
	});

	test.each([
		[
			{ human: 15, ai: 8, none: 1 },
			'15 by people, 8 AI drafts, 1 not translated (of 24 paragraphs)'
		],
		[{ ai: 24 }, 'AI draft, not reviewed'],
		[{ reviewed: 3 }, 'Translated and reviewed'],
		[{ none: 3 }, 'No translation yet'],
		[{}, 'No translation yet']
	])('%j is “%s”', (parts, words) => {
		expect(coverageWords(made(parts), en, 'en')).toBe(words);
	});

	test('is written in Swedish too', () => {
		expect(coverageWords(made({ reviewed: 1, ai: 1200 }), sv, 'sv').replace(/\s/g, ' ')).toBe(
			'1 granskat, 1 200 AI-utkast (av 1 201 stycken)'
		);
	});
});
