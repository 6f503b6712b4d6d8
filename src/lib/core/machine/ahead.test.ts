import { expect, test } from 'vitest';
import type { OwnWords } from '../library/store';
import { block } from '../text/block';
import { chaptersAhead, untranslatedBlocks } from './ahead';

const chapter = (article: string | null) => ({ article, title: '', level: 1, words: 1 });
const book = { chapters: [null, 'a', null, 'b', 'c'].map(chapter) };

test('the chapters ahead are the reader’s and the next with text', () => {
	expect(chaptersAhead(book, 'a')).toEqual(['a', 'b']);
	expect(chaptersAhead(book, 'c')).toEqual(['c']);
	expect(chaptersAhead(book, 'x')).toEqual([]);
});

test('a paragraph that the reader has translated is not translated ahead, nor one without words', () => {
	const blocks = ['Vi gick.', 'Huset.', '* * *'].map((text) => block({ kind: 'paragraph' }, text));
	const [first, second] = blocks;
	if (!first || !second) throw new RangeError('two blocks');
	const article = { lang: 'sv', title: 'Prov', blocks };
	const own: OwnWords = {
		...{ article: 'a', source: [first.fingerprint], lang: 'en', text: ['We went.'] },
		...{ name: 'Ada', from: null, changedAt: '2026-11-30T10:00:00.000Z' }
	};
	const none = { words: [], reviews: [], translations: [] };
	expect(untranslatedBlocks(article, none)).toEqual({
		pair: { from: 'sv', to: 'en' },
		blocks: [first, second],
		byPeople: []
	});
	expect(untranslatedBlocks(article, { ...none, words: [own] })).toMatchObject({
		blocks: [second],
		byPeople: [['Vi gick.', 'We went.']]
	});
});
