import { afterEach, expect, test, vi } from 'vitest';
import type { StoredListing } from '$lib/core/translation/stored';
import { wholeLibrary } from './wholeLibrary';

afterEach(() => {
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
});

const listed = (id: string): StoredListing => ({
	id,
	metadata: { lang: 'sv', title: id },
	bundled: true,
	paragraphs: 1,
	words: 1,
	translated: []
});

/** Serves lists by number: null for one that does not come. */
function site(lists: readonly (readonly StoredListing[] | string | null)[]): string[] {
	vi.stubEnv('SSR', false);
	const asked: string[] = [];
	vi.stubGlobal('fetch', async (path: string) => {
		asked.push(path);
		const list = lists[Number(/(\d+)\.json$/.exec(path)?.[1])] ?? null;
		if (list === null) throw new TypeError('no network');
		return new Response(typeof list === 'string' ? list : JSON.stringify(list));
	});
	return asked;
}

const idsOf = async (lists: number) =>
	(await wholeLibrary({ stored: [listed('a')], lists })).map(({ id }) => id);

test('a small library is in the page itself: nothing is fetched', async () => {
	const asked = site([]);
	expect(await idsOf(0)).toEqual(['a']);
	expect(asked).toEqual([]);
});

test('a large one is the page and its lists, in their order', async () => {
	const asked = site([[listed('b'), listed('c')], [listed('d')]]);
	expect(await idsOf(2)).toEqual(['a', 'b', 'c', 'd']);
	expect(asked).toEqual(['/stored/list/0.json', '/stored/list/1.json']);
});

test('a list that does not come, or is no list, leaves the others', async () => {
	site([null, [listed('d')], '{"id":"e"}']);
	expect(await idsOf(3)).toEqual(['a', 'd']);
});
