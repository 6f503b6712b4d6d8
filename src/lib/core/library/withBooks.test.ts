import { expect, test } from 'vitest';
import type { OwnArticle } from './ownArticle';
import type { OwnBook } from './ownBook';
import { withBooks } from './withBooks';

const now = '2026-11-02T08:00:00.000Z';
const about = (id: string, book?: OwnArticle['book']): OwnArticle => ({
	id,
	metadata: { lang: 'sv' },
	recognised: false,
	paragraphs: 1,
	words: 1,
	addedAt: now,
	changedAt: now,
	...(book && { book })
});
const chapter = (of: string, nth: number) => about(`${of}-${nth + 1}`, { id: of, chapter: nth });
const book: OwnBook = {
	id: 'hamnen',
	metadata: { lang: 'sv', title: 'Hamnen' },
	chapters: [],
	cover: null,
	pictures: [],
	addedAt: now,
	changedAt: now
};

test('the chapters of a book are together, in its order, with the book', () => {
	const texts = [about('a'), chapter('hamnen', 9), about('b'), chapter('hamnen', 1)];
	expect(withBooks(texts, [book]).map(({ about, book }) => [about.id, book?.id])).toEqual([
		['a', undefined],
		['hamnen-2', 'hamnen'],
		['hamnen-10', 'hamnen'],
		['b', undefined]
	]);
});

test('a chapter whose book is not there is a text of its own', () => {
	expect(withBooks([chapter('borta', 0)], [book])).toEqual([
		{ about: chapter('borta', 0), book: null }
	]);
});
