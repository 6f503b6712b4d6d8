import { expect, test } from 'vitest';
import { translator } from '$lib/i18n';
import { neighbour, withNames } from './pageBook';

const t = await translator('en');

const book = (here: number) =>
	withNames(
		{
			id: 'stuga',
			title: 'Stugan',
			lang: 'sv',
			here,
			chapters: ['a', null, 'b'].map((article) => ({ article, title: article ?? 'Del', level: 1 })),
			pictures: new Map()
		},
		t
	);

test('the next and the previous chapter are those with text', () => {
	expect(neighbour(book(0), 1)).toEqual({ article: 'b', name: { text: 'b', lang: 'sv' } });
	expect(neighbour(book(2), -1)).toEqual({ article: 'a', name: { text: 'a', lang: 'sv' } });
	expect(neighbour(book(2), 1)).toBeNull();
	expect(neighbour(book(0), -1)).toBeNull();
});

test('a chapter without a title has its number, in no language of the book', () => {
	const chapters = [
		{ article: null, title: 'Del', level: 1 },
		{ article: 'a', title: '', level: 2 },
		{ article: 'b', title: 'Sist', level: 2 }
	];
	expect(withNames({ ...book(0), chapters }, t).chapters.map(({ name }) => name)).toEqual([
		{ text: 'Del', lang: 'sv' },
		{ text: 'Chapter 1', lang: undefined },
		{ text: 'Sist', lang: 'sv' }
	]);
});
