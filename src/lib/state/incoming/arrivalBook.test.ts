import { expect, test } from 'vitest';
import type { Book } from '$lib/core/book/book';
import { ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import { article, english, file, forArticle, original, setUp } from './arrival.fixture';

const long = Array.from({ length: 20 }, (_, at) =>
	block({ kind: 'paragraph' }, `Somebody walked along the shore for the ${at}th time that year.`)
);
const book: Book = {
	metadata: { lang: 'en', title: 'Collected Stories' },
	chapters: [
		{ title: 'The Shore', level: 1, blocks: long },
		{ title: 'The Lighthouse', level: 1, blocks: english.blocks }
	],
	...{ pictures: [], cover: null, leftOut: [], notices: [] }
};

test('of a book that is longer than the text, the reader says which chapter translates it', async () => {
	const { arrival, drafts } = setUp({ read: async () => ok({ book }) });
	await arrival.open(forArticle);
	await arrival.read('stories.epub', file);
	expect(arrival.step).toMatchObject({ kind: 'choosing', failure: { from: 'book' } });
	await arrival.takeChapter(book, 1);
	expect(arrival.step).toEqual({ kind: 'about', failure: null });
	expect(drafts.get('one')).toMatchObject({
		target: { lang: 'en', blocks: english.blocks },
		credit: { title: 'The Lighthouse', translator: '' }
	});
	await arrival.takeChapter(book, null);
	expect(arrival.draft?.target.blocks.length).toBeGreaterThan(long.length);
	expect(arrival.draft?.credit.title).toBe('Collected Stories');
});

test('a book as long as the text is taken whole', async () => {
	const short = { ...book, chapters: book.chapters.slice(1) };
	const { arrival } = setUp({ read: async () => ok({ book: short }) });
	await arrival.open(forArticle);
	await arrival.read('lighthouse.epub', file);
	expect(arrival.step).toEqual({ kind: 'about', failure: null });
	expect(arrival.draft?.target.blocks.slice(-2)).toEqual(english.blocks);
});

test('what the title page says of the translation counts for a chapter that is taken', async () => {
	const titlePage = ['Collected Stories', 'Anna Ek', '2024', 'Third printing', 'Printed in Lund'];
	const page = (line: string) => ({
		title: 'Title page',
		level: 1,
		blocks: [...titlePage, line, 'Valley Press', 'All rights reserved', 'ISBN 1', 'Malmö'].map(
			(text) => block({ kind: 'paragraph' }, text)
		)
	});
	const { arrival } = setUp({ read: async () => ok({ book }) });
	await arrival.open(forArticle);
	const ofMachine = { ...book, chapters: [page('Translated by DeepL'), ...book.chapters] };
	for (const at of [2, null]) {
		await arrival.takeChapter(ofMachine, at);
		expect(arrival.draft?.machine).toMatchObject({ origin: 'machine', name: 'DeepL' });
		expect(arrival.draft?.machine?.certain).toContain(english.blocks[0]?.fingerprint);
	}
	await arrival.takeChapter(
		{ ...book, chapters: [page('Translated by Ida Holm'), ...book.chapters] },
		2
	);
	expect(arrival.draft?.machine).toBeUndefined();
	expect(arrival.suggestedTranslator).toBe('Ida Holm');
});

test('a whole book as short as the text has the claim of its title page too', async () => {
	const page = {
		title: 'Title page',
		level: 1,
		blocks: ['A', 'B', 'C', 'D', 'Translated by DeepL', 'E', 'F', 'G', 'H'].map((text) =>
			block({ kind: 'paragraph' }, text)
		)
	};
	const short = { ...book, chapters: [page, ...book.chapters.slice(1)] };
	const { arrival } = setUp({ read: async () => ok({ book: short }) });
	await arrival.open(forArticle);
	await arrival.read('lighthouse.epub', file);
	expect(arrival.draft?.machine).toMatchObject({ name: 'DeepL' });
});

test('a text of the library has the claim that stands at its end', async () => {
	const machines = article('en', 'The Lighthouse', 'It was built in 1871.', 'Translated by DeepL');
	const { arrival } = setUp({
		article: async (id) => ok(id === 'english' ? machines : original)
	});
	await arrival.open(forArticle);
	await arrival.choose({ id: 'english', place: 'own' });
	expect(arrival.draft?.machine).toMatchObject({ origin: 'machine', name: 'DeepL' });
});
