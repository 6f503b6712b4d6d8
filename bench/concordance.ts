/**
 * Places of a word in a library of 1,000 own texts, once they are indexed: from the form’s being sent
 * until the first places are shown, beside a plain scan of the same texts in the same page. The texts
 * are put together from paragraphs of the site’s articles.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { content } from '../src/cli/content';
import { plain } from '../src/lib/core/text/inline';
import { block } from '../src/lib/core/text/block';
import { newContext } from './browser';
import { atMost, compared, none, single, type Figure, type Pair } from './figures';
import { backupText, keptArticle } from './own-novel';

const texts = 1000;
const paragraphsPerText = 20;
const budgetMs = 200;
/** Longest wait for a thousand texts to be indexed, in milliseconds. */
const longestWaitMs = 600_000;

/** A word and all its forms, by which a plain scan finds it. */
const words = {
	polis: 'polis|polisen|poliser|poliserna|polisens|polisernas|polisers',
	stad: 'stad|staden|städer|städerna|stadens|städernas|stads|städers',
	bli: 'bli|blir|blev|blivit|blivande|bliva|blive',
	arbetare: 'arbetare|arbetaren|arbetarna|arbetarens|arbetarnas|arbetares',
	skjuta: 'skjuta|skjuter|sköt|skjutit|skjuts|sköts|skjuten|skjutet|skjutna|skjutande'
} as const;
type Word = keyof typeof words;

export async function concordance(
	browser: Browser,
	site: string,
	scratch: string,
	runs: number
): Promise<readonly Figure[]> {
	const file = join(scratch, 'concordance.json');
	writeFileSync(file, library());
	const context = await newContext(browser, site);
	try {
		const page = await context.newPage();
		await restore(page, file);
		const indexing = await index(page);
		const pairs: Pair[] = [];
		for (let run = 0; run < runs; run++)
			for (const word of Object.keys(words) as Word[]) {
				const plain = await scan(page, words[word]);
				pairs.push({ ours: await find(page, word), plain });
			}
		return [
			single(`${texts} own texts: indexed`, 'ms', [indexing], none),
			compared('places of a word: first shown, both sides', 'ms', pairs, atMost(budgetMs))
		];
	} finally {
		await context.close();
	}
}

/** Returns a backup of texts, each of the next paragraphs. */
function library(): string {
	const all = content().flatMap(({ original, translations }) => [
		...(original?.lang === 'sv' ? original.blocks.map(({ text }) => text) : []),
		...translations.flatMap(({ translated, units }) =>
			translated.lang === 'sv' ? units.flatMap(({ text }) => text) : []
		)
	]);
	const paragraphs = all.map(plain).filter((text) => text.length > 200);
	const articles = Array.from({ length: texts }, (_, nth) => {
		const blocks = Array.from({ length: paragraphsPerText }, (_, at) => {
			const text = paragraphs[(nth * 7 + at) % paragraphs.length] ?? '';
			return block({ kind: 'paragraph' }, text);
		});
		return keptArticle(`text-${nth}`, { lang: 'sv', title: `Text ${nth}`, blocks });
	});
	return backupText({ articles });
}

async function restore(page: Page, file: string): Promise<void> {
	await page.goto('/en/settings/', { waitUntil: 'networkidle' });
	await page.getByLabel('Restore from a backup').setInputFiles(file);
	await page
		.locator('[role=status]', { hasText: /restored/i })
		.first()
		.waitFor({ timeout: longestWaitMs });
}

/** Returns how long it takes until all is indexed, in milliseconds. */
async function index(page: Page): Promise<number> {
	await page.goto('/en/concordance/?word=polis&lang=sv');
	await page.locator('progress').waitFor();
	const began = performance.now();
	await page.locator('progress').waitFor({ state: 'detached', timeout: longestWaitMs });
	const took = performance.now() - began;
	await page
		.getByRole('status')
		.getByText(/ in \d{3} texts/)
		.waitFor({ timeout: longestWaitMs });
	return took;
}

/** Asks for a word. Returns the time until its first place is shown, in milliseconds. */
const find = (page: Page, word: string): Promise<number> =>
	page.evaluate(async (word) => {
		const input = document.querySelector<HTMLInputElement>('input[name=word]');
		if (!input) throw new Error('no form');
		input.value = word;
		const began = performance.now();
		input.form?.requestSubmit();
		const isShown = () =>
			document.title.startsWith(`${word} `) && document.querySelector('main li mark') !== null;
		while (!isShown()) await new Promise((next) => setTimeout(next));
		return performance.now() - began;
	}, word);

/** Reads every text and looks for the forms. Returns how long it takes, in milliseconds. */
const scan = (page: Page, forms: string): Promise<number> =>
	page.evaluate(async (forms) => {
		const began = performance.now();
		const database = await new Promise<IDBDatabase>((open) => {
			const request = indexedDB.open('jamsides');
			request.onsuccess = () => open(request.result);
		});
		const rows = await new Promise<readonly { article: { blocks: { text: string }[] } }[]>(
			(all) => {
				const request = database.transaction('texts').objectStore('texts').getAll();
				request.onsuccess = () => all(request.result);
			}
		);
		database.close();
		const pattern = new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'giu');
		let places = 0;
		for (const { article } of rows)
			for (const { text } of article.blocks) places += [...text.matchAll(pattern)].length;
		if (places === 0) throw new Error(`no ${forms}`);
		return performance.now() - began;
	}, forms);
