/** Reading aloud, with a fake speech synthesis. */
import type { Locator, Page } from '@playwright/test';
import { axe, axeInThemes, expect, fitsWidth, inUi, test, uis } from './fixtures';
import { openReading, paragraph, timeline, original } from './reading';
import { alva, choose, daniel, hasSaid, installSpeech, next, said, sofie, spoken } from './speech';

const both = [alva, daniel];
const player = (page: Page): Locator => page.locator('.player');
const press = (page: Page, name: string): Promise<void> =>
	player(page).getByRole('button', { name, exact: true }).click();

/** Opens a text and has it read aloud from its beginning. */
async function read(page: Page, voices = both, choices: object = {}): Promise<void> {
	await installSpeech(page, voices);
	await choose(page, choices);
	await openReading(page, timeline);
	await page.getByRole('button', { name: 'Read aloud', exact: true }).click();
	await expect(player(page)).toBeVisible();
}

test('both languages are read in turn, each by its voice, and lit on both sides', async ({
	page
}) => {
	await read(page);
	await hasSaid(page, 1);
	const [o, t, now] = await spoken(page);
	await next(page);
	const [first, second] = await said(page);
	expect(first).toMatchObject({ lang: 'sv-SE', voice: 'Alva', rate: 1 });
	expect(second).toMatchObject({ lang: 'en-GB', voice: 'Daniel' });
	expect(now).toBe(o);
	expect(t).not.toBe('');
	expect(await spoken(page)).toEqual([o, t, t]);
	expect(await page.evaluate(() => window.fakeSpeech.most)).toBe(1);
});

test('a pause silences at once and begins the sentence again; back and on go by sentence', async ({
	page
}) => {
	await read(page);
	await hasSaid(page, 1);
	await press(page, 'Pause');
	expect(await page.evaluate(() => window.fakeSpeech.speaking)).toBe(0);
	await expect(player(page)).toContainText('Paused');
	await press(page, 'Play');
	await hasSaid(page, 2);
	await press(page, 'Next sentence');
	await press(page, 'Previous sentence');
	await hasSaid(page, 4);
	const texts = (await said(page)).map(({ text }) => text);
	expect(texts[1]).toBe(texts[0]);
	expect(texts[2]).not.toBe(texts[0]);
	expect(texts[3]).toBe(texts[0]);
});

test('a voice that never ends is followed by the next sentence', async ({ page }) => {
	await read(page);
	await hasSaid(page, 1);
	await page.evaluate(() => window.fakeSpeech.overdue());
	await hasSaid(page, 2);
	const [first, second] = await said(page);
	expect(second?.text).not.toBe(first?.text);
	expect(await page.evaluate(() => window.fakeSpeech.most)).toBe(1);
});

test('a refusal is said, and Play tries again', async ({ page }) => {
	await read(page);
	await hasSaid(page, 1);
	await page.evaluate(() => window.fakeSpeech.fail('not-allowed'));
	await expect(player(page).getByRole('alert')).toContainText('refused');
	await press(page, 'Play');
	await hasSaid(page, 2);
	await expect(player(page).getByRole('alert')).toBeHidden();
});

test('without a voice the player says how to get one, and the other language is read', async ({
	page
}) => {
	await read(page, [daniel]);
	await hasSaid(page, 1);
	expect((await said(page))[0]).toMatchObject({ lang: 'en-GB' });
	await expect(player(page)).toContainText('This device has no voice for Swedish.');
	await expect(player(page)).toContainText('Only the other language is read.');
});

test('a voice that sends the text away is named so and never chosen by itself', async ({
	page
}) => {
	await read(page, [sofie], { what: 'original' });
	await expect(player(page)).toContainText('send the text to their provider');
	await press(page, 'Play');
	expect(await said(page)).toEqual([]);
	await press(page, 'Settings for reading aloud');
	await player(page).getByLabel('Voice, Swedish').selectOption('Sofie (online)');
	await expect(player(page)).toContainText('Sofie is an online voice');
	await press(page, 'Play');
	await hasSaid(page, 1);
	expect((await said(page))[0]).toMatchObject({ voice: 'Sofie' });
});

test('choices are kept, and speed changes at once', async ({ page }) => {
	await read(page, both, { what: 'original' });
	await hasSaid(page, 1);
	await press(page, 'Settings for reading aloud');
	await player(page).getByLabel('Speed, Swedish').selectOption('1.5 ×');
	await hasSaid(page, 2);
	await player(page).getByLabel('What is read').selectOption('Translation');
	await page.reload();
	await openReading(page, timeline);
	await page.getByRole('button', { name: 'Read aloud', exact: true }).click();
	await hasSaid(page, 1);
	expect((await said(page))[0]).toMatchObject({ lang: 'en-GB' });
	await press(page, 'Settings for reading aloud');
	await expect(player(page).getByLabel('Speed, Swedish')).toHaveValue('1.5');
});

