import { expect, test } from 'vitest';
import type { Book } from '../book/book';
import { block } from '../text/block';
import { draftBook } from './draftBook';

const paragraph = block({ kind: 'paragraph' }, 'Vinden vände.');
const book = (chapters: Book['chapters'], pictures: Book['pictures'] = []): Book => ({
	metadata: { lang: 'sv', title: 'Hamnen', identifier: 'urn:x' },
	chapters,
	pictures,
	cover: null,
	leftOut: [{ text: '7', reason: 'page-number', before: 1, chapter: 1 }],
	notices: []
});
const chapter = { title: 'Ett', level: 1, blocks: [paragraph] };

test('a draft proposes chapters, and knows the size of pictures', () => {
	const gif = new Uint8Array([71, 73, 70, 56, 57, 97, 44, 1, 200, 0]);
	const picture = { name: 'a.gif', alt: 'En båt', type: 'image/gif' as const, bytes: gif };
	const { content, pictures } = draftBook(
		book([{ ...chapter, title: 'Index' }, chapter], [picture])
	);
	expect(content.chapters.map(({ chosen }) => chosen)).toEqual([false, true]);
	expect(content.pictures).toEqual([{ name: 'a.gif', alt: 'En båt', width: 300, height: 200 }]);
	expect(pictures).toEqual([{ name: 'a.gif', type: 'image/gif', bytes: gif }]);
});
