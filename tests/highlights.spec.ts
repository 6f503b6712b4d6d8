/** The reader's own highlights and notes: made, shown, changed, listed, exported, restored. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { oneLine } from '../src/lib/core/text/line';
import { axe, axeInThemes, expect, test } from './fixtures';
import { firstWords, highlighted, selectWords } from './highlights';
import {
	bottomOf,
	button,
	choose,
	frames,
	hydrated,
	openReading,
	original,
	paragraph,
	timeline,
	timelineId,
	translation,
	wordAt
} from './reading';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Highlight the selection' });
const card = (page: Page) => page.getByRole('dialog', { name: 'Highlight', exact: true });
const note = (page: Page) => card(page).getByRole('textbox', { name: 'Your note' });
const list = (page: Page) => page.getByRole('dialog', { name: 'Highlights', exact: true });

async function mark(page: Page, words: Locator, colour: string): Promise<string> {
	const text = await firstWords(words);
	await selectWords(words, text);
	await bar(page).getByRole('button', { name: colour }).click();
	await expect.poll(() => highlighted(page, colour.toLowerCase())).toContain(text);
	await expect(bar(page)).toBeHidden();
	return text;
}

async function clickWords(page: Page, words: Locator): Promise<void> {
	await words.evaluate((node) => node.scrollIntoView({ block: 'center' }));
	await frames(page);
	const { x, y } = await wordAt(words.locator('[data-part]').first(), 'first');
	await page.mouse.click(x, y);
}

async function downloaded(page: Page, from: Locator): Promise<{ name: string; text: string }> {
	const [file] = await Promise.all([page.waitForEvent('download'), from.click()]);
	return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a highlight is made, noted, found after a reload, changed, removed and restored', async ({
	page
}) => {
	await openReading(page, timeline);
	const row = paragraph(page, 1);
	const words = await mark(page, original(row), 'Green');
	await expect(page.getByRole('status').getByText('Highlighted.')).toBeVisible();

	const english = await firstWords(translation(row));
	await selectWords(translation(row), english);
	await expect(bar(page)).toBeVisible();
	await axe(page);
	await bar(page).getByRole('button', { name: 'Write a note' }).click();
	await expect(note(page)).toBeFocused();
	await note(page).fill('Who says so?');
	await axeInThemes(page);
	await page.keyboard.press('Control+Enter');
	await expect(card(page)).toBeHidden();
	// A note that is written at once has the colour that was chosen last.
	const both = [words, english].sort();
	const green = async () => [...(await highlighted(page, 'green'))].sort();
	await expect.poll(green).toEqual(both);

	await openReading(page, timeline);
	await expect.poll(green).toEqual(both);
	await choose(page, ['Original']);
	await choose(page, ['Both', 'Stacked']);
	await clickWords(page, translation(row));
	await expect(note(page)).toHaveValue('Who says so?');
	await card(page).getByText('Blue', { exact: true }).click();
	await expect.poll(() => highlighted(page, 'blue')).toEqual([english]);
	await card(page).getByRole('button', { name: 'Remove' }).click();
	await expect.poll(() => highlighted(page, 'blue')).toEqual([]);
	await button(page, 'Undo').click();
	await expect.poll(() => highlighted(page, 'blue')).toEqual([english]);
});

test('a selection over both languages is limited to the one where it began', async ({ page }) => {
	await openReading(page, timeline);
	const row = paragraph(page, 1);
	const words = await firstWords(original(row));
	await selectWords(original(row), words, translation(row), await firstWords(translation(row)));
	await expect(bar(page)).toContainText('This one will be in the original.');
	await bar(page).getByRole('button', { name: 'Pink' }).click();
	const whole = oneLine((await original(row).locator('[data-part]').textContent()) ?? '');
	await expect
		.poll(async () => (await highlighted(page, 'pink')).map(oneLine))
		.toEqual([whole.slice(whole.indexOf(words))]);
});

test('a sentence is highlighted by key alone, and the bar can be left', async ({ page }) => {
	await openReading(page, timeline);
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('.');
	await expect
		.poll(() => page.evaluate(() => CSS.highlights.get('trace-o')?.size ?? 0))
		.toBeGreaterThan(0);
	await page.keyboard.press('h');
	await expect(bar(page).getByRole('button', { name: 'Yellow' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(bar(page)).toBeHidden();
	await page.keyboard.press('h');
	await expect(bar(page).getByRole('button', { name: 'Yellow' })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect.poll(async () => (await highlighted(page, 'green')).length).toBeGreaterThan(0);
});

test('highlights are listed, exported in both languages, and come with a backup', async ({
	page,
	browser,
	baseURL,
	faults
}) => {
	await openReading(page, timeline);
	await page.keyboard.press('H');
	await expect(list(page)).toContainText('You haven’t highlighted anything here yet.');
	await page.keyboard.press('Escape');
	const row = paragraph(page, 1);
	const words = await mark(page, original(row), 'Green');
	await page.keyboard.press('H');
	await expect(list(page)).toContainText(words);
	await axe(page);
	const { name, text } = await downloaded(page, button(page, 'Export as Markdown'));
	expect(name).toBe(`${timelineId}.md`);
	expect(text).toContain(`> ${words}`);
	expect(text).toContain(await firstWords(translation(row)));
	expect(text).toMatch(/\(AI draft by .*not reviewed\)/);
	await button(page, 'Show in the text').click();
	await expect(card(page)).toBeVisible();
	await expect(row).toBeInViewport();

	await page.goto('/en/');
	await page.getByRole('link', { name: 'Highlights', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Highlights' })).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
	await axeInThemes(page);
	const all = await downloaded(page, button(page, 'Export as Markdown'));
	expect(all.text.split('\n## ')[1]).toBe(text.split('\n## ')[1]);
	await button(page, 'Remove').click();
	await expect(page.getByText('The highlight was removed.')).toBeVisible();
	await button(page, 'Undo').click();
	await page.getByRole('link', { name: 'Show in the text' }).click();
	await expect.poll(() => highlighted(page, 'green')).toEqual([words]);

	await page.goto('/en/settings/');
	const backup = await downloaded(page, button(page, 'Export a backup'));
	const other = await browser.newContext(baseURL ? { baseURL } : {});
	await faults.watch(other);
	const there = await other.newPage();
	await there.goto('/en/settings/');
	await hydrated(there);
	await there.getByLabel('Restore from a backup').setInputFiles({
		name: backup.name,
		mimeType: 'application/json',
		buffer: Buffer.from(backup.text)
	});
	await expect(there.getByText(/^Added: 1 highlight/)).toBeVisible();
	await openReading(there, timeline);
	await expect.poll(() => highlighted(there, 'green')).toEqual([words]);
	await other.close();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

	test('the bar is at the bottom, and fits', async ({ page }) => {
		await openReading(page, `${timeline}?view=original`);
		const words = original(paragraph(page, 1));
		await selectWords(words, await firstWords(words));
		await expect(bar(page)).toBeVisible();
		// The sheet around the toolbar.
		const sheet = page.getByRole('region', { name: 'Highlight the selection' });
		await expect.poll(() => bottomOf(sheet)).toBe(640);
		expect((await sheet.boundingBox())?.width).toBe(320);
		await axe(page);
		await bar(page).getByRole('button', { name: 'Write a note' }).tap();
		await expect(note(page)).toBeFocused();
		await axe(page);
	});
});
