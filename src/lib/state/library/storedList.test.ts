import { expect, test } from 'vitest';
import type { Listing } from './listing';
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
		}
	});
	return { list, asked };
}

test('nothing is fetched until it is asked for, then one list at a time', async () => {
	const { list, asked } = setUp();
	expect([ids(list), list.left, asked]).toEqual([['first'], 3, []]);
	await list.next();
	expect([ids(list), list.left]).toEqual([['first', 'list-0'], 2]);
	await list.rest();
	expect([ids(list), list.left]).toEqual([['first', 'list-0', 'list-1', 'list-2'], 0]);
	await list.next();
	expect(asked).toEqual([0, 1, 2]);
});

test('a list that does not come is told of, what came stays, and the next attempt goes on there', async () => {
	let isDown = true;
	const { list, asked } = setUp((nth) => (nth === 1 && isDown ? null : [listed(`list-${nth}`)]));
	await list.rest();
	expect([ids(list), list.hasFailed, list.isBusy]).toEqual([['first', 'list-0'], true, false]);
	isDown = false;
	await list.rest();
	expect([list.left, list.hasFailed]).toEqual([0, false]);
	expect(asked).toEqual([0, 1, 1, 2]);
});

test('an article that the reader has begun is fetched by itself, once, and listed once', async () => {
	const { list, asked } = setUp();
	await list.some(['first', 'list-1', 'gone']);
	await list.some(['list-1', 'gone']);
	expect(asked).toEqual(['list-1', 'gone']);
	expect(ids(list)).toEqual(['first', 'list-1']);
	await list.rest();
	expect(ids(list)).toEqual(['first', 'list-0', 'list-1', 'list-2']);
});

test('a library that is here whole asks for nothing', async () => {
	const asked: string[] = [];
	const list = new StoredList(() => ({ stored: [listed('a')], lists: 0, total: 1 }), {
		list: async () => null,
		one: async (id) => {
			asked.push(id);
			return null;
		}
	});
	await list.rest();
	await list.some(['other']);
	expect([asked, list.hasFailed]).toEqual([[], false]);
});
