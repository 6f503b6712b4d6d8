import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsAsPlace, lastRead, msNeeded, noStretch, stay, type Stretch } from './dwell';

const second = () => 1000;
const after = (
	...views: readonly (readonly [first: number, last: number, ms: number])[]
): Stretch =>
	views.reduce(
		(stretch, [first, last, ms]) => stay(stretch, { first, last }, ms, second),
		noStretch
	);
const rows = ({ read }: Stretch) => [...read].sort((a, b) => a - b);

test('a paragraph is read after a quarter of its reading time, within bounds', () => {
	expect(msNeeded(88)).toBe(6000);
	expect(msNeeded(1)).toBe(600);
	expect(msNeeded(2000)).toBe(8000);
});

test('a glance reads nothing', () => {
	expect(rows(after([0, 5, 900]))).toEqual([]);
});

test('time in a view goes to its paragraphs in order', () => {
	expect(rows(after([3, 6, 2500]))).toEqual([3, 4]);
	expect(rows(after([3, 6, 2500], [4, 7, 500]))).toEqual([3, 4, 5]);
});

test('a place counts after two paragraphs, or one where there is only one', () => {
	expect(countsAsPlace(after([3, 6, 1000]), 9)).toBe(false);
	expect(countsAsPlace(after([3, 6, 2000]), 9)).toBe(true);
	expect(countsAsPlace(after([0, 0, 1000]), 1)).toBe(true);
	expect(countsAsPlace(noStretch, 0)).toBe(false);
});

test('a jump begins anew, the next screen does not', () => {
	expect(rows(after([0, 3, 2000], [20, 23, 1000]))).toEqual([20]);
	expect(rows(after([20, 23, 2000], [0, 3, 1000]))).toEqual([0]);
	expect(rows(after([0, 3, 4000], [4, 7, 1000]))).toEqual([0, 1, 2, 3, 4]);
});

test('the last paragraph read is known', () => {
	expect(lastRead(after([3, 6, 2500]))).toBe(4);
	expect(lastRead(noStretch)).toBe(-1);
});

test('paragraphs read never need more time than was given', () => {
	const view = fc.tuple(fc.nat(9), fc.nat(4), fc.nat(3000));
	fc.assert(
		fc.property(
			fc.array(view),
			fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 14, maxLength: 14 }),
			(views, words) => {
				const needs = (row: number) => msNeeded(words[row] ?? 1);
				const end = views.reduce(
					(stretch, [first, more, ms]) => stay(stretch, { first, last: first + more }, ms, needs),
					noStretch
				);
				const needed = [...end.read].reduce((sum, row) => sum + needs(row), 0);
				expect(needed).toBeLessThanOrEqual(views.reduce((sum, [, , ms]) => sum + ms, 0));
			}
		)
	);
});
