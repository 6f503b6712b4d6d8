import { expect, test } from 'vitest';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import { block } from '$lib/core/text/block';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { KnownWord } from '$lib/core/words/lemmaCounts';
import { browser, eventually, kept, value } from '../db/store.fixture';
import { keyOf, knownTexts, type CountEnvironment } from './count';
import type { AskedText, KnownText } from './protocol';

const running = { aborted: false };
const word = (lemma: string, lang = 'sv'): KnownWord => ({
	lang,
	lemma,
	wordClass: 'noun',
	state: 'known'
});
const own: AskedText = { id: 'gard', own: 'i dag', stored: false };
const ofSite: AskedText = { id: 'hus', own: null, stored: true };

const house: StoredArticle = {
	id: 'hus',
	metadata: { lang: 'sv' },
	original: null,
	translations: [
		{
			format: 1,
			article: { id: 'hus', lang: 'sv' },
			translated: { lang: 'en', title: 'Houses' },
			contributors: [],
			units: [
				{
					kind: 'paragraph',
					source: [block({ kind: 'paragraph' }, 'Hus.').fingerprint],
					text: ['The *house* burns.'],
					by: { origin: 'human', name: 'Ada', date: '2026-11-02' },
					review: null
				}
			]
		} as unknown as StoredArticle['translations'][number]
	]
};

/** Returns an environment that keeps one own text, and counts how often texts are read. */
async function withTexts() {
	const { tab } = browser();
	const store = tab();
	const { about, article, leftOut }: KeptArticle = kept('gard');
	await value(store.addArticle(about, article, leftOut, false));
	const read: string[] = [];
	const environment: CountEnvironment = {
		store: {
			...store,
			article: (id) => {
				read.push(id);
				return store.article(id);
			}
		},
		fetchStored: async (id) => {
			read.push(id);
			return id === 'hus' ? house : null;
		}
	};
	const ask = async (
		texts: readonly AskedText[],
		words: readonly KnownWord[],
		version = '1'
	): Promise<readonly KnownText[]> => {
		const found: KnownText[] = [];
		for await (const some of knownTexts({ texts, words, version }, environment, running))
			found.push(...some);
		return found;
	};
	return { tab, read, environment, ask };
}

test('own texts and those of the site are counted in the languages that the reader knows words of', async () => {
	const { ask } = await withTexts();
	const words = [word('gård'), word('katt'), word('house', 'en-GB')];
	expect(await ask([own, ofSite], words)).toEqual([
		{ key: 'own gard', sides: [{ lang: 'sv', known: 3, running: 7 }] },
		{ key: 'site hus', sides: [{ lang: 'en', known: 2, running: 3 }] }
	]);
	expect(
		(await ask([own, ofSite], [word('house', 'en')])).map(({ sides }) => sides.length)
	).toEqual([0, 1]);
});

test('a text is read once for each revision of it and of the site, whatever words are known', async () => {
	const { ask, read } = await withTexts();
	await ask([own, ofSite], [word('gård')]);
	const again = await ask([own, ofSite], [word('gård'), word('trappa')]);
	expect(read).toEqual(['gard', 'hus']);
	expect(again[0]?.sides[0]?.known).toBe(4);
	await ask([{ ...own, own: 'i morgon' }, ofSite], [word('gård')]);
	expect(read).toEqual(['gard', 'hus', 'gard']);
	await ask([{ ...own, own: 'i morgon' }], [word('gård')], '2');
	expect(read).toEqual(['gard', 'hus', 'gard', 'gard']);
});

test('a text that does not come has no share, and is asked for again', async () => {
	const { ask, read } = await withTexts();
	const gone = { id: 'borta', own: null, stored: true };
	expect(await ask([gone], [word('gård')])).toEqual([{ key: 'site borta', sides: [] }]);
	await ask([gone], [word('gård')]);
	expect(read).toEqual(['borta', 'borta']);
});

test('a language without a lexicon has no share', async () => {
	const { ask } = await withTexts();
	expect(await ask([own], [word('Hof', 'de')])).toEqual([{ key: 'own gard', sides: [] }]);
});

test('a request that is stopped reads no more texts', async () => {
	const { environment, read } = await withTexts();
	const texts = Array.from({ length: 30 }, (_, n) => ({ ...ofSite, id: `${n}` }));
	const stop = new AbortController();
	const request = { texts, words: [word('gård')], version: '1' };
	let told = 0;
	for await (const some of knownTexts(request, environment, stop.signal)) {
		told += some.length;
		stop.abort();
	}
	expect([told, read.length]).toEqual([10, 10]);
});

test('the counts of a removed text are gone at the next start', async () => {
	const { tab, ask } = await withTexts();
	await ask([own, ofSite], [word('gård')]);
	const keys = [own, ofSite].map(keyOf);
	const store = tab();
	expect(await value(store.countedTexts(keys))).toHaveLength(2);
	await value(store.removeArticle('gard'));
	const next = tab();
	await eventually(async () =>
		expect((await value(next.countedTexts(keys))).map(({ key }) => key)).toEqual(['site hus'])
	);
});
