import { expect, test } from 'vitest';
import type { Book } from '$lib/core/book/book';
import { fail, ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import { Adding } from './adding.svelte';
import { BookText } from './bookText.svelte';
import { added, idle, setUp } from './adding.fixture';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const book: Book = {
	metadata: { lang: 'sv', title: 'Fyren' },
	chapters: [
		{ title: 'Ett', level: 1, blocks: [paragraph('Ljuset slocknade.')] },
		{ title: 'Två', level: 1, blocks: [paragraph('Ingen kom.'), paragraph('Alla sov.')] },
		{ title: 'Index', level: 1, blocks: [paragraph('Fyr, 3')] }
	],
	pictures: [{ name: 'a.png', alt: '', type: 'image/png', bytes: new Uint8Array([1]) }],
	cover: 'a.png',
	leftOut: [{ text: '2', reason: 'page-number', before: 1, chapter: 1 }],
	notices: []
};
const outcomes = { fyren: ok({ book }) };

const fails = (): never => {
	throw new Error('the book is lost');
};

/** Longer than a changed draft rests before it is written. */
const rested = () => new Promise((resolve) => setTimeout(resolve, 350));

test('a book is kept as a draft with its pictures as soon as it is read', async () => {
	const { adding, bookDrafts, pictures } = setUp(outcomes);
	const text = await added(adding, 'fyren');
	expect(text.step).toEqual({ kind: 'ready' });
	expect(bookDrafts.get(text.id)?.chapters.map(({ chosen }) => chosen)).toEqual([
		true,
		true,
		false
	]);
	expect([...pictures.keys()]).toEqual(['a.png']);
	expect(text.kept).toBe(true);
	text.book?.text.choose(0, false);
	await rested();
	expect(bookDrafts.get(text.id)?.chapters[0]?.chosen).toBe(false);
});

test('the chosen chapters are saved, and the draft is removed', async () => {
	const { adding, books, bookDrafts, held } = setUp(outcomes);
	const text = await added(adding, 'fyren');
	text.book?.text.setMetadata({ title: 'Fyren vid havet' });
	expect(await adding.save(text, false)).toBe(true);
	expect(text.step).toMatchObject({ kind: 'saved' });
	const [saved] = books.values();
	expect(saved?.about.metadata.title).toBe('Fyren vid havet');
	expect(saved?.chapters.map(({ about }) => about.metadata.title)).toEqual(['Ett', 'Två']);
	expect(bookDrafts.size).toBe(0);
	expect(held.size).toBe(0);
});

test('a chapter is corrected like an article', async () => {
	const { adding, books } = setUp(outcomes);
	const text = await added(adding, 'fyren');
	const chapter = text.book?.text.open(1);
	chapter?.setText(0, 'Ingen kom hem.');
	chapter?.restore(0);
	expect(text.book?.text.chapters[1]).toMatchObject({ paragraphs: 3, leftOut: 0 });
	expect(text.book?.text.open(1)).toBe(chapter);
	await adding.save(text, false);
	const [saved] = books.values();
	expect(saved?.chapters[1]?.article.blocks.map(({ text }) => text)).toEqual([
		'Ingen kom hem.',
		'2',
		'Alla sov.'
	]);
});

test('the same book is saved twice only where the reader asks for it', async () => {
	const { adding, books } = setUp(outcomes);
	await adding.save(await added(adding, 'fyren'), false);
	const again = await added(adding, 'fyren');
	expect(await adding.save(again, false)).toBe(false);
	expect(again.refused).toMatchObject({ kind: 'exists' });
	expect(await adding.save(again, true)).toBe(true);
	expect(books.size).toBe(2);
});

test('a full disk keeps the book on the page, unsaved', async () => {
	const { adding, books, state } = setUp(outcomes);
	state.full = true;
	const text = await added(adding, 'fyren');
	expect(text.refused).toEqual({ kind: 'full' });
	expect(await adding.save(text, false)).toBe(false);
	expect(books.size).toBe(0);
	state.full = false;
	expect(await adding.save(text, false)).toBe(true);
	expect([...books.values()][0]?.pictures).toHaveLength(1);
});

test('a draft of an earlier visit goes on, and can be discarded and put back', async () => {
	const { adding, environment, bookDrafts, pictures } = setUp(outcomes);
	const { id } = await added(adding, 'fyren');
	adding.close();
	await idle();
	const next = new Adding(environment);
	expect(await next.resume()).toBeNull();
	const text = next.find(id);
	expect(text?.book?.text.chapters).toHaveLength(3);
	if (!text) throw new Error('the draft is lost');
	await next.discard(text);
	expect(bookDrafts.size).toBe(0);
	await next.putBack();
	expect(bookDrafts.size).toBe(1);
	expect([...pictures.keys()]).toEqual(['a.png']);
	expect(await next.save(text, false)).toBe(true);
});

test('a book that is discarded as soon as it is read comes back with its pictures', async () => {
	const { adding, pictures } = setUp(outcomes);
	const text = await added(adding, 'fyren');
	await adding.discard(text);
	expect(pictures.size).toBe(0);
	await adding.putBack();
	expect([...pictures.values()].map(({ bytes }) => bytes)).toEqual([new Uint8Array([1])]);
});

test('a book that is put back while it is being discarded stays', async () => {
	const { adding, bookDrafts } = setUp(outcomes);
	const text = await added(adding, 'fyren');
	const discarded = adding.discard(text);
	await Promise.all([discarded, adding.putBack()]);
	expect(bookDrafts.size).toBe(1);
	expect(text.kept).toBe(true);
});

test('what was changed last is written as soon as the page is hidden', async () => {
	const { adding, bookDrafts } = setUp(outcomes);
	const text = await added(adding, 'fyren');
	text.book?.text.open(0)?.setText(0, 'Ljuset kom tillbaka.');
	adding.flush();
	await idle();
	expect(bookDrafts.get(text.id)?.chapters[0]?.blocks[0]?.text).toBe('Ljuset kom tillbaka.');
});

test('a correction is one change of the book', async () => {
	const { adding } = setUp(outcomes);
	const book = (await added(adding, 'fyren')).book?.text;
	const titles: string[] = [];
	const text = new BookText(book?.record ?? fails(), ({ chapters, leftOut }) =>
		titles.push(`${chapters[1]?.blocks.length} ${leftOut.length}`)
	);
	text.open(1)?.restore(0);
	expect(titles).toEqual(['3 0']);
});

test('a part without text is no chapter in any count', async () => {
	const part = { title: 'Del ett', level: 1, blocks: [] };
	const parts = { ...book, chapters: [part, ...book.chapters], leftOut: [] };
	const { adding } = setUp({ fyren: ok({ book: parts }) });
	const { book: read } = await added(adding, 'fyren');
	expect(read?.text.chapters.map(({ number }) => number)).toEqual([null, 1, 2, 3]);
	expect(read?.text.withText).toHaveLength(3);
	expect(read?.text.chosen).toHaveLength(2);
});

test('a locked book says so', async () => {
	const { adding } = setUp({ fyren: fail({ kind: 'locked', by: 'rights' }) });
	const text = await added(adding, 'fyren');
	expect(text.step).toEqual({ kind: 'failed', failure: { kind: 'locked', by: 'rights' } });
});
