/** What the first visit to a reading page may weigh. Speed is measured by `npm run bench`. */
import { statSync } from 'node:fs';
import { expect, test } from './fixtures';

const scriptBudget = 50_000;

/** What a script weighs on the way to the reader, in bytes of brotli. */
const weight = (path: string): number => statSync(`build${path}.br`).size;

test('a reading page fetches at most 50 kB of script before anyone interacts', async ({ page }) => {
	const scripts = new Set<string>();
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		// The service worker fetches the whole site, for later and on no one's time.
		if (request.resourceType() === 'script' && !/service-?worker/.test(pathname))
			scripts.add(pathname);
	});
	await page.goto('/en/read/kazakstan-i-januari-2022/', { waitUntil: 'networkidle' });
	const weights = [...scripts].map((path) => ({ path, bytes: weight(path) }));
	const sum = weights.reduce((sum, { bytes }) => sum + bytes, 0);
	expect(weights.length).toBeGreaterThan(0);
	expect(sum, JSON.stringify(weights, null, '\t')).toBeLessThanOrEqual(scriptBudget);
});

test('an article fetches its own translation and no other’s', async ({ page }) => {
	const path = '/en/read/kazakstan-i-januari-2022/';
	await page.goto(path, { waitUntil: 'networkidle' });
	// The page's own list: what the service worker fetches ahead stands in another.
	const fetched = await page.evaluate(() =>
		performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
	);
	const texts = fetched.filter((one) => /\/(?:read|own|dossier|stored)\//.test(one));
	expect(texts).toEqual([`${path}page.json`]);
});
