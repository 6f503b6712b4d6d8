import { expect, test } from 'vitest';
import { stated } from './confidence';

test.each([
	['where hardly a sentence is split, as it is', 0.98, 0.05, 0.98],
	['in a free translation below 0.9', 1, 0.28, 0.89],
	['in a rather free one, less', 1, 0.18, 0.94],
	['a doubtful one everywhere as it is', 0.6, 0.28, 0.6]
])('a probability is stated %s', (_, probability, split, expected) => {
	expect(stated(probability, { split })).toBeCloseTo(expected);
});

test('a likelier link never gets a lower confidence', () => {
	for (const split of [0, 0.15, 0.2, 0.4])
		for (let p = 0.01; p < 1; p += 0.01)
			expect(stated(p, { split })).toBeGreaterThanOrEqual(stated(p - 0.01, { split }));
});
