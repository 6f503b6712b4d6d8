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

/** An address without a language goes on to a page that is checked here by its own. */
const isShared = (path: string): boolean => path.startsWith('/read/');

/** Pages whose message depends on the service worker: checked in a second browser too. */
const tagsOf = (path: string): string[] => [
	...(path.endsWith('/offline/') ? ['@kept'] : []),
	...(path === `/en/read/${timelineId}/` ? ['@both'] : [])
];

for (const path of pages.filter((path) => !isAnother(path) && !isShared(path))) {
	test(
		`${path} opens, is accessible and fits every width`,
		{ tag: tagsOf(path) },
		async ({ page, open }) => {
			await open(path);
			await isWhole(page);
			await expect(page.locator('h1')).toHaveCount(1);
			// An article in every theme, view and layout: `reading-a11y.spec.ts`.
			if (path.startsWith('/sv/')) await axe(page);
			else if (!path.endsWith(`/read/${timelineId}/`)) await axeInThemes(page);
			for (const width of widths) await fitsWidth(page, width);
		}
	);
}

for (const ui of uis)
	test(`every second other article opens, is accessible and fits every width (${ui})`, async ({
		page,
		open
	}) => {
		test.slow();
		// The words of an article are the same in both languages of the interface.
		const others = pages
			.filter((path) => isAnother(path) && path.startsWith(`/${ui}/`))
			.filter((_, at) => at % uis.length === uis.indexOf(ui));
		for (const [at, path] of others.entries()) {
			const theme = themes[at % themes.length];
			await open(path, theme ? { theme } : {});
			await isWhole(page);
			await axe(page);
			for (const width of widths) await fitsWidth(page, width);
		}
	});

test('an address without a language goes on to the reader’s', async ({ page, open }) => {
	const shared = pages.filter(isShared);
	expect(shared.length).toBeGreaterThan(0);
	await open(`/read/${timelineId}/`);
	await page.waitForURL(`/en/read/${timelineId}/`);
	await isWhole(page);
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
