/** Which faces are fetched when: the upright ones before the text, the others when the page is at rest. */
import type { Page } from '@playwright/test';
import { expect, served, test } from './fixtures';

const article = '/en/read/kazakstan-i-januari-2022/';

/** Whether slanted words of the author are set in the italic, not in another face slanted. */
const isItalic = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const width = (family: string): number => {
			const probe = document.createElement('em');
			probe.textContent = 'faksimil';
			Object.assign(probe.style, { position: 'absolute', fontSize: '100px', fontFamily: family });
			document.body.append(probe);
			const { width: wide } = probe.getBoundingClientRect();
			probe.remove();
			return wide;
		};
		return width('var(--serif)') === width("'Source Serif 4', monospace");
	});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test(
		'the upright faces alone, also where italics stand',
		{ tag: '@chromium' },
		async ({ page }) => {
			const asked: string[] = [];
			page.on('request', (request) => {
				if (request.resourceType() === 'font') asked.push(request.url());
			});
			await page.goto(article, { waitUntil: 'networkidle' });
			await expect(page.locator('.row em').first()).toBeAttached();
			expect(asked.map((url) => /source-\w+-\d-[a-z-]+/.exec(url)?.[0]).sort()).toEqual([
				'source-sans-3-latin-wght-normal',
				'source-serif-4-latin-wght-normal'
			]);
		}
	);
});

// Firefox gives up a face that took a tenth of a second, also one that was asked for: there it may be the next visit.
test(
	'the others with the next page, and at once where the site is kept',
	{ tag: '@chromium' },
	async ({ page }) => {
		await page.goto('/en/');
		await served(page);
		await expect(page.locator(':root')).not.toHaveAttribute('data-fonts');
		await page.waitForFunction(() =>
			[...document.fonts].every(({ status }) => /^(loaded|error)$/.test(status))
		);
		await page.locator(`a[href="${article}"]`).first().click();
		await page.waitForURL(`**${article}`);
		await expect.poll(() => isItalic(page)).toBe(true);
		await page.reload();
		await expect(page.locator(':root')).toHaveAttribute('data-fonts', 'all');
	}
);

test('every face that is named is there', async ({ page }) => {
	await page.goto('/en/');
	const missing = await page.evaluate(() => {
		const there = new Set([...document.fonts].map(({ family }) => family.replace(/["']/g, '')));
		const named = new Set<string>();
		for (const fonts of ['', 'all']) {
			document.documentElement.dataset['fonts'] = fonts;
			const style = getComputedStyle(document.documentElement);
			for (const stack of ['--serif', '--sans'])
				for (const family of style.getPropertyValue(stack).split(','))
					named.add(family.trim().replace(/["']/g, ''));
		}
		const system = ['Georgia', 'serif', 'system-ui', 'sans-serif'];
		return [...named].filter((family) => !there.has(family) && !system.includes(family));
	});
	expect(missing).toEqual([]);
});
