import { expect, test } from 'vitest';
import { asItComes } from './arrange';
import type { Listing } from './listing';
import { anyText, textFacets } from '$lib/core/library/facets';
import { choiceFile, inPage, parseChoiceFile } from '$lib/core/library/choiceFile';
import { divideLibrary, parseFacetTable } from '$lib/core/library/facetTable';
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

const noFacets = { facets: async () => null, choice: async () => null, page: async () => null };

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
		...noFacets
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
		...noFacets,
		facets: async () => (asked.push('facets'), null)
	});
	await list.find(null);
	await list.some(['other']);
	await list.loadFacets();
	expect([asked, list.hasFailed]).toEqual([[], false]);
});

/**
 * A library of a first page and three full lists. In each list Bo has one text, Ada another; every
 * third text is English.
 */
function filtered({ isDown = false, isOld = false, isOther = false, most = 500 } = {}) {
	const authors = (at: number) => (at % inList === 5 ? ['Ada'] : at === 46 ? ['Bo'] : []);
	const series = (at: number) => (at === 0 || at === 87 ? ['s'] : []);
	const total = 1 + 3 * inList;
	const text = (at: number): Listing => ({
		...listed(`text-${String(at).padStart(3, '0')}`),
		metadata: { lang: at % 3 === 1 ? 'en' : 'sv', authors: authors(at), issued: `${2000 - at}` },
		series: series(at)
	});
	const library = Array.from({ length: total }, (_, at) => text(at));
	const texts = library.map(({ metadata, series = [] }) => textFacets(metadata, null, series));
	const divided = divideLibrary(isOld ? texts.slice(0, 7) : texts, [{ id: 's', title: {} }], {
		...{ series: 9, author: most, year: 500 }
	});
	const asked: (number | string)[] = [];
	const list = new StoredList(() => ({ stored: library.slice(0, 1), lists: 3, total }), {
		list: async (nth) => {
			asked.push(nth);
			return library.slice(1 + nth * inList, 1 + (nth + 1) * inList);
		},
		one: async (id) => library.find((one) => one.id === id) ?? null,
		facets: async () => {
			asked.push('facets');
			const parsed = parseFacetTable(divided.file);
			return isDown || !parsed.ok ? null : parsed.value;
		},
		choice: async (table, { name, value, choice }) => {
			asked.push(value);
			const parsed = parseChoiceFile(
				choiceFile(texts, divided, name, isOther ? choice.nth + 1 : choice.nth),
				table,
				name,
				value
			);
			return parsed.ok ? parsed.value : null;
		},
		page: async ({ of, nth, page }) => {
			asked.push(`${of} ${page}`);
			const places = (of === 'kind' ? divided.kinds : divided.choices[of])[nth] ?? [];
			return places
				.slice(page * inPage, (page + 1) * inPage)
				.flatMap((place) => library[place] ?? []);
		}
	});
	return { list, asked };
}

test('a filter fetches the file of its choice, and the pages alone that hold an answer', async () => {
	const { list, asked } = filtered();
	await list.find({ ...anyText, author: 'Bo' });
	expect([asked, list.left]).toEqual([['facets', 'Bo', 'author 0'], 0]);
	await list.find({ ...anyText, author: 'Nobody' });
	expect([asked.length, list.left]).toEqual([3, 0]);
	await list.find({ ...anyText, series: 's' });
	expect(asked.slice(3)).toEqual(['s', 'series 0']);
	expect(list.all.filter(({ id }) => list.seriesOf(id).includes('s')).map(({ id }) => id)).toEqual([
		'text-000',
		'text-087'
	]);
	await list.find(null);
	expect([asked.slice(5), list.left]).toEqual([[0, 1, 2], 0]);
});

test('what comes in parts is listed in the order of the lists', async () => {
	const { list } = filtered();
	await list.find({ ...anyText, author: 'Ada' });
	await list.find({ ...anyText, author: 'Bo' });
	expect(ids(list)).toEqual(['text-000', 'text-005', 'text-045', 'text-046', 'text-085']);
});

test('of two choices the pages of the rarer one are fetched', async () => {
	const { list, asked } = filtered();
	const both = { ...anyText, author: 'Ada', year: String(2000 - 45) };
	await list.find(both);
	expect(asked).toEqual(['facets', String(2000 - 45), 'Ada', 'year 0']);
	expect(list.elsewhere?.values({ ...both, year: null }, 'year').size).toBe(2);
});

test('lists are fetched until there is enough, and one more when that is asked for', async () => {
	const { list, asked } = filtered();
	const isLang = (lang: string) => list.all.filter((one) => one.metadata.lang === lang).length;
	await list.find({ ...anyText, lang: 'en' }, () => isLang('en') >= 10);
	expect([asked, list.left]).toEqual([['facets', 0], 40 - isLang('en')]);
	await list.next();
	expect([asked, list.left]).toEqual([['facets', 0, 1], 40 - isLang('en')]);
});

test('an arrangement of the list fetches what it needs, and no more', async () => {
	const { list, asked } = filtered();
	const enough = (count: number) => () => list.all.length > count;
	await list.look(asItComes, enough(0));
	expect(asked).toEqual([]);
	await list.look({ ...asItComes, author: 'Bo' }, enough(1000));
	expect([asked, list.left]).toEqual([['facets', 'Bo', 'author 0'], 0]);
	await list.look(asItComes, enough(1000));
	expect([asked.length, list.left]).toEqual([3, 119]);
	await list.look({ ...asItComes, unread: true }, enough(30));
	expect([asked.slice(3), list.left]).toEqual([[0], 79]);
	await list.look({ ...asItComes, sort: 'title' }, enough(0));
	expect([asked.slice(4), list.left]).toEqual([[1, 2], 0]);
});

test('a filter that finds too little gives up after some texts, and goes on when that is asked for', async () => {
	const { list, asked } = filtered();
	const unread = { ...asItComes, unread: true };
	await list.look(unread, () => false);
	await list.look(unread, () => false);
	expect([asked, list.left]).toEqual([[0], 80]);
	await list.next();
	expect([asked, list.left]).toEqual([[0, 1], 40]);
	await list.look({ ...unread }, () => false);
	expect(asked).toEqual([0, 1, 2]);
});

test('a later filter takes the place of an earlier one', async () => {
	const { list, asked } = filtered();
	const first = list.find(null);
	await list.find({ ...anyText, author: 'Bo' });
	await first;
	expect(asked).toEqual(['facets', 'Bo', 'author 0']);
});

test.each([{ isDown: true }, { isOld: true }, { isOther: true }])(
	'where it is not known which files hold an answer, all lists are fetched: %j',
	async (fault) => {
		const { list, asked } = filtered(fault);
		await list.find({ ...anyText, author: 'Bo' });
		expect(asked.slice('isOther' in fault ? 2 : 1)).toEqual([0, 1, 2]);
		expect(list.left).toBe(0);
	}
);

test('an author that is not named is looked for in all lists', async () => {
	const { list, asked } = filtered({ most: 1 });
	await list.find({ ...anyText, author: 'Bo' });
	expect(asked).toEqual(['facets', 0, 1, 2]);
});

test('an article that is here by itself is not counted as left', async () => {
	const { list } = filtered();
	await list.some(['text-120']);
	await list.find({ ...anyText, lang: 'sv' }, () => true);
	expect(list.left).toBe(121 - 40 - 2);
});
