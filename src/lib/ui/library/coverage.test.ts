import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { translator, type T } from '$lib/i18n';
import type { Coverage } from '$lib/core/translation/coverage';
import { coverageWords, shares } from './coverage';

const counts = fc.record({
	human: fc.nat(5000),
	reviewed: fc.nat(5000),
	ai: fc.nat(5000),
	machine: fc.nat(5000),
	none: fc.nat(5000)
});
const made = (parts: Partial<Coverage>): Coverage => {
	const all = { human: 0, reviewed: 0, ai: 0, machine: 0, none: 0, ...parts };
	const total = all.human + all.reviewed + all.ai + all.machine + all.none;
	return { ...all, stale: 0, total };
};

describe('the bar', () => {
	test('has a share for each kind there is, side by side, together the whole, each to be seen', () => {
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

describe('in words', () => {
	let en: T;
	let sv: T;
	beforeAll(async () => {
		en = await translator('en');
		sv = await translator('sv');
	});

	test.each([
		[{ human: 15, ai: 8, none: 1 }, '15 human, 8 AI draft, 1 without translation of 24'],
		[{ ai: 24 }, 'Complete AI draft, not reviewed'],
		[{ reviewed: 3 }, 'Complete and reviewed'],
		[{ none: 3 }, 'No translation yet'],
		[{}, 'No translation yet']
	])('%j is “%s”', (parts, words) => {
		expect(coverageWords(made(parts), en, 'en')).toBe(words);
	});

	test('in Swedish too', () => {
		expect(coverageWords(made({ reviewed: 1, ai: 1200 }), sv, 'sv').replace(/\s/g, ' ')).toBe(
			'1 granskat, 1 200 AI-utkast av 1 201'
		);
	});
});
