/** The largest download of a first visit to a reading page. `npm run bench` measures speed. */
import { readFileSync, statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { hydrated } from './reading';

const scriptBudget = 50_000;

/** Bytes of brotli: 34 kB are the faces. On a slow line 1 kB more is 5 ms before the first paint. */
const pageBudget = 60_500;

/** Waits until the page's scripts, which wait for the paint, have run and loaded what follows. */
async function started(page: Page): Promise<void> {
	await hydrated(page);
	await page.waitForLoadState('networkidle');
}

/** Returns the size of a script as transferred, in bytes of brotli. */
const weight = (path: string): number => statSync(`build${path}.br`).size;

test('a reading page fetches at most 50 kB of script before anyone interacts', async ({ page }) => {
	const scripts = new Set<string>();
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		// The service worker fetches the whole site in the background: not counted.
		if (request.resourceType() === 'script' && !/service-?worker/.test(pathname))
			scripts.add(pathname);
	});
	await page.goto('/en/read/kazakstan-i-januari-2022/', { waitUntil: 'networkidle' });
	await started(page);
	const weights = [...scripts].map((path) => ({ path, bytes: weight(path) }));
	const sum = weights.reduce((sum, { bytes }) => sum + bytes, 0);
	expect(weights.length).toBeGreaterThan(0);
	expect(sum, JSON.stringify(weights, null, '\t')).toBeLessThanOrEqual(scriptBudget);
});

test('a reading page brings the styles of its first screen alone', () => {
	const page = 'build/en/read/kazakstan-i-januari-2022/index.html';
	const styles = /<style>(.*?)<\/style>/s.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
	const held = ['.perma', '.machine-bar', '.sheet', '.highlight-box'].filter((one) =>
		styles.includes(one)
	);
	expect(held, 'the row’s styles, and none of parts that load on request').toEqual(['.perma']);
	expect(statSync(`${page}.br`).size).toBeLessThanOrEqual(pageBudget);
});

test('an article fetches its own translation and no other’s', async ({ page }) => {
	const path = '/en/read/kazakstan-i-januari-2022/';
	await page.goto(path, { waitUntil: 'networkidle' });
	await started(page);
	// The page's own resource list: it leaves out what the service worker prefetches.
	const fetched = await page.evaluate(() =>
		performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
	);
	const texts = fetched.filter((one) => /\/(?:read|own|dossier|stored)\//.test(one));
	expect(texts).toEqual([`${path}page.json`]);
});
