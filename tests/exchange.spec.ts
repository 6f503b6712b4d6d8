/** Sending a translation to a translator and importing it again: a preview comes before saving. */
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

/** Opens the export panel of an article with a translation by Ida Holm. */
async function openExchange(page: Page): Promise<void> {
	await openArrival(page);
	await chooseFile(page, translationFile());
	await credit(page);
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await page.getByRole('button', { name: 'More', exact: true }).click();
	await page.getByRole('link', { name: 'Export and import' }).click();
	await expect(page.getByRole('heading', { name: 'To a translation tool' })).toBeVisible();
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
	test(`as ${format}, returned changes are previewed, then saved with their author`, async ({
		page
	}) => {
		await openExchange(page);
		await axe(page);
		const { name, text } = await exported(page, format);
		expect(text).toContain('Nils Ekman');
		await takeBack(page, name, text);
		await expect(page.getByText('Nothing changes: everything is the same as here.')).toBeVisible();

		await takeBack(page, name, text.replace('a wheel of oak', 'a great wheel of oak'));
		await expect(page.getByText('Nobody has signed this change: it isn’t imported.')).toBeVisible();
		await page.getByLabel('Name to credit').fill('Kim Lund');
		await page.getByLabel('Name to credit').blur();
		await expect(page.getByText('Changed by Kim Lund')).toBeVisible();
		await expect(page.getByText('1 paragraph changes')).toBeVisible();
		await expect(page.locator('ins')).toHaveText('[added: great ]');
		await expect(page.locator('del')).toHaveCount(0);
		await axe(page);
		await page.getByRole('button', { name: 'Import the changes' }).click();
		await expect(page.getByText('1 change was imported.')).toBeVisible();

		await page.getByRole('link', { name: 'Back to the text' }).click();
		await expect(translation(paragraph(page, 0))).toContainText('a great wheel of oak');
		await expect(paragraph(page, 0)).toContainText('Translated by Kim Lund');
		await expect(paragraph(page, 1)).toContainText('Translated by Ida Holm');
	});

test('only the changes that are ticked are imported', async ({ page }) => {
	await openExchange(page);
	const { name, text } = await exported(page, 'Jämsides JSON');
	const changed = text.replace('a wheel of oak', 'a wheel of elm').replace('Nobody', 'No one');
	await takeBack(page, name, changed);
	await page.getByLabel('Name to credit').fill('Kim Lund');
	await page.getByLabel('Name to credit').blur();
	await expect(page.locator('del')).toHaveText(['[removed: oak]', /^\[removed: Nobody ?\]$/]);
	await expect(page.locator('ins')).toHaveText(['[added: elm]', /^\[added: No one ?\]$/]);
	await page.getByRole('button', { name: 'Select none' }).click();
	await expect(page.getByText('0 of 2 selected')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Import nothing' })).toBeDisabled();
	await page.getByRole('checkbox', { name: /The mill was built/ }).check();
	await axe(page);
	await page.getByRole('button', { name: 'Import 1 change' }).click();
	await expect(page.getByText('1 change was imported.')).toBeVisible();
	await page.getByRole('link', { name: 'Back to the text' }).click();
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of elm');
	await expect(translation(paragraph(page, 1))).toContainText('Nobody knows');
});

test('a machine translation is exported as such and its correction returns as a person’s correction', async ({
	page,
	context
}) => {
	await keepText(context);
	await keepModel(context);
	await openReading(page, seasidePage);
	await button(page, 'Translate what is missing').click();
	await expect(page.locator('.said')).toContainText('were translated');
	await button(page, 'More').click();
	await page.getByRole('link', { name: 'Export and import' }).click();
	const { name, text } = await exported(page, 'Jämsides JSON');
	expect(text).toContain('"origin": "machine"');
	expect(text).toContain('We went home.');
	await takeBack(page, name, text.replace('We went home.', 'We were going home.'));
	await page.getByLabel('Name to credit').fill('Kim Lund');
	await page.getByLabel('Name to credit').blur();
	await page.getByRole('button', { name: 'Import the changes' }).click();
	await expect(page.getByText('1 change was imported.')).toBeVisible();
	await page.getByRole('link', { name: 'Back to the text' }).click();
	await expect(translation(paragraph(page, 2))).toContainText('We were going home.');
	await expect(translation(paragraph(page, 2))).toHaveAttribute('data-origin', 'machine');
	await expect(translation(paragraph(page, 2))).toHaveAttribute('data-revised', 'true');
	await expect(paragraph(page, 2)).toContainText('Machine translation, corrected by Kim Lund');
	await expect(translation(paragraph(page, 3))).toHaveAttribute('data-origin', 'machine');
});

test('an unreadable file is refused by name, and nothing changes', async ({ page }) => {
	await openExchange(page);
	const laughs = `<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><tmx version="1.4"><header/><body/></tmx>`;
	for (const [name, text, said] of [
		['torn.xlf', '<xliff version="2.1"><file>', 'It is damaged at line 1'],
		['laughs.tmx', laughs, 'Its DOCTYPE declares entities'],
		['other.json', '{"a": 1}', 'wasn’t imported'],
		['letter.txt', 'Dear all,', 'It is neither XLIFF, TMX nor a translation from Jämsides.']
	] as const) {
		await takeBack(page, name, text);
		await expect(page.getByRole('alert')).toContainText(name);
		await expect(page.getByRole('alert')).toContainText(said);
	}
	await axe(page);
	await page.getByRole('link', { name: 'Back to the text' }).click();
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
});

test('a translator’s file is imported as a translation, with its own links', async ({ page }) => {
	await openExchange(page);
	const { text } = await exported(page, 'XLIFF 2.1');
	await page.getByRole('link', { name: 'Back to the text' }).click();
	await page.getByRole('button', { name: /^Remove the translation/ }).click();
	await expect(page.getByText('Translation: Ida Holm')).toBeHidden();
	await page.getByRole('button', { name: 'More', exact: true }).click();
	await page.getByRole('link', { name: 'Add a translation' }).click();
	await chooseFile(page, translationFile(text, 'mill.xlf'));
	await expect(page.getByLabel('Translator', { exact: true })).toHaveValue('Ida Holm');
	await expect(page.getByLabel('Language of the translation')).toHaveValue('en');
	await page.getByRole('button', { name: 'Continue to the matches' }).click();
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
	await expect(page.getByText('Translation: Ida Holm')).toBeVisible();
});
