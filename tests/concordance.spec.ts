/** Places of a word: from its card and by its own page, in both languages, without a network too. */
import { block } from '../src/lib/core/text/block';
import { axe, axeInThemes, cutOff, expect, fitsWidth, served, test } from './fixtures';
import { article, withLibrary } from './library';
import { button, hydrated, openReading, paragraph, short } from './reading';

test('a word leads from its card to its places in all texts, and from there to the paragraph', async ({
	page
}) => {
	const kept = article('gard');
	const first = block({ kind: 'paragraph' }, 'Texterna låg kvar på bordet.');
	const own = { ...kept, article: { ...kept.article, blocks: [first] } };
	await withLibrary(page);
	await page.evaluate(
		({ about, article }) => window.library.addArticle(about, article, [], false),
		own
	);
	await openReading(page, short);
	await paragraph(page, 0).locator('.perma').focus();
	await page.keyboard.press('w');
	const card = page.getByRole('dialog', { name: /^Look-up: / });
	await expect(card).toBeFocused();
	for (const word of ['läser', 'en', 'text']) {
		await page.keyboard.press('ArrowRight');
		await expect(card.locator('.title')).toHaveText(word);
	}
	// The meaning may still grow; the link may not.
	await expect(card.locator('.known')).toHaveAttribute('aria-busy', 'false');
	const link = card.getByRole('link', { name: /^\d+ other places in the library$/ });
	const height = await card.evaluate((box) => box.clientHeight);
	await expect(link).toBeVisible();
	expect(await card.evaluate((box) => box.clientHeight)).toBe(height);
	await axe(page);
	await link.click();

	await expect(page).toHaveURL(/\/en\/concordance\/\?word=text&lang=sv$/);
	await expect(page.getByRole('status')).toContainText(/“text” has \d+ places in \d+ texts/);
	const mine = page.locator('section', { has: page.getByRole('link', { name: 'Om gard' }) });
	await expect(mine.locator('mark')).toHaveText(['Texterna']);
	// Where it is sure the word is lit on the other side too.
	await expect(page.locator('.translation mark', { hasText: /^texts?$/ }).first()).toBeVisible();
	await axe(page);
	await button(page, /^AI draft \(/).click();
	await expect(mine).toHaveCount(0);
	await button(page, /^AI draft \(/).click();
	await mine.getByRole('link', { name: 'Show in the text' }).click();
	await expect(page).toHaveURL(new RegExp(`/own/\\?id=gard#p-${first.fingerprint}$`));
	await expect(page.locator(`#p-${first.fingerprint}`)).toBeInViewport();

	await withLibrary(page);
	await page.evaluate(() => window.library.removeArticle('gard'));
	await page.goto('/en/concordance/?word=text&lang=sv');
	await expect(page.locator('mark').first()).toBeVisible();
	await expect(mine).toHaveCount(0);
});

test(
	'places are found without a network, by any form; no place is said',
	{ tag: '@kept' },
	async ({ page, context }) => {
		await page.goto('/en/concordance/');
		await hydrated(page);
		await axe(page);
		await served(page);
		await cutOff(context);
		await page.reload();
		const word = page.getByRole('searchbox', { name: 'Word or phrase' });
		await word.focus();
		await page.keyboard.type('polisens');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status')).toContainText('“polisens” is a form of polis');
		await expect(page.locator('.original mark, .translation mark').first()).toBeVisible();
		await axeInThemes(page);
		await page.setViewportSize({ width: 320, height: 640 });
		await fitsWidth(page, 320);
		await word.fill('killed');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status')).toContainText('“killed” has no place in the library');
		await axe(page);
		await page.getByRole('link', { name: 'Look in English' }).click();
		await expect(page.getByRole('status')).toContainText(/“killed” has \d+ places/);
		await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('en');
	}
);
