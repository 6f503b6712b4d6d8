import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeSheet, scrollInto, sheetGap } from './sheet';

const view = { top: 60, bottom: 800 };
const at = (top: number, height: number) => ({ top, bottom: top + height });

test('a sheet lies below a paragraph that has room below it, and nothing scrolls', () => {
	expect(
		placeSheet({
			view,
			height: 200,
			paragraph: at(100, 300),
			column: at(100, 300),
			line: at(150, 30),
			narrow: false
		})
	).toEqual({ kind: 'below', scroll: 0 });
});

test('the page scrolls so far that the sheet fits below the paragraph', () => {
	expect(
		placeSheet({
			view,
			height: 200,
			paragraph: at(500, 200),
			column: at(500, 200),
			line: at(600, 30),
			narrow: false
		})
	).toEqual({ kind: 'below', scroll: 100 + sheetGap });
});

test('a sheet about a paragraph as high as the view lies at the foot', () => {
	expect(
		placeSheet({
			view,
			height: 200,
			paragraph: at(100, 900),
			column: at(100, 900),
			line: at(700, 30),
			narrow: false
		})
	).toEqual({ kind: 'foot', scroll: 130 });
});

test('on a narrow view a sheet lies at the foot and leaves the whole paragraph in view', () => {
	expect(
		placeSheet({
			view,
			height: 300,
			paragraph: at(300, 400),
			column: at(300, 400),
			line: at(320, 30),
			narrow: true
		})
	).toEqual({ kind: 'foot', scroll: 200 });
});

test('where the translation does not fit too, the column of the line is shown whole', () => {
	expect(
		placeSheet({
			view,
			height: 300,
			paragraph: at(300, 900),
			column: at(300, 400),
			line: at(650, 30),
			narrow: true
		})
	).toEqual({ kind: 'foot', scroll: 200 });
});

test('wherever a paragraph is, the line that a sheet is about is not covered', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: -2000, max: 800 }),
			fc.integer({ min: 30, max: 3000 }),
			fc.nat(),
			fc.integer({ min: 40, max: 600 }),
			fc.boolean(),
			(top, high, where, height, narrow) => {
				const paragraph = at(top, high);
				const line = at(top + (where % (high - 29)), 30);
				const { kind, scroll } = placeSheet({
					view,
					height,
					paragraph,
					column: paragraph,
					line,
					narrow
				});
				const sheetTop =
					kind === 'below' ? paragraph.bottom + sheetGap - scroll : view.bottom - height;
				expect(line.top - scroll).toBeGreaterThanOrEqual(Math.min(line.top, view.top));
				expect(line.bottom - scroll).toBeLessThanOrEqual(sheetTop);
				expect(kind === 'below' ? sheetTop + height : 0).toBeLessThanOrEqual(view.bottom);
			}
		)
	);
});

describe('scrolling a paragraph above the sheet of its panel', () => {
	const view = { top: 60, bottom: 500 - sheetGap };
	test.each([
		['does nothing where the sheet does not cover it', { top: 100, bottom: 300 }, 0],
		['goes on until the paragraph ends above the sheet', { top: 500, bottom: 700 }, 206],
		['goes no further than to the top of a high paragraph', { top: 100, bottom: 900 }, 40],
		['goes back to the top of a paragraph under the bar', { top: 20, bottom: 300 }, -40]
	])('%s', (_, row, by) => {
		expect(scrollInto(view, row)).toBe(by);
	});
});
