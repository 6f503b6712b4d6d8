import { expect, test } from 'vitest';
import { block } from '../text/block';
import type { BookDraft } from './ownBook';
import { bookToSave, isSameBook } from './saveBook';

const now = '2026-11-02T08:00:00.000Z';
const picture = (name: string) => ({ name, alt: '', width: 1, height: 1 });
const paragraph = block({ kind: 'paragraph' }, 'Vinden vände efter midnatt.');
const draft: BookDraft = {
	id: 'utkast',
	name: 'hamnen.epub',
	metadata: {
		lang: 'sv',
		title: 'Hamnen',
		authors: ['Ada'],
		publication: 'Förlaget',
		identifier: 'urn:isbn:1'
	},
	chapters: [
		{ title: 'Del ett', level: 1, blocks: [], chosen: true },
		{
			title: 'Natten',
			level: 2,
			chosen: true,
			blocks: [
				block({ kind: 'heading', level: 2 }, 'Natten'),
				paragraph,
				block({ kind: 'caption', picture: 'b.png' }, '')
			]
		},
		{
			title: 'Index',
			level: 1,
			chosen: false,
			blocks: [block({ kind: 'caption', picture: 'c.png' }, 'Ett ankare.')]
		},
		{ title: 'Dagen', level: 1, lang: 'en', blocks: [paragraph], chosen: true }
	],
	pictures: [picture('a.png'), picture('b.png'), picture('c.png')],
	cover: 'a.png',
	leftOut: [
		{ text: '12', reason: 'page-number', before: 2, chapter: 1 },
		{ text: '13', reason: 'page-number', before: 0, chapter: 3 }
	],
	notices: [],
	changedAt: now
};

test('the chosen chapters with text become articles, in order', () => {
	const { about, chapters } = bookToSave(draft, 'hamnen', now);
	expect(about.chapters.map(({ article, title, words }) => [article, title, words])).toEqual([
		[null, 'Del ett', 0],
		['hamnen-2', 'Natten', 4],
		['hamnen-3', 'Dagen', 4]
	]);
	expect(about.metadata).toEqual(draft.metadata);
	expect(chapters.map(({ about: { id, book } }) => [id, book])).toEqual([
		['hamnen-2', { id: 'hamnen', chapter: 1 }],
		['hamnen-3', { id: 'hamnen', chapter: 2 }]
	]);
	const [night, day] = chapters;
	expect(night?.article).toMatchObject({
		lang: 'sv',
		title: 'Natten',
		publication: 'Hamnen',
		authors: ['Ada']
	});
	expect(night?.about.metadata).not.toHaveProperty('identifier');
	expect(day?.article.lang).toBe('en');
});

test('a heading that repeats the chapter’s title is left out, and what follows it moves', () => {
	const [night] = bookToSave(draft, 'hamnen', now).chapters;
	expect(night?.article.blocks[0]).toEqual(paragraph);
	expect(night?.leftOut).toEqual([
		{ text: 'Natten', reason: 'repeated-title', before: 0 },
		{ text: '12', reason: 'page-number', before: 1 }
	]);
});

test('only pictures that are shown are kept, and the cover', () => {
	const { about } = bookToSave(draft, 'hamnen', now);
	expect(about.pictures.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
});

test('a book is the same if its contents are', () => {
	const { about } = bookToSave(draft, 'hamnen', now);
	expect(isSameBook(about, bookToSave(draft, 'annan', now).about)).toBe(true);
	const less = { ...draft, chapters: draft.chapters.slice(1) };
	expect(isSameBook(about, bookToSave(less, 'annan', now).about)).toBe(false);
});
