import { expect, test } from 'vitest';
import { block } from '../text/block';
import type { Book, Chapter } from './book';
import { articleOf, isSingleText } from './bookArticle';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const chapter = (title: string, ...blocks: Chapter['blocks']): Chapter => ({
	title,
	level: 1,
	blocks
});
const book = (...chapters: readonly Chapter[]): Book => ({
	metadata: { lang: 'sv', title: 'Boken', identifier: 'x' },
	chapters,
	pictures: [],
	cover: null,
	leftOut: [{ text: '7', reason: 'page-number', before: 1, chapter: 1 }],
	notices: []
});

test('chapters become headings, and all notes stand last', () => {
	const note = block({ kind: 'footnote', marker: '1' }, 'Noten.');
	const two = book(chapter('Ett', paragraph('A.[^1]'), note), chapter('Två', paragraph('B.')));
	expect(isSingleText(two)).toBe(false);
	const { article, leftOut } = articleOf(two);
	expect(article.blocks.map(({ kind, text }) => [kind, text])).toEqual([
		['heading', 'Ett'],
		['paragraph', 'A.[^1]'],
		['heading', 'Två'],
		['paragraph', 'B.'],
		['footnote', 'Noten.']
	]);
	expect(article).not.toHaveProperty('identifier');
	expect(leftOut).toEqual([{ text: '7', reason: 'page-number', before: 4 }]);
});

test('a file of one chapter with the title of the whole is a text without a heading', () => {
	const one = book(chapter('Omslag'), chapter('Boken', paragraph('A.')));
	expect(isSingleText(one)).toBe(true);
	const { article, leftOut } = articleOf(one);
	expect(article.blocks).toEqual([paragraph('A.')]);
	expect(leftOut).toContainEqual({ text: 'Omslag', reason: 'front-matter', before: 0 });
});

test('a heading without text after a single text is kept', () => {
	const { article } = articleOf(book(chapter('Boken', paragraph('A.')), chapter('Slut')));
	expect(article.blocks.map(({ kind, text }) => [kind, text])).toEqual([
		['paragraph', 'A.'],
		['heading', 'Slut']
	]);
});

test('a picture is left out of an article, and its caption stays', () => {
	const caption = (text: string) => block({ kind: 'caption', picture: 'p.png' }, text);
	const { article, leftOut } = articleOf(book(chapter('Boken', caption(''), caption('Huset.'))));
	expect(article.blocks).toEqual([block({ kind: 'caption' }, 'Huset.')]);
	expect(leftOut).toContainEqual({ text: 'p.png', reason: 'picture', before: 0 });
});