test('only the selected text is read where something is selected', async ({ page }) => {
	await installSpeech(page, both);
	await choose(page);
	await openReading(page, timeline);
	const words = original(paragraph(page, 2)).locator('[data-part]');
	await words.scrollIntoViewIfNeeded();
	const chosen = await words.evaluate((node) => {
		getSelection()?.selectAllChildren(node);
		return node.textContent ?? '';
	});
	await page.getByRole('toolbar').getByRole('button', { name: 'Read aloud' }).click();
	await hasSaid(page, 1);
	while ((await player(page).innerText()).includes('Reading')) {
		await page.evaluate(() => window.fakeSpeech.end());
		await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
	}
	await expect(player(page)).toContainText('Finished');
	const texts = (await said(page)).map(({ text, lang }) => `${lang} ${text.slice(0, 12)}`);
	expect(texts[0]).toBe(`sv-SE ${chosen.slice(0, 12)}`);
	expect(texts.every((text) => text.startsWith('sv-SE'))).toBe(true);
});

test('a reader who scrolls away is left in peace until they ask for the sentence', async ({
	page
}) => {
	await read(page);
	await hasSaid(page, 1);
	await page.mouse.move(700, 400);
	await page.mouse.wheel(0, 4000);
	const back = player(page).getByRole('button', { name: 'Go to the sentence' });
	await expect(back).toBeVisible();
	const away = await page.evaluate(() => scrollY);
	await next(page);
	expect(await page.evaluate(() => scrollY)).toBe(away);
	await back.click();
	await expect(back).toBeHidden();
	expect(await page.evaluate(() => scrollY)).toBeLessThan(away);
});

test('another tab that reads aloud pauses this one', async ({ page, context }) => {
	await read(page);
	await hasSaid(page, 1);
	const other = await context.newPage();
	await read(other);
	await hasSaid(other, 1);
	await expect(player(page)).toContainText('another tab is reading aloud');
	expect(await page.evaluate(() => window.fakeSpeech.speaking)).toBe(0);
});

test('leaving the text silences it and takes the player away', async ({ page }) => {
	await read(page);
	await hasSaid(page, 1);
	await page.locator('.bar .back').click();
	await expect(page).toHaveURL(/\/en\/$/);
	await expect(player(page)).toHaveCount(0);
	expect(await page.evaluate(() => window.fakeSpeech.speaking)).toBe(0);
	expect(await page.evaluate(() => CSS.highlights.has('spoken-now'))).toBe(false);
});

test('everything is done by keyboard alone', async ({ page }) => {
	await installSpeech(page, both);
	await choose(page);
	await openReading(page, timeline);
	await page.keyboard.press('a');
	await hasSaid(page, 1);
	await expect(player(page).getByRole('button', { name: 'Pause' })).toBeFocused();
	await page.keyboard.press('f');
	await hasSaid(page, 2);
	await page.keyboard.press('b');
	await hasSaid(page, 3);
	await page.keyboard.press('a');
	await expect(player(page)).toContainText('Paused');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(player(page).getByLabel('What is read')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(player(page).getByLabel('What is read')).toBeHidden();
	await page.keyboard.press('Escape');
	await expect(player(page)).toHaveCount(0);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toContainText('Read aloud, or pause');
});

for (const ui of uis)
	test(`the player has no fault for axe and fits 320 px in ${ui}`, async ({ page }) => {
		await installSpeech(page, both);
		await choose(page);
		await openReading(page, inUi(ui, timeline));
		await page.keyboard.press('a');
		await hasSaid(page, 1);
		await player(page).locator('button[aria-expanded]').click();
		// Colours do not depend on the language.
		await (ui === 'en' ? axeInThemes : axe)(page);
		await fitsWidth(page, 320);
		await fitsWidth(page, 390);
	});

test('nothing of it is loaded before it is asked for', async ({ page }) => {
	await installSpeech(page, both);
	await page.addInitScript(() => {
		let asked = 0;
		const { getVoices } = speechSynthesis;
		speechSynthesis.getVoices = () => (asked++, getVoices.call(speechSynthesis));
		Object.defineProperty(window, 'askedForVoices', { get: () => asked });
	});
	await openReading(page, timeline);
	expect(await page.evaluate(() => (window as { askedForVoices?: number }).askedForVoices)).toBe(0);
	await expect(player(page)).toHaveCount(0);
});
