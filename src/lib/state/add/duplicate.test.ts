import { describe, expect, it } from 'vitest';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { Store } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import { sameText } from './duplicate';

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
				[],
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

describe('a text that is already in the library', () => {
	const ship = article('Ett skepp kom.', 'Det gick.');
	it.each([
		['is found by exactly the same paragraphs', ship, 'there'],
		[
			'is another text when it has as many other paragraphs',
			article('Ett skepp kom.', 'Det sjönk.'),
			null
		],
		[
			'is another text when it has a paragraph more',
			article('Ett skepp kom.', 'Det gick.', 'Slut.'),
			null
		]
	])('%s', async (_, added, id) => {
		expect(await sameText(holding({ there: ship }), about('new', added), added)).toBe(id);
	});

	it('is not found when the store does not answer', async () => {
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
