/** A translation goes out to a translator and comes back: shown before any of it is kept. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
	chooseFile,
	credit,
	openArrival,
	saveTranslation,
	setSideBySide,
	translationFile
} from './arriving';
import { axe, expect, test } from './fixtures';
import { keepModel, keepText, seasidePage } from './on-device';
import { button, openReading, paragraph, translation } from './reading';

/** An article with a translation by Ida Holm; opens what sends it out. */
async function openExchange(page: Page): Promise<void> {
	await openArrival(page);
	await chooseFile(page, translationFile());
	await credit(page);
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await page.getByRole('button', { name: 'More', exact: true }).click();
	await page.getByRole('link', { name: 'For a translator' }).click();
	await expect(page.getByRole('heading', { name: 'Export for a translator' })).toBeVisible();
}

async function exported(page: Page, format: string): Promise<{ name: string; text: string }> {
	await page.getByRole('radio', { name: format }).check();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Export', exact: true }).click()
	]);
	return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const takeBack = (page: Page, name: string, text: string): Promise<void> =>
	page.getByLabel('Choose the corrected file').setInputFiles({
		name,
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(text)
	});

test.skip(
	({ browserName }) => browserName === 'firefox',
	'Playwright hears nothing of a system Firefox’s downloads'
);

for (const format of ['XLIFF 2.1', 'XLIFF 1.2', 'TMX 1.4b', 'Jämsides JSON'])
	test(`as ${format}: what comes back changed is shown, then kept, by whom it was changed`, async ({
		page
	}) => {
		await openExchange(page);
		await axe(page);
		const { name, text } = await exported(page, format);
		expect(text).toContain('Nils Ekman');
		await takeBack(page, name, text);
		await expect(page.getByText('Nothing changes: all of it is as it is here.')).toBeVisible();

		await takeBack(page, name, text.replace('a wheel of oak', 'a great wheel of oak'));
		await expect(
			page.getByText('Nobody has signed these words: they are not taken.')
		).toBeVisible();
		await page.getByLabel('Whose changes these are').fill('Kim Lund');
		await page.getByLabel('Whose changes these are').blur();
		await expect(page.getByText('Changed by Kim Lund')).toBeVisible();
		await expect(page.getByText('1 paragraph changes')).toBeVisible();
		await axe(page);
		await page.getByRole('button', { name: 'Take the changes' }).click();
		await expect(page.getByText('1 change was taken.')).toBeVisible();

		await page.getByRole('link', { name: 'Back to the article' }).click();
		await expect(translation(paragraph(page, 0))).toContainText('a great wheel of oak');
		await expect(paragraph(page, 0)).toContainText('Translated by Kim Lund');
		await expect(paragraph(page, 1)).toContainText('Translated by Ida Holm');
	});

test('what this device made goes out as a machine’s, and its correction comes back a person’s', async ({
	page,
	context
}) => {
	await keepText(context);
	await keepModel(context);
	await openReading(page, seasidePage);
	await button(page, 'Translate what is missing').click();
	await expect(page.locator('.said')).toContainText('were translated');
	await button(page, 'More').click();
	await page.getByRole('link', { name: 'For a translator' }).click();
	const { name, text } = await exported(page, 'Jämsides JSON');
	expect(text).toContain('"origin": "machine"');
	expect(text).toContain('We went home.');
	await takeBack(page, name, text.replace('We went home.', 'We were going home.'));
	await page.getByLabel('Whose changes these are').fill('Kim Lund');
	await page.getByLabel('Whose changes these are').blur();
	await page.getByRole('button', { name: 'Take the changes' }).click();
	await expect(page.getByText('1 change was taken.')).toBeVisible();
	await page.getByRole('link', { name: 'Back to the article' }).click();
	await expect(translation(paragraph(page, 2))).toContainText('We were going home.');
	await expect(translation(paragraph(page, 2))).toHaveAttribute('data-origin', 'human');
	await expect(translation(paragraph(page, 3))).toHaveAttribute('data-origin', 'machine');
});

test('what cannot be read is refused by name, and nothing changes', async ({ page }) => {
	await openExchange(page);
	const laughs = `<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><tmx version="1.4"><header/><body/></tmx>`;
	for (const [name, text, said] of [
		['torn.xlf', '<xliff version="2.1"><file>', 'It is broken at line 1'],
		['laughs.tmx', laughs, 'Its DOCTYPE declares entities'],
		['other.json', '{"a": 1}', 'was not taken'],
		['letter.txt', 'Dear all,', 'It is neither XLIFF, TMX nor a translation of Jämsides.']
	] as const) {
		await takeBack(page, name, text);
		await expect(page.getByRole('alert')).toContainText(name);
		await expect(page.getByRole('alert')).toContainText(said);
	}
	await axe(page);
	await page.getByRole('link', { name: 'Back to the article' }).click();
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
});

test('a translator’s file is brought in as a translation, with its own links', async ({ page }) => {
	await openExchange(page);
	const { text } = await exported(page, 'XLIFF 2.1');
	await page.getByRole('link', { name: 'Back to the article' }).click();
	await page.getByRole('button', { name: /^Remove the translation/ }).click();
	await expect(page.getByText('Translation: Ida Holm')).toBeHidden();
	await page.getByRole('button', { name: 'More', exact: true }).click();
	await page.getByRole('link', { name: 'Add a translation' }).click();
	await chooseFile(page, translationFile(text, 'mill.xlf'));
	await expect(page.getByLabel('Translator', { exact: true })).toHaveValue('Ida Holm');
	await expect(page.getByLabel('Language of the translation')).toHaveValue('en');
	await page.getByRole('button', { name: 'Go on to the paragraphs' }).click();
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
	await expect(page.getByText('Translation: Ida Holm')).toBeVisible();
});
