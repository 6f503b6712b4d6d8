/**
 * A translation of a whole book, as a reader adds it: two made-up novels of 100,000 words are paired
 * by their chapters and aligned in the worker. Times by the clock and of the processor: those of all
 * processes that draw pages, with their workers.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import type { AlignText } from '../src/lib/core/align/align';
import { epub } from '../src/lib/core/book/epub/epub.fixture';
import { newContext, rest } from './browser';
import { atMost, none, single, type Budget, type Figure } from './figures';
import { parallel } from './parallel';

/** Sentences of each novel: some 100,000 words. */
const sentences = 6_200;
const paragraphsPerChapter = 25;
/** A reader takes longer than this, in milliseconds, to say whose translation it is. */
const creditMs = 1000;

const steps: readonly (readonly [name: string, time: Budget])[] = [
	['file to pairs', none],
	['pairs to the first chapter ready', none],
	['file to the first chapter ready, without the reader', atMost(2_000)],
	['pairs to all chapters aligned', atMost(30_000)]
];

function novel(title: string, label: string, { lang, paragraphs }: AlignText): Uint8Array {
	const pages: Record<string, string> = {};
	for (let at = 0; at < paragraphs.length; at += paragraphsPerChapter) {
		const number = at / paragraphsPerChapter + 1;
		const texts = paragraphs.slice(at, at + paragraphsPerChapter);
		pages[`${number}.xhtml`] =
			`<h1>${label} ${number}</h1>${texts.map((lines) => `<p>${lines.join(' ')}</p>`).join('')}`;
	}
	return epub({
		metadata: `<dc:title>${title}</dc:title><dc:language>${lang}</dc:language>`,
		pages
	});
}

interface Took {
	readonly ms: number;
	readonly cpuMs: number;
}

/** Returns the time since `begin`, by the clock and of the processor. */
async function clock(session: CDPSession) {
	const cpu = async () => {
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		return processInfo
			.filter(({ type }) => type === 'renderer')
			.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
	};
	let begun = { ms: 0, cpuMs: 0 };
	return {
		begin: async () => void (begun = { cpuMs: await cpu(), ms: performance.now() }),
		took: async (): Promise<Took> => {
			const ms = performance.now() - begun.ms;
			return { ms, cpuMs: (await cpu()) - begun.cpuMs };
		}
	};
}

async function once(browser: Browser, site: string, files: readonly string[]) {
	const context = await newContext(browser, site);
	try {
		const page = await context.newPage();
		const { begin, took } = await clock(await browser.newBrowserCDPSession());
		const [original = '', translated = ''] = files;
		await page.goto('/en/add/');
		await page.getByLabel('Add texts', { exact: true }).setInputFiles(original);
		await page.getByRole('button', { name: /^Save \d+ chapters$/ }).click();
		await page.waitForURL(/\/own\/book\//);
		await page.getByRole('link', { name: 'Add a translation' }).click();
		const input = page.getByLabel('Choose the translation');
		await input.waitFor();
		await begin();
		await input.setInputFiles(translated);
		await page.getByRole('heading', { name: 'Pair the chapters' }).waitFor();
		const paired = await took();
		await page.getByRole('button', { name: 'Continue' }).click();
		await page.getByLabel('Translator', { exact: true }).fill('Ingen Alls');
		await rest(creditMs);
		await begin();
		await page.getByRole('button', { name: 'Save and match' }).click();
		await page.getByRole('link', { name: 'Read the first chapter' }).waitFor();
		const first = await took();
		await page.getByText('chapters matched').waitFor({ state: 'detached', timeout: 180_000 });
		const all = await took();
		const both = { ms: paired.ms + first.ms, cpuMs: paired.cpuMs + first.cpuMs };
		return [paired, first, both, all];
	} finally {
		await context.close();
	}
}

export async function bookPair(
	browser: Browser,
	site: string,
	runs: number
): Promise<readonly Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-pair-'));
	try {
		const [source, target] = parallel(sentences);
		const files = [join(folder, 'original.epub'), join(folder, 'translation.epub')];
		writeFileSync(files[0] ?? '', novel('Vintern', 'Kapitel', source));
		writeFileSync(files[1] ?? '', novel('Winter', 'Chapter', target));
		const all: (readonly Took[])[] = [];
		for (let run = 0; run < runs; run++) all.push(await once(browser, site, files));
		return steps.flatMap(([name, time], at) => [
			single(
				`Two books: ${name}`,
				'ms',
				all.map((took) => took[at]?.ms ?? Number.NaN),
				time
			),
			single(
				`Two books: ${name}, processor time`,
				'ms',
				all.map((took) => took[at]?.cpuMs ?? Number.NaN)
			)
		]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
