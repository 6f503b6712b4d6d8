/** The first visit, and the library: what is stored, what the reader has, and what waits for a copy. */
import type { Page } from '@playwright/test';
import { fyren, fyrenTitle, readFile, file, saveText, settled } from './adding';
import { axe, expect, fitsWidth, sharedArticle, test, themes } from './fixtures';

const shelf = (page: Page, name: RegExp) => page.getByRole('region', { name });
const yours = (page: Page) => shelf(page, /^Yours/);

test.describe('the first visit', () => {
	for (const [locale, path] of [
		['sv-SE', '/sv/'],
		['en-US', '/en/'],
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

	test('so is one that was chosen while reading', async ({ page }) => {
		await page.goto('/en/read/kazakstan-i-januari-2022/');
		await page.getByRole('button', { name: 'More', exact: true }).click();
		await page.getByRole('dialog').getByRole('link', { name: 'Svenska' }).click();
		await page.waitForURL('/sv/read/kazakstan-i-januari-2022/');
		await page.goto('/');
		await page.waitForURL('/sv/');
	});
});

test.describe('without script', () => {
	// Not with `javaScriptEnabled: false`: a Firefox that is driven over BiDi knows no such thing.
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

	test('the library is whole', async ({ page }) => {
		await page.goto('/en/');
		const here = shelf(page, /^Here to read/);
		await expect(here.getByRole('heading', { level: 3 }).first()).toBeVisible();
		await here.getByRole('link').first().click();
		await expect(page).toHaveURL(/\/en\/read\/[^/]+\/$/);
		// Firefox reports what a page that is left had not yet loaded as a fault of it.
		await page.waitForLoadState('networkidle');
		await page.goto('/en/add/');
		await expect(page.getByText('Adding texts needs JavaScript')).toBeVisible();
	});
});

test('an article that waits for a copy says so, and can be read in translation', async ({
	page
}) => {
	await page.goto('/en/');
	const waiting = shelf(page, /^Translated, waiting for your copy/)
		.getByRole('article')
		.filter({ hasText: 'Can be read in English now' })
		.first();
	const add = waiting.getByRole('link', { name: /^Add your copy of the original/ });
	await expect(add).toHaveAttribute('href', /^\/en\/add\/\?for=/);
	await waiting.getByRole('heading').getByRole('link').click();
	await page.waitForURL(/\/en\/read\/[^/]+\/$/);
	await settled(page);
});

test('a text that is added stands in the library of every open tab', async ({ page, context }) => {
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

test('own words, a review and their end show in the library of every open tab', async ({
	page,
	context
}) => {
	await saveText(page, 'fyren.txt', fyren());
	const other = await context.newPage();
	await other.goto('/en/');
	const entry = yours(other).getByRole('article');
	await expect(entry).toContainText('No translation yet');
	for (const [nth, says] of [
		[0, '1 human'],
		[1, '2 human']
	] as const) {
		await page.getByRole('button', { name: 'Write one' }).first().click();
		await page.getByRole('textbox', { name: /^Your translation/ }).fill(`Words ${nth}.`);
		await page.getByRole('textbox', { name: /^Your name/ }).fill('Ada');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(entry).toContainText(says);
	}
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(entry).toContainText('1 human');
});

test('a text is removed, and the removal undone', async ({ page }) => {
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

test('the copy of an article moves it to the reader’s own', async ({ page }) => {
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

test('many texts are found by title and author', { tag: '@chromium' }, async ({ page }) => {
	await readFile(page, ...Array.from({ length: 9 }, (_, i) => file(`${i}.txt`, fyren(i + 1))));
	await page.getByRole('button', { name: 'Save all' }).click();
	await expect(page.getByText('In your library.')).toHaveCount(9);
	await page.goto('/en/');
	const filter = page.getByRole('searchbox', { name: 'Filter by title or author' });
	await filter.fill('fyren del 7');
	await expect(page.getByRole('article')).toHaveCount(1);
	await filter.fill('nothing of the kind');
	await expect(page.getByText('Nothing in the library matches')).toBeVisible();
	await filter.fill('');
	await expect(yours(page).getByRole('article')).toHaveCount(9);
});

test('a store that does not answer is said in words, and the rest can be read', async ({
	page
}) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('no', 'InvalidStateError');
		};
	});
	await page.goto('/en/');
	await expect(page.getByRole('alert')).toContainText('Your own texts could not be shown.');
	await expect(
		shelf(page, /^Here to read/)
			.getByRole('article')
			.first()
	).toBeVisible();
});

test(
	'with texts and without, it is accessible in every theme and fits every width',
	{ tag: '@chromium' },
	async ({ page, open }) => {
		await saveText(page, 'fyren.txt', fyren());
		for (const theme of themes) {
			await open('/sv/', { theme });
			await expect(page.getByRole('heading', { level: 3, name: fyrenTitle })).toBeVisible();
			await axe(page);
		}
		for (const width of [320, 390, 820, 1440]) await fitsWidth(page, width);
	}
);

test('an address that leads nowhere says so in its language', async ({ page, faults }) => {
	faults.allow(/404|Not found|console: Error \(/);
	await page.goto('/sv/ingenstans/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
	await page.getByRole('link', { name: 'Till biblioteket' }).click();
	await page.waitForURL('/sv/');
});
