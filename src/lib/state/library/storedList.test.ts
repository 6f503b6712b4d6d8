import { expect, test } from 'vitest';
import { asItComes } from './arrange';
import type { Listing } from './listing';
import { anyText, textFacets } from '$lib/core/library/facets';
import { inList } from '$lib/core/library/firstPage';
import { StoredList } from './storedList.svelte';

const listed = (id: string): Listing => ({
	id,
	metadata: { lang: 'sv', title: id },
	bundled: true,
	paragraphs: 1,
	words: 1,
	translated: []
});

const ids = (list: StoredList) => list.all.map(({ id }) => id);

function setUp(answers: (nth: number) => Listing[] | null = (nth) => [listed(`list-${nth}`)]) {
	const asked: (number | string)[] = [];
	const list = new StoredList(() => ({ stored: [listed('first')], lists: 3, total: 4 }), {
		list: async (nth) => {
			asked.push(nth);
			return answers(nth);
		},
		one: async (id) => {
			asked.push(id);
			return id === 'gone' ? null : listed(id);
		},
		facets: async () => null
	});
	return { list, asked };
}

test('nothing is fetched until it is asked for, then one list at a time', async () => {
	const { list, asked } = setUp();
	expect([ids(list), list.left, asked]).toEqual([['first'], 3, []]);
	await list.next();
	expect([ids(list), list.left]).toEqual([['first', 'list-0'], 2]);
	await list.find(null);
	expect([ids(list), list.left]).toEqual([['first', 'list-0', 'list-1', 'list-2'], 0]);
	await list.next();
	expect(asked).toEqual([0, 1, 2]);
});

test('a list that does not come is told of, what came stays, and the next attempt goes on there', async () => {
	let isDown = true;
	const { list, asked } = setUp((nth) => (nth === 1 && isDown ? null : [listed(`list-${nth}`)]));
	await list.find(null);
	expect([ids(list), list.hasFailed, list.isBusy]).toEqual([['first', 'list-0'], true, false]);
	isDown = false;
	await list.find(null);
	expect([list.left, list.hasFailed]).toEqual([0, false]);
	expect(asked).toEqual([0, 1, 1, 2]);
});

test('an article that the reader has begun is fetched by itself, once, and listed once', async () => {
	const { list, asked } = setUp();
	await list.some(['first', 'list-1', 'gone']);
	await list.some(['list-1', 'gone']);
	expect(asked).toEqual(['list-1', 'gone']);
	expect(ids(list)).toEqual(['first', 'list-1']);
	await list.find(null);
	expect(ids(list)).toEqual(['first', 'list-0', 'list-1', 'list-2']);
});

test('a library that is here whole asks for nothing', async () => {
	const asked: string[] = [];
	const list = new StoredList(() => ({ stored: [listed('a')], lists: 0, total: 1 }), {
		list: async () => null,
		one: async (id) => {
			asked.push(id);
			return null;
		},
		facets: async () => (asked.push('facets'), null)
	});
	await list.find(null);
	await list.some(['other']);
	await list.loadFacets();
	expect([asked, list.hasFailed]).toEqual([[], false]);
});

/** A library of a first page and three full lists. In each list Bo has one text, Ada another. */
function filtered({ isDown = false, isOld = false, isCut = false } = {}) {
	const authors = (at: number) => (at % inList === 5 ? ['Ada'] : at === 106 ? ['Bo'] : []);
	const series = (at: number) => (at === 0 || at === 207 ? ['s'] : []);
	const total = 1 + 3 * inList;
	const id = (at: number) => `text-${at}`;
	const asked: (number | string)[] = [];
	const texts = Array.from({ length: isOld ? 7 : total }, (_, at) =>
		textFacets({ lang: 'sv', authors: authors(at) }, null, series(at))
	);
	const list = new StoredList(() => ({ stored: [listed(id(0))], lists: 3, total }), {
		list: async (nth) => {
			asked.push(nth);
			return Array.from({ length: inList }, (_, at) => listed(id(1 + nth * inList + at)));
		},
		one: async (id) => listed(id),
		facets: async () => {
			asked.push('facets');
			return isDown ? null : { series: [{ id: 's', title: {} }], texts, isCut };
		}
	});
	return { list, asked };
}

test('a filter fetches the lists alone that hold an answer', async () => {
	const { list, asked } = filtered();
	await list.find({ ...anyText, author: 'Bo' });
	expect([asked, list.left]).toEqual([['facets', 1], 0]);
	await list.find({ ...anyText, author: 'Nobody' });
	expect(asked).toEqual(['facets', 1]);
	await list.find({ ...anyText, series: 's' });
	expect(asked).toEqual(['facets', 1, 2]);
	expect(list.all.filter(({ id }) => list.seriesOf(id).includes('s')).map(({ id }) => id)).toEqual([
		'text-0',
		'text-207'
	]);
	await list.find(null);
	expect([asked, list.left, list.elsewhere]).toEqual([['facets', 1, 2, 0], 0, []]);
});

test('lists are fetched until there is enough, and one more when that is asked for', async () => {
	const { list, asked } = filtered();
	await list.find({ ...anyText, author: 'Ada' }, () => list.all.length > 1);
	expect([asked, list.left]).toEqual([['facets', 0], 2]);
	await list.next();
	expect([asked, list.left]).toEqual([['facets', 0, 1], 1]);
});

test('an arrangement of the list fetches what it needs, and no more', async () => {
	const { list, asked } = filtered();
	const enough = (count: number) => () => list.all.length > count;
	await list.look(asItComes, enough(0));
	expect(asked).toEqual([]);
	await list.look({ ...asItComes, author: 'Bo' }, enough(1000));
	expect([asked, list.left]).toEqual([['facets', 1], 0]);
	await list.look(asItComes, enough(1000));
	expect([asked, list.left]).toEqual([['facets', 1], 200]);
	await list.look({ ...asItComes, unread: true }, enough(150));
	expect([asked, list.left]).toEqual([['facets', 1, 0], 100]);
	await list.look({ ...asItComes, sort: 'title' }, enough(0));
	expect([asked, list.left]).toEqual([['facets', 1, 0, 2], 0]);
});

test('a later filter takes the place of an earlier one', async () => {
	const { list, asked } = filtered();
	const first = list.find(null);
	await list.find({ ...anyText, author: 'Bo' });
	await first;
	expect(asked).toEqual(['facets', 1]);
});

test.each([{ isDown: true }, { isOld: true }])(
	'where it is not known which lists hold an answer, all are fetched: %j',
	async (fault) => {
		const { list, asked } = filtered(fault);
		await list.find({ ...anyText, author: 'Bo' });
		expect([asked, list.left]).toEqual([['facets', 0, 1, 2], 0]);
	}
);

test('an author that is not named is looked for in all lists', async () => {
	const { list, asked } = filtered({ isCut: true });
	await list.find({ ...anyText, author: 'Rare' });
	expect(asked).toEqual(['facets', 0, 1, 2]);
});

test('an article that is here by itself is not counted as left', async () => {
	const { list } = filtered();
	await list.some(['text-300']);
	await list.find({ ...anyText, lang: 'sv' }, () => true);
	expect(list.left).toBe(299);
});
