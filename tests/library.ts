/**
 * The reader's library in a real browser, for tests of what no page does on purpose: the adapter as
 * it is built, put into a page of the site, so that two tabs can race and a disk can fill up.
 */
import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { formatBackup } from '../src/lib/core/library/backup';
import { moment } from '../src/lib/core/library/moment';
import type { OpenStore } from '../src/lib/adapters/db/store';
import type { Dump, KeptArticle, OwnWords, StoreFailure } from '../src/lib/core/library/store';
import type { Result } from '../src/lib/core/result';
import { block } from '../src/lib/core/text/block';

/** The pages that are opened with `withLibrary` have one. */
declare global {
	interface Window {
		library: OpenStore;
	}
}

let bundle: Promise<string> | null = null;

async function bundled(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${process.cwd()}/src/lib` } },
		build: {
			write: false,
			minify: false,
			lib: { entry: 'src/lib/adapters/db/store.ts', formats: ['iife'], name: 'adapter' }
		}
	});
	const [output] = built as Rolldown.RolldownOutput[];
	return output?.output[0].code ?? '';
}

/** Opens a text that has nothing to do with the library, and gives it one of its own. */
export async function withLibrary(page: Page): Promise<Page> {
	bundle ??= bundled();
	await page.goto('/robots.txt');
	// An expression, so that it runs past the site's policy as a script of the page's would not.
	await page.evaluate(
		`(() => { ${await bundle}; window.library = adapter.openStore({ storage: localStorage }); })()`
	);
	return page;
}

export const at = (minute: number): string => moment(Date.UTC(2026, 10, 2, 8, minute));

/** An article of so many paragraphs, a thousand characters each that no disk can press together. */
export function article(id: string, paragraphs = 1, minute = 0): KeptArticle {
	const blocks = Array.from({ length: paragraphs }, (_, n) =>
		block({ kind: 'paragraph' }, `${id} ${n} och så vidare ${randomBytes(500).toString('hex')}`)
	);
	const changedAt = at(minute);
	const about = {
		id,
		metadata: { lang: 'sv', title: `Om ${id}` },
		recognised: false,
		paragraphs,
		words: 200 * paragraphs,
		addedAt: changedAt,
		changedAt
	};
	return { about, article: { lang: 'sv', title: `Om ${id}`, blocks }, leftOut: [] };
}

export const words = (text: string, minute = 0): OwnWords => ({
	article: 'gard',
	source: [block({ kind: 'paragraph' }, 'Katten satt på trappan.').fingerprint],
	lang: 'en',
	text: [text],
	name: 'Ada',
	from: null,
	changedAt: at(minute)
});

export const nothing: Dump = { articles: [], removed: [], words: [], reviews: [], places: [] };

/** A backup as a file for an input. */
export const backup = (library: Partial<Dump>, settings = {}, name = 'backup.json') =>
	file(name, formatBackup({ made: at(0), settings, library: { ...nothing, ...library } }));

export const file = (name: string, text: string) => ({
	name,
	mimeType: 'application/json',
	buffer: Buffer.from(text)
});

/** The titles in the library as a new tab finds them. */
export async function ids(page: Page): Promise<readonly string[]> {
	const dump = await page.evaluate(() => window.library.dump());
	expect(dump.ok).toBe(true);
	return dump.ok ? dump.value.articles.map(({ about }) => about.id) : [];
}

export const failureOf = (result: Result<unknown, StoreFailure>): StoreFailure | null =>
	result.ok ? null : result.failure;
