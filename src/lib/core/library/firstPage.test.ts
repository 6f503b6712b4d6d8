import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inList, onFirstPage, pagesOf, shownWhole } from './firstPage';

const library = (count: number) =>
	Array.from({ length: count }, (_, nth) => ({
		id: `text-${nth}`,
		issued: `${1900 + (nth % 120)}`
	}));

test('a library of a hundred texts is shown whole, in its own order', () => {
	const items = library(shownWhole);
	expect(pagesOf(items, [['text-3']], 'text-9')).toEqual({ first: items, lists: [] });
});

test('a larger one begins with the text on how to read, the series that fit, and the newest', () => {
	const long = Array.from({ length: 30 }, (_, nth) => `text-${nth}`);
	const { first } = pagesOf(library(500), [['text-7', 'text-5'], long, ['text-6']], 'text-9');
	expect(first.slice(0, 6).map(({ id }) => id)).toEqual([
		...['text-9', 'text-7', 'text-5', 'text-6'],
		...['text-119', 'text-239']
	]);
	expect(first).toHaveLength(onFirstPage);
});

test('a text without a date comes after those with one', () => {
	const items = [{ id: 'undated' }, ...library(150)];
	expect(pagesOf(items, [], '').lists.at(-1)?.at(-1)?.id).toBe('undated');
});

test('law: every text is in one place, and no place is larger than it may be', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 400 }),
			fc.array(
				fc.array(
					fc.nat(420).map((nth) => `text-${nth}`),
					{ maxLength: 12 }
				),
				{
					maxLength: 6
				}
			),
			(count, series) => {
				const items = library(count);
				const { first, lists } = pagesOf(items, series, 'text-0');
				expect([...first, ...lists.flat()].map(({ id }) => id).sort()).toEqual(
					items.map(({ id }) => id).sort()
				);
				expect(first.length).toBeLessThanOrEqual(Math.max(shownWhole, onFirstPage));
				for (const list of lists) expect(list.length).toBeLessThanOrEqual(inList);
			}
		)
	);
});
