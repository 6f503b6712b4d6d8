/**
 * The first visit, and the library: stored articles, the reader's texts, articles without a copy.
 */
import type { Page } from '@playwright/test';
import { fyren, fyrenTitle, readFile, file, saveText, settled } from './adding';
import { article, withLibrary } from './library';
import { axe, axeInThemes, expect, fitsWidth, sharedArticle, test } from './fixtures';
import { openReading, signAndSave } from './reading';

const shelf = (page: Page, name: RegExp) => page.getByRole('region', { name });
const yours = (page: Page) => shelf(page, /^Your texts/);

test.describe('the first visit', () => {
	// In English: `smoke.spec.ts`.
	for (const [locale, path] of [
		['sv-SE', '/sv/'],
		['de-DE', '/en/']
	] as const)
		test.describe(`in ${locale}`, () => {
			test.use({ locale });
			test(`opens ${path}`, async ({ page }) => {
				await page.goto('/');
				await page.waitForURL(path);
			});
		});

	test('a language that the reader chose is remembered', async ({ page }) => {
		await page.goto('/en/');
		await page.getByRole('link', { name: 'Svenska' }).click();
		await page.waitForURL('/sv/');
		await page.goto('/');
		await page.waitForURL('/sv/');
	});

	test('a language chosen while reading is remembered too', async ({ page }) => {
		await openReading(page, '/en/read/kazakstan-i-januari-2022/');
		await page.getByRole('button', { name: 'More', exact: true }).click();
		await page.getByRole('dialog').getByRole('link', { name: 'Svenska' }).click();
		await page.waitForURL('/sv/read/kazakstan-i-januari-2022/');
		await page.goto('/');
		await page.waitForURL('/sv/');
	});
});

test.describe('without script', () => {
	// Not `javaScriptEnabled: false`: Firefox driven over WebDriver BiDi does not support it.
	test.beforeEach(({ page }) =>
		page.route('**/*', async (route) => {
			if (route.request().resourceType() !== 'document') return route.continue();
			const response = await route.fetch();
			const body = (await response.text()).replace(/<script[^]*?<\/script>/g, '');
			return route.fulfill({ response, body });
		})
	);

	test('the first page offers both languages', async ({ page }) => {
		await page.goto('/');
		await expect(page.getByRole('link', { name: 'Svenska' })).toHaveAttribute('href', '/sv/');
		await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('href', '/en/');
	});

	test('the library is complete', async ({ page }) => {
		await page.goto('/en/');
		const here = shelf(page, /^In both languages/);
		await expect(here.getByRole('heading', { level: 3 }).first()).toBeVisible();
		await here.getByRole('listitem').getByRole('link').first().click();
		await expect(page).toHaveURL(/\/en\/read\/[^/]+\/$/);
		// Firefox reports an error for anything still loading when a page is left.
		await page.waitForLoadState('networkidle');
		await page.goto('/en/add/');
		await expect(page.getByText('Adding texts needs JavaScript')).toBeVisible();
	});
});

test('an article that needs a copy says so, and can be read in translation', async ({ page }) => {
	await page.goto('/en/');
	const waiting = shelf(page, /^Translation only/)
		.getByRole('article')
		.filter({ hasText: 'Can be read in English now' })
		.first();
	const add = waiting.getByRole('link', { name: /^Add the original/ });
	await expect(add).toHaveAttribute('href', /^\/en\/add\/\?for=/);
	await waiting.getByRole('heading').getByRole('link').click();
	await page.waitForURL(/\/en\/read\/[^/]+\/$/);
	await settled(page);
});

test('an added text appears in the library of every open tab', async ({ page, context }) => {
	const other = await context.newPage();
	await other.goto('/en/');
	await expect(yours(other)).toContainText('Nothing yet.');
	await saveText(page, 'fyren.txt', fyren());
	const entry = yours(other).getByRole('article');
	await expect(entry.getByRole('heading')).toHaveText(fyrenTitle);
	await expect(entry).toContainText('No translation yet');
	await entry.getByRole('heading').getByRole('link').click();
	await other.waitForURL(/\/en\/own\/\?id=/);
});

test('own words, a review and their removal show in the library of every open tab', async ({
	page,
	context
}) => {
	await saveText(page, 'fyren.txt', fyren());
	const other = await context.newPage();
	await other.goto('/en/');
	// Whoever reads on while they write finds the text under Continue.
	const entry = other.getByRole('article').filter({ hasText: fyrenTitle });
	await expect(entry).toContainText('No translation yet');
	for (const [nth, says] of [
		[0, '1 by a person'],
		[1, '2 by people']
	] as const) {
		await page
			.getByRole('button', { name: /^Write/ })
			.first()
			.click();
		await page.getByRole('textbox', { name: /^Your translation/ }).fill(`Words ${nth}.`);
		await signAndSave(page.locator('.row:has(.editor)'));
		await expect(entry).toContainText(says);
	}
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(entry).toContainText('1 by a person');
});

test('a text is removed, and the removal is undone', async ({ page }) => {
	await saveText(page, 'fyren.txt', fyren());
	await page.goto('/en/');
	await page.getByRole('button', { name: `Remove: ${fyrenTitle}` }).click();
	await expect(yours(page).getByRole('article')).toHaveCount(0);
	const undo = page.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeFocused();
	await undo.press('Enter');
	await expect(yours(page).getByRole('heading', { level: 3 })).toHaveText([fyrenTitle]);
	await page.reload();
	await expect(yours(page).getByRole('heading', { level: 3 })).toHaveText([fyrenTitle]);
});

