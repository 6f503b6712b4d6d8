/**
 * Books of 120,000 words are read: an EPUB beside foliate-js in one page of Chromium, a Word document
 * beside mammoth, a PDF alone. The peers are installed into a folder that is thrown away.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readBook } from '../src/lib/adapters/import/bookReader';
import { countWords } from '../src/lib/core/text/words';
import { docxOf, epubOf, pageToPrint } from './book-files';
import { newContext } from './browser';
import { atMost, compared, none, single, times, type Figure, type Pair } from './figures';
import { bundle } from '../tests/bundle';
import { novel } from './novel';

const peers = ['foliate-js@1.0.1', 'mammoth@1.13.0'];
const paragraphs = 1720;

declare global {
	interface Window {
		books: { readonly readBook: typeof readBook };
	}
}

interface Once {
	readonly cold: { readonly ms: number; readonly cpuMs: number; readonly words: number };
	readonly warm: { readonly ms: number; readonly cpuMs: number };
	readonly peakMb: number;
	readonly beforeMb: number;
}

/** `folder`: for files that are thrown away. */
export async function books(
	browser: Browser,
	site: string,
	folder: string,
	runs: number
): Promise<readonly Figure[]> {
	execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...peers]);
	const article = novel(paragraphs);
	const words = article.blocks.reduce((sum, { text }) => sum + countWords(text), 0);
	console.log(`The book has ${words} words.`);
	const files = { epub: epubOf(article), docx: docxOf(article), pdf: await print(browser) };
	const names = Object.fromEntries(
		Object.entries(files).map(([format, bytes]) => {
			const name = join(folder, `novel.${format}`);
			writeFileSync(name, bytes);
			return [format, name] as const;
		})
	);
	const alone = (format: string): readonly Once[] =>
		Array.from({ length: runs }, () => once(names[format] ?? ''));
	return [
		compared(
			'EPUB beside foliate-js, in one page',
			'ms',
			await besideFoliate(browser, site, folder, files.epub, runs),
			times(1 / 3)
		),
		compared(
			'DOCX beside mammoth, in one process',
			'ms',
			await besideMammoth(folder, files.docx, runs),
			times(1 / 5)
		),
		...figuresOf('EPUB', alone('epub'), 1000),
		...figuresOf('DOCX', alone('docx'), 1000),
		...figuresOf(`PDF of ${pagesOf(files.pdf)} pages`, alone('pdf'), 3000)
	];

	async function print(from: Browser): Promise<Uint8Array> {
		const page = await from.newPage();
		await page.setContent(pageToPrint(article));
		const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
		await page.close();
		return bytes;
	}
}

const pagesOf = (pdf: Uint8Array): number =>
	Buffer.from(pdf)
		.toString('latin1')
		.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const once = (file: string): Once =>
	JSON.parse(
		execFileSync(process.execPath, ['--import', 'tsx', 'bench/book-once.ts', file], {
			encoding: 'utf8'
		})
	) as Once;

const figuresOf = (name: string, all: readonly Once[], budgetMs: number): readonly Figure[] => [
	single(
		`${name}, first of a process: processor time`,
		'ms',
		all.map(({ cold }) => cold.cpuMs),
		atMost(budgetMs)
	),
	single(
		`${name}, again: processor time`,
		'ms',
		all.map(({ warm }) => warm.cpuMs),
		none
	),
	single(
		`${name}: memory of the process at its highest`,
		'MB',
		all.map(({ peakMb }) => peakMb),
		none
	),
	single(
		`${name}: of which the book`,
		'MB',
		all.map(({ peakMb, beforeMb }) => peakMb - beforeMb),
		atMost(300)
	)
];

async function besideMammoth(
	folder: string,
	docx: Uint8Array,
	runs: number
): Promise<readonly Pair[]> {
	const mammoth = createRequire(join(folder, 'package.json'))('mammoth') as {
		convertToHtml(file: { buffer: Buffer }): Promise<{ value: string }>;
	};
	const openPdf = () => Promise.reject(new Error('no PDF'));
	const pairs: Pair[] = [];
	for (let run = 0; run < runs; run++) {
		const start = performance.now();
		await readBook(new Uint8Array(docx), { lang: null, openPdf });
		const middle = performance.now();
		await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
		pairs.push({ ours: middle - start, plain: performance.now() - middle });
	}
	return pairs;
}

/** Opens the book and reads the words of every chapter, in turn with both. */
async function besideFoliate(
	browser: Browser,
	site: string,
	folder: string,
	epub: Uint8Array,
	runs: number
): Promise<readonly Pair[]> {
	const context = await newContext(browser, site);
	const page = await context.newPage();
	const types: Readonly<Record<string, string>> = { '.js': 'text/javascript' };
	await page.route('**/peers/**', (route) => {
		const path = new URL(route.request().url()).pathname.replace('/peers/', '');
		const body =
			path === 'book.epub' ? Buffer.from(epub) : readFileSync(join(folder, 'node_modules', path));
		return route.fulfill({ body, contentType: types[extname(path)] ?? 'application/zip' });
	});
	await page.goto('/robots.txt');
	await page.evaluate(
		`(() => { ${await bundle('src/lib/adapters/import/bookReader.ts', 'books')}; window.books = books; })()`
	);
	try {
		return await page.evaluate(async (runs) => {
			const blob = await (await fetch('/peers/book.epub')).blob();
			const bytes = new Uint8Array(await blob.arrayBuffer());
			const address = '/peers/foliate-js/view.js';
			const { makeBook } = await import(address);
			const pairs: Pair[] = [];
			for (let run = 0; run < runs; run++) {
				const start = performance.now();
				const ours = await window.books.readBook(bytes.slice(), {
					lang: null,
					openPdf: () => Promise.reject(new Error('no PDF'))
				});
				const middle = performance.now();
				const theirs = await makeBook(new File([blob], 'book.epub'));
				let read = 0;
				for (const section of theirs.sections)
					read += ((await section.createDocument()) as Document).body.textContent.length;
				pairs.push({ ours: middle - start, plain: performance.now() - middle });
				if (!ours?.ok || read === 0) throw new Error('a book was not read');
			}
			return pairs;
		}, runs);
	} finally {
		await context.close();
	}
}
