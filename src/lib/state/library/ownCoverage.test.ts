import { expect, test } from 'vitest';
import type { OwnWords, Store } from '$lib/core/library/store';
import { ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import type { StoredArticle } from '$lib/core/translation/stored';
import { ownCoverage } from './ownCoverage';

const blocks = ['Ett.', 'Två.', 'Tre.'].map((text) => block({ kind: 'paragraph' }, text));
const article: Article = { lang: 'sv', blocks };
const by = { origin: 'ai', name: 'A model', date: '2026-01-01' } as const;
const stored: StoredArticle = {
	id: 'a',
	metadata: { lang: 'sv' },
	original: null,
	translations: [
		{
			article: 'a',
			original: { lang: 'sv' },
			translated: { lang: 'en', title: 'A' },
			units: blocks.slice(0, 2).map(({ fingerprint }) => ({
				kind: 'paragraph',
				source: [fingerprint],
				text: ['One.'],
				by,
				review: null
			}))
		}
	]
};
const mine = (at: number): OwnWords => ({
	article: 'a',
	source: blocks.slice(at, at + 1).map(({ fingerprint }) => fingerprint),
	lang: 'en',
	text: ['Mine.'],
	name: 'Me',
	from: null,
	changedAt: '2026-01-01T00:00:00.000Z'
});

const store = (words: readonly OwnWords[], kept: Article | null): Store =>
	({
		work: async () => ok({ words, reviews: [], translations: [] }),
		article: async () => ok(kept && { article: kept, leftOut: [] })
	}) as unknown as Store;

test.each([
	['a copy counts its own paragraphs', [], article, stored, { ai: 2, none: 1 }],
	[
		'own words count as a person’s',
		[mine(0), mine(2)],
		article,
		stored,
		{ human: 2, ai: 1, none: 0 }
	],
	['own words count where nothing is stored', [mine(1)], article, null, { human: 1, none: 2 }],
	[
		'own words count where only the translation is here',
		[mine(0)],
		null,
		stored,
		{ human: 1, ai: 1 }
	]
] as const)('%s', async (_, words, kept, known, expected) => {
	expect(await ownCoverage(store(words, kept), async () => known, 'a')).toMatchObject(expected);
});

test('an article without anything of the reader’s own is not fetched', async () => {
	const fetch = () => Promise.reject(new Error('fetched'));
	expect(await ownCoverage(store([], null), fetch, 'a')).toBeNull();
	expect(await ownCoverage(store([{ ...mine(0), deleted: true }], null), fetch, 'a')).toBeNull();
});
