/** Search of the library: as one types, from the keys, in both languages, without a network too. */
import type { OwnHighlight } from '../src/lib/core/highlight/ownHighlight';
import { block } from '../src/lib/core/text/block';
import { axe, axeInThemes, cutOff, expect, fitsWidth, served, test } from './fixtures';
import { article, at, withLibrary } from './library';
import { button, hydrated, openReading, short } from './reading';

test('a half-remembered sentence is found in the other language, and leads to its paragraph', async ({
	page
}) => {
	const kept = article('gard');
	const first = block({ kind: 'paragraph' }, 'Bokhyllan stod kvar vid bäcken.');
	const own = { ...kept, article: { ...kept.article, blocks: [first] } };
	await withLibrary(page);
	await page.evaluate(
		({ about, article }) => window.library.addArticle(about, article, [], false),
		own
	);
	const quote = { exact: 'Bokhyllan', prefix: '', suffix: '', start: 0, part: 0 };
	const noted: OwnHighlight = {
		...{ id: 'noted', article: 'gard', side: 'original', lang: 'sv', colour: 'blue' },
		quotes: [{ ...quote, paragraph: first.fingerprint, occurrence: 1 }],
		...{ note: 'Liknar de randiga zebrorna.', addedAt: at(1), changedAt: at(1) }
	};
	await page.evaluate((noted) => window.library.putHighlight(noted, null), noted);
	await openReading(page, short);
	await page.keyboard.press('/');
	const field = page.getByRole('searchbox', { name: 'Search the library' });
	await expect(field).toBeFocused();
	await expect(page.getByRole('status')).toContainText('Searches every text');
	await axe(page);
	await page.keyboard.type('clashes with the police');
	await expect(page.getByRole('status')).toContainText(/\d+ results? in \d+ texts?/);
	await expect(page).toHaveURL(/\?q=clashes\+with\+the\+police$/);
	// Where it is sure the words are lit on both sides.
	await expect(page.locator('.translation mark', { hasText: 'police' }).first()).toBeVisible();
	await expect(page.locator('.original mark').first()).toBeVisible();
	await axeInThemes(page);

	await field.fill('bok backen');
	await expect(page.getByRole('status')).toContainText('Found with other letters: “bäcken”');
	const mine = page.getByRole('region', { name: 'Om gard' });
	await expect(mine.locator('mark')).toHaveText(['Bokhyllan', 'bäcken']);
	await field.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(mine.getByRole('link', { name: 'Show in the text' })).toBeFocused();
	await page.keyboard.press('/');
	await expect(field).toBeFocused();
	await mine.getByRole('link', { name: 'Show in the text' }).click();
	await expect(page).toHaveURL(new RegExp(`/own/\\?id=gard#p-${first.fingerprint}$`));
	await expect(page.locator(`#p-${first.fingerprint}`)).toBeInViewport();
	await page.goBack();
	await expect(field).toHaveValue('bok backen');
	await expect(mine).toBeVisible();

	await field.fill('zebra');
	await expect(page.getByRole('status')).toHaveText('Found in 1 of your notes.');
	const notes = page.getByRole('region', { name: 'Your notes' });
	await expect(notes.locator('blockquote')).toHaveText('Bokhyllan');
	await expect(notes.locator('mark')).toHaveText('zebrorna');
	await axe(page);
	await fitsWidth(page, 390);
	await notes.getByRole('link', { name: 'Show in the text' }).click();
	await expect(page).toHaveURL(new RegExp(`/own/\\?id=gard#p-${first.fingerprint}$`));
});

test(
	'without a network a misspelt word is corrected, and results are narrowed',
	{ tag: '@kept' },
	async ({ page, context }) => {
		await page.goto('/en/');
		await hydrated(page);
		await served(page);
		await cutOff(context);
		await page.getByRole('link', { name: 'Search', exact: true }).click();
		const field = page.getByRole('searchbox', { name: 'Search the library' });
		await field.fill('polisn lang:sv');
		const status = page.getByRole('status');
		await expect(status).toContainText('Not in the library: “polisn”');
		await page.getByRole('link', { name: 'polisen lang:sv' }).click();
		await expect(status).toContainText(/^\d+ results in \d+ texts/);
		const before = await status.textContent();
		await page.getByRole('combobox', { name: 'Series' }).selectOption({ index: 1 });
		await expect(status).not.toHaveText(before ?? '');
		await expect(page).toHaveURL(/[?]q=polisen\+lang%3Asv&series=\w+/);
		const narrowed = await status.textContent();
		await page.reload();
		await expect(status).toHaveText(narrowed ?? '');
		await axe(page);
		await page.setViewportSize({ width: 320, height: 640 });
		await fitsWidth(page, 320);
		await field.fill('xqzwvkj');
		await expect(status).toContainText('Nothing in the library matches “xqzwvkj”');
		await button(page, 'Remove the filters').click();
		await axe(page);
		await field.fill('?!');
		await expect(status).toContainText('There is no word to look for.');
	}
);
