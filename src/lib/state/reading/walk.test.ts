import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceToFit } from './walk';

const view = { top: 60, bottom: 860 };

test.each([
	['a row that is whole in view stays where it is', 100, 500, 0],
	['a row below the view comes a third down the free space', 900, 1300, 900 - 60 - 400 / 3],
	['a row above it too', -500, -100, -500 - 60 - 400 / 3],
	['a row higher than the view begins below the bar', 300, 1500, 240]
])('%s', (_, top, bottom, by) => {
	expect(distanceToFit({ top, bottom }, view)).toBeCloseTo(by);
});

test('wherever a row is, it is then in view, or its top is', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: -5000, max: 5000 }),
			fc.integer({ min: 1, max: 3000 }),
			(top, height) => {
				const by = distanceToFit({ top, bottom: top + height }, view);
				expect(top - by).toBeGreaterThanOrEqual(view.top);
				if (height <= 800) expect(top + height - by).toBeLessThanOrEqual(view.bottom);
				else expect(top - by).toBe(view.top);
			}
		)
	);
});
