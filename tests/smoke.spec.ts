/** Every page there is, as the build left it: whole, accessible, and no wider than the window. */
import { readdirSync, readFileSync } from 'node:fs';
import { axe, expect, fitsWidth, test, themes, widths } from './fixtures';
import { laid, timelineId } from './reading';

const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('index.html'))
	.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
	.filter((path) => path !== '/' && !isEmpty(path))
	.sort();

/** A page that nobody has written yet. */
function isEmpty(path: string): boolean {
	return readFileSync(`build${path}index.html`, 'utf8').includes('<h1>…</h1>');
}

test('there are pages in both languages', () => {
	expect(pages).toContain('/sv/');
	expect(pages.filter((path) => path.startsWith('/sv/')).length).toBe(
		pages.filter((path) => path.startsWith('/en/')).length
	);
});

/** Articles are one page with other words: one of them is tried in every theme and browser. */
const isAnother = (path: string): boolean =>
	/\/read\/./.test(path) && !path.endsWith(`/${timelineId}/`);

for (const [at, path] of pages.entries()) {
	test(`${path} opens, is accessible and fits every width`, async ({ page, open, browserName }) => {
		const another = isAnother(path);
		test.skip(another && browserName === 'firefox', 'one article is enough in a second browser');
		const one = another || browserName === 'firefox';
		for (const theme of one ? [themes[at % themes.length]] : themes) {
			await open(path, theme && { theme });
			await expect(page.locator('h1')).toHaveCount(1);
			await laid(page);
			await axe(page);
		}
		for (const width of widths) await fitsWidth(page, width);
	});
}

test('the root sends the reader to the language of the browser', async ({ page }) => {
	await page.goto('/');
	await page.waitForURL('/en/');
});

test('an address that leads nowhere says so', async ({ page, faults }) => {
	faults.allow(/404|Not found|console: Error \(/);
	const answer = await page.goto('/en/nowhere/');
	expect(answer?.status()).toBe(404);
	await expect(page.locator('h1')).toHaveCount(1);
});
