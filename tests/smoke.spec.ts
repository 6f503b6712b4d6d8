/**
 * Every page of the build: complete, accessible, and no wider than the window. Colours do not depend
 * on the language of the interface: only the English pages are checked in every theme.
 */
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, axeInThemes, expect, fitsWidth, test, themes, uis, widths } from './fixtures';
import { laid, timelineId } from './reading';

const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('index.html'))
	.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
	.filter((path) => path !== '/')
	.sort();

test('the build has pages in both languages', () => {
	expect(pages).toContain('/sv/');
	expect(pages.filter((path) => path.startsWith('/sv/')).length).toBe(
		pages.filter((path) => path.startsWith('/en/')).length
	);
});

/** Articles differ only in their words: one is checked as every other page is. */
const isAnother = (path: string): boolean =>
	/\/read\/./.test(path) && !path.endsWith(`/${timelineId}/`);

/** Pages whose message depends on the service worker: checked in a second browser too. */
const tagsOf = (path: string): string[] => [
	...(path.endsWith('/offline/') ? ['@kept'] : []),
	...(path === `/en/read/${timelineId}/` ? ['@both'] : [])
];

for (const path of pages.filter((path) => !isAnother(path))) {
	test(
		`${path} opens, is accessible and fits every width`,
		{ tag: tagsOf(path) },
		async ({ page, open, browserName }) => {
			await open(path);
			await isWhole(page);
			await expect(page.locator('h1')).toHaveCount(1);
			if (browserName === 'firefox' || path.startsWith('/sv/')) await axe(page);
			else await axeInThemes(page);
			for (const width of widths) await fitsWidth(page, width);
		}
	);
}

for (const ui of uis)
	test(`every other article opens, is accessible and fits every width (${ui})`, async ({
		page,
		open
	}) => {
		test.slow();
		const others = pages.filter((path) => isAnother(path) && path.startsWith(`/${ui}/`));
		for (const [at, path] of others.entries()) {
			const theme = themes[at % themes.length];
			await open(path, theme ? { theme } : {});
			await isWhole(page);
			// Its words are the same in both languages of the interface.
			if (at % uis.length !== uis.indexOf(ui)) continue;
			await axe(page);
			for (const width of widths) await fitsWidth(page, width);
		}
	});

async function isWhole(page: Page): Promise<void> {
	await expect(page.locator('h1')).toHaveCount(1);
	await expect(page.locator('h1')).not.toHaveText('…');
	await laid(page);
}

test('the root redirects to the language of the browser', { tag: '@both' }, async ({ page }) => {
	await page.goto('/');
	await page.waitForURL('/en/');
});

test('an unknown address says so', async ({ page, faults }) => {
	faults.allow(/404|Not found|console: Error \(/);
	const answer = await page.goto('/en/nowhere/');
	expect(answer?.status()).toBe(404);
	await expect(page.locator('h1')).toHaveCount(1);
});
