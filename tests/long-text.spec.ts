/** A text long enough to be rendered in slices, with its translation. */
import type { Locator, Page } from '@playwright/test';
import { block } from '../src/lib/core/text/block';
import { expect, test } from './fixtures';
import { at, backup } from './library';
import { hydrated } from './reading';

/** More than `longRows` in ui/reading/chunks.svelte.ts. */
const paragraphs = 460;

function longText() {
	const numbers = Array.from({ length: paragraphs }, (_, n) => n + 1);
	const blocks = numbers.map((n) => block({ kind: 'paragraph' }, `Stycke ${n} om havet.`));
	const by = { origin: 'human', name: 'Ida Holm', date: '2014-10-01' } as const;
	const dates = { addedAt: at(0), changedAt: at(0) };
	const metadata = { lang: 'sv', title: 'Havet' };
	const about = { id: 'havet', metadata, recognised: false, paragraphs, words: 1840, ...dates };
	const credit = { translator: by.name, title: 'The Sea', publication: '', date: '', rights: '' };
	const units = blocks.map(({ fingerprint }, n) => ({
		...{ kind: 'paragraph' as const, source: [fingerprint], by, review: null },
		text: [`Paragraph ${n + 1} about the sea.`]
	}));
	return {
		articles: [{ about, article: { ...metadata, blocks }, leftOut: [] }],
		translations: [
			{
				id: 'ida',
				article: 'havet',
				lang: 'en',
				credit,
				units,
				links: units.map(() => []),
				...dates
			}
		]
	};
}

async function openLong(page: Page): Promise<void> {
	await page.goto('/en/settings/');
	await hydrated(page);
	await page.getByLabel('Restore from a backup').setInputFiles(backup(longText()));
	await expect(page.getByRole('status').filter({ hasText: /restored/i })).toBeVisible();
	await page.goto('/en/own/?id=havet');
	await expect(page.locator('main')).toHaveAttribute('data-whole', 'true');
}

/** Returns a row's markup without what shows nothing. */
const markup = (row: Locator): Promise<string> =>
	row.evaluate((element) =>
		element.outerHTML
			.replace(/<!--.*?-->/g, '')
			.replace(/\s+/g, ' ')
			.replace(/> (?=<)/g, '>')
			.replace(/ s(?:velte)?-\w+|"s-\w+"/g, '')
	);

test('a row of a long text has the markup of any other, and correcting it changes it alone', async ({
	page
}) => {
	await openLong(page);
	const row = page.locator('.row', { hasText: 'Stycke 200 ' });
	await row.scrollIntoViewIfNeeded();
	const plain = await markup(row);
	await page.evaluate(() => {
		const changed = new Set<string>();
		Object.assign(window, { changed });
		new MutationObserver((records) => {
			for (const { target } of records) {
				const element = target instanceof Element ? target : target.parentElement;
				changed.add(element?.closest('.row')?.textContent?.match(/Stycke \d+/)?.[0] ?? 'the page');
			}
		}).observe(document.querySelector('article') ?? document, {
			...{ attributes: true, characterData: true, childList: true, subtree: true }
		});
	});
	await row.locator('.perma').focus();
	await page.keyboard.press('e');
	await page.getByRole('button', { name: 'Cancel', exact: true }).click();
	await expect(row.locator('textarea')).toHaveCount(0);
	expect(await markup(row)).toBe(plain);

	await page.keyboard.press('e');
	await row.locator('textarea').fill('In other words.');
	// Saving asks for the name.
	await page.keyboard.press('Control+Enter');
	await row.locator('input.field').fill('Ada');
	await page.keyboard.press('Control+Enter');
	await expect(row.locator('.t')).toHaveText('In other words.');
	const changed = await page.evaluate(() => [
		...(window as unknown as { changed: Set<string> }).changed
	]);
	// The rows next to it: a byline says whose words begin.
	const near = ['Stycke 199', 'Stycke 200', 'Stycke 201', 'the page'];
	expect(changed.filter((one) => !near.includes(one))).toEqual([]);
});
