import { describe, expect, it } from 'vitest';
import type { OwnArticle, Store } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import { sameText } from './twin';

const article = (...texts: string[]): Article => ({
	lang: 'sv',
	blocks: texts.map((text) => block({ kind: 'paragraph' }, text))
});
const about = (id: string, { blocks }: Article): OwnArticle => ({
	id,
	metadata: { lang: 'sv' },
	recognised: false,
	paragraphs: blocks.length,
	words: 3,
	addedAt: '2026-11-02T08:00:00.000Z',
	changedAt: '2026-11-02T08:00:00.000Z'
});
const holding = (here: Record<string, Article>): Store => {
	const store: Partial<Store> = {
		watchArticles(next) {
			next(
				Object.entries(here).map(([id, it]) => about(id, it)),
				[]
			);
			return () => {};
		},
		article: async (id) => {
			const it = here[id];
			return ok(it ? { about: about(id, it), article: it, leftOut: [] } : null);
		}
	};
	return store as Store;
};

describe('a text is in the library already', () => {
	const ship = article('Ett skepp kom.', 'Det gick.');
	it.each([
		['with just these paragraphs', ship, 'there'],
		['and not one of as many other paragraphs', article('Ett skepp kom.', 'Det sjönk.'), null],
		['and not one with a paragraph more', article('Ett skepp kom.', 'Det gick.', 'Slut.'), null]
	])('%s', async (_, added, id) => {
		expect(await sameText(holding({ there: ship }), about('new', added), added)).toBe(id);
	});

	it('is not told by a store that does not answer', async () => {
		const silent: Partial<Store> = {
			watchArticles(_next, failed) {
				failed({ kind: 'blocked' });
				return () => {};
			},
			article: async () => fail({ kind: 'blocked' })
		};
		expect(await sameText(silent as Store, about('new', ship), ship)).toBeNull();
	});
});
