/**
 * The reader's library in a real browser, for cases that no page causes on purpose: the built
 * adapter runs in a page of the site, so that tabs can race and the disk can fill up.
 */
import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { formatBackup } from '../src/lib/core/library/backup';
import { moment } from '../src/lib/core/library/moment';
import type { OpenStore } from '../src/lib/adapters/db/store';
import type { Dump, OwnWords } from '../src/lib/core/library/store';
import type { KeptArticle } from '../src/lib/core/library/ownArticle';
import type { StoreFailure } from '../src/lib/core/library/storeFailure';
import type { Result } from '../src/lib/core/result';
import { block } from '../src/lib/core/text/block';
import { bundle } from './bundle';

/** Added to pages that `withLibrary` opens. */
declare global {
	interface Window {
		library: OpenStore;
	}
}

let bundled: Promise<string> | null = null;

/** Opens a page that does not use the library, and adds a library to it. */
export async function withLibrary(page: Page): Promise<Page> {
	bundled ??= bundle('src/lib/adapters/db/store.ts', 'adapter');
	await page.goto('/robots.txt');
	// An expression, so that the site's content security policy does not block it.
	await page.evaluate(
		`(() => { ${await bundled}; window.library = adapter.openStore({ storage: localStorage }); })()`
	);
	return page;
}

export const at = (minute: number): string => moment(Date.UTC(2026, 10, 2, 8, minute));

/** Returns an article with this many paragraphs of a thousand incompressible characters each. */
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

const nothing: Dump = {
	articles: [],
	removed: [],
	words: [],
	reviews: [],
	translations: [],
	places: [],
	highlights: [],
	savedWords: [],
	books: [],
	pictures: []
};

/** Returns a backup as a file for an input. */
export const backup = (library: Partial<Dump>, settings = {}, name = 'backup.json') =>
	file(name, formatBackup({ made: at(0), settings, library: { ...nothing, ...library } }));

export const file = (name: string, text: string) => ({
	name,
	mimeType: 'application/json',
	buffer: Buffer.from(text)
});

/** Returns the titles in the library as a new tab reads them. */
export async function ids(page: Page): Promise<readonly string[]> {
	const dump = await page.evaluate(() => window.library.dump());
	expect(dump.ok).toBe(true);
	return dump.ok ? dump.value.articles.map(({ about }) => about.id) : [];
}

export const failureOf = (result: Result<unknown, StoreFailure>): StoreFailure | null =>
	result.ok ? null : result.failure;