test('adding a copy of an article moves it to the reader’s own texts', async ({ page }) => {
	await saveText(page, 'copy.txt', await sharedText('ryskledda-insatsen.sv.txt'));
	await expect(page.getByRole('radio', { name: 'Original' })).toBeEnabled();
	await settled(page);
	await page.goto('/en/');
	await expect(yours(page).getByRole('heading', { level: 3 })).toHaveText([/^Ryskledda/]);
	await expect(page.getByRole('heading', { level: 3, name: /^Ryskledda/ })).toHaveCount(1);
	await yours(page).getByRole('heading').getByRole('link').click();
	await page.waitForURL('/en/read/ryskledda-insatsen/');
	await expect(page.getByRole('radio', { name: 'Original' })).toBeEnabled();
	await settled(page);
});

async function sharedText(name: string): Promise<string> {
	const { readFileSync } = await import('node:fs');
	return readFileSync(sharedArticle(name), 'utf8');
}

test('many texts are found by title and author', async ({ page }) => {
	await readFile(page, ...Array.from({ length: 9 }, (_, i) => file(`${i}.txt`, fyren(i + 1))));
	await page.getByRole('button', { name: 'Save all' }).click();
	await expect(page.getByText('Saved in your library.')).toHaveCount(9);
	await page.getByRole('link', { name: 'To the library' }).click();
	const filter = page.getByRole('searchbox', { name: 'Filter by title or author' });
	await filter.fill('fyren del 7');
	await expect(page.getByRole('article')).toHaveCount(1);
	await filter.fill('nothing of the kind');
	await expect(page.getByText('Nothing in the library matches')).toBeVisible();
	await filter.fill('');
	await expect(yours(page).getByRole('article')).toHaveCount(9);
	await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Title');
	await expect(yours(page).getByRole('heading', { level: 3 }).first()).toHaveText(fyrenTitle);
	await page.getByRole('button', { name: 'English', exact: true }).click();
	await expect(yours(page)).toHaveCount(0);

	// The other filters are folded; what is chosen is in the address.
	const tools = page.getByRole('search', { name: 'Find and sort texts' });
	const filters = tools.getByRole('button', { name: /^Filters/ });
	await filters.click();
	await tools.getByRole('combobox', { name: 'Year' }).selectOption('2014');
	await expect(tools.getByRole('status')).toHaveText('1 text');
	await expect(page).toHaveURL(/\?lang=en&year=2014&sort=title$/);
	await axe(page);
	await page.getByRole('article').getByRole('heading').getByRole('link').click();
	await page.waitForURL(/\/read\//);
	await settled(page);
	await page.goBack();
	await expect(filters).toHaveText('Filters (1)');
	await expect(page.getByRole('article')).toHaveCount(1);
	await tools.getByRole('button', { name: 'Swedish', exact: true }).click();
	await expect(tools.getByRole('status')).toHaveText('No text matches your filters.');
	await tools.getByRole('button', { name: 'Without “Language: Swedish”: 1 text' }).click();
	await expect(tools.getByRole('status')).toHaveText('1 text');
	await fitsWidth(page, 390);
	await tools.getByRole('button', { name: 'Clear filters' }).click();
	await expect(filters).toBeFocused();
	await expect(yours(page).getByRole('article')).toHaveCount(9);
	await expect(page).toHaveURL(/\/en\/\?sort=title$/);
});

test('three hundred texts are as easy as ten', async ({ page, context }) => {
	const adding = await withLibrary(await context.newPage());
	await adding.evaluate(
		async (texts) => {
			for (const { about, article } of texts)
				await window.library.addArticle(about, article, [], false);
		},
		Array.from({ length: 300 }, (_, n) => article(`text-${n}`, 1, n % 60))
	);
	await adding.close();
	await page.goto('/en/');
	await expect(yours(page).getByRole('article')).toHaveCount(40);
	await page.getByRole('button', { name: 'Show 260 more' }).click();
	await expect(yours(page).getByRole('article')).toHaveCount(80);
	await page.getByRole('searchbox', { name: 'Filter by title or author' }).fill('text-299');
	await expect(page.getByRole('article')).toHaveCount(1);
});

test('a first visit begins with a text that says how to read', async ({ page }) => {
	await page.goto('/en/');
	const first = page.getByRole('article').first();
	await expect(first.getByRole('heading')).toHaveText('Börja här: så läser du två språk');
	await expect(page.getByRole('region', { name: /^Start here/ })).toContainText('two minutes');
});

test('a storage error is explained in words, and the rest can be read', async ({ page }) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('no', 'InvalidStateError');
		};
	});
	await page.goto('/en/');
	await expect(page.getByRole('alert')).toContainText('Your texts couldn’t be shown.');
	await expect(
		shelf(page, /^In both languages/)
			.getByRole('listitem')
			.first()
	).toBeVisible();
});

test('the library is accessible in every theme and fits every width, with and without texts', async ({
	page,
	open
}) => {
	await saveText(page, 'fyren.txt', fyren());
	await open('/sv/');
	await expect(page.getByRole('heading', { level: 3, name: fyrenTitle })).toBeVisible();
	await axeInThemes(page);
	for (const width of [320, 390, 820, 1440]) await fitsWidth(page, width);
});

test('an unknown address says so in its language', async ({ page, faults }) => {
	faults.allow(/404|Not found|console: Error \(/);
	await page.goto('/sv/ingenstans/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
	await page.getByRole('link', { name: 'Till biblioteket' }).click();
	await page.waitForURL('/sv/');
});
