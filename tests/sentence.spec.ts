/** One sentence of the side that a view hides, and paragraphs without a translation. */
import type { Locator, Page } from '@playwright/test';
import { saveText } from './adding';
import {
	chooseFile,
	credit,
	kvarnen,
	openArrival,
	saveTranslation,
	setSideBySide,
	theMill,
	translationFile
} from './arriving';
import { axe, expect, fitsWidth, test, widths } from './fixtures';
import {
	bottomOf,
	choose,
	openReading,
	original,
	paragraph,
	timeline,
	translation,
	wordAt
} from './reading';

const phone = { width: 390, height: 844 };
const bubble = (page: Page): Locator => page.locator('[data-sentence] .one');
const words = (page: Page): Locator => bubble(page).locator('.words');

/** Returns whether what is shown of a sentence covers any of its lines, or hides them. */
const covers = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const box = document.querySelector('[data-sentence]')?.getBoundingClientRect();
		const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
		const [range] = [...(CSS.highlights.get('trace-o') ?? [])] as Range[];
		if (!box || !range) throw new Error('no sentence is shown');
		return [...range.getClientRects()].some(
			({ top, bottom, left, right }) =>
				(bottom > box.top && top < box.bottom && right > box.left && left < box.right) ||
				bottom > innerHeight ||
				top < Math.min(bar, 0)
		);
	});

async function tap(page: Page, element: Locator, which: 'first' | 'last', touch = false) {
	await element.scrollIntoViewIfNeeded();
	const word = await wordAt(element, which);
	// A sheet that is open covers the foot of the view.
	await page.evaluate((y) => scrollBy({ top: y - innerHeight / 3, behavior: 'instant' }), word.y);
	const { x, y } = await wordAt(element, which);
	if (touch) await page.touchscreen.tap(x, y);
	else await page.mouse.click(x, y);
}

test.describe('a sentence', () => {
	test('shows its translation and whose it is, in Original and in Peek', async ({ page }) => {
		await openReading(page, timeline);
		const row = paragraph(page, 4);
		const all = (await translation(row).textContent()) ?? '';
		for (const look of [['Original'], ['Both', 'Peek']] as const) {
			await choose(page, look);
			await tap(page, original(row), 'first');
			await expect(bubble(page)).toBeVisible();
			const first = (await words(page).textContent()) ?? '';
			expect(all).toContain(first);
			expect(first.length).toBeLessThan(all.trim().length);
			await expect(bubble(page)).toContainText(/AI draft by .+, not reviewed/);
			await expect(words(page)).toBeVisible();
			expect(await covers(page)).toBe(false);
			await axe(page);
			await tap(page, original(row), 'last');
			await expect(words(page)).not.toHaveText(first);
			expect(await covers(page)).toBe(false);
			await page.keyboard.press('Escape');
			await expect(bubble(page)).toHaveCount(0);
			await tap(page, original(row), 'last');
			await page.locator('.head .kicker').click();
			await expect(bubble(page)).toHaveCount(0);
		}
		// The whole paragraph is one step away.
		await tap(page, original(row), 'first');
		await bubble(page).getByRole('button', { name: 'Show the paragraph' }).click();
		await expect(translation(row)).toHaveText(all.trim());
		await tap(page, original(row), 'first');
		await expect(translation(row)).toBeHidden();
	});

	test('is walked to by key, and shows its original in Translation', async ({ page }) => {
		await openReading(page, `${timeline}?view=translation`);
		await paragraph(page, 4).locator('.perma').focus();
		await page.keyboard.press('.');
		await expect(bubble(page)).toBeFocused();
		await expect(words(page)).toHaveJSProperty('parentElement.parentElement.lang', 'sv');
		const first = await words(page).textContent();
		await page.keyboard.press('.');
		await expect(words(page)).not.toHaveText(first ?? '');
		await page.keyboard.press(',');
		await expect(words(page)).toHaveText(first ?? '');
		await page.keyboard.press('Escape');
		await expect(paragraph(page, 4).locator('.perma')).toBeFocused();
	});

	test.describe('on a phone', () => {
		test.use({ viewport: phone, hasTouch: true });
		test('is in a sheet that leaves it in view', async ({ page, browserName }) => {
			test.skip(browserName === 'firefox', 'WebDriver BiDi has no touch');
			await openReading(page, timeline);
			await choose(page, ['Original']);
			for (const nth of [3, 9]) {
				const row = paragraph(page, nth);
				await tap(page, original(row), 'last', true);
				await expect(bubble(page)).toBeVisible();
				await expect.poll(() => bottomOf(page.locator('[data-sentence]'))).toBe(phone.height);
				expect(await covers(page)).toBe(false);
				await axe(page);
			}
			await bubble(page).getByRole('button', { name: 'Close the word' }).click();
			await expect(bubble(page)).toHaveCount(0);
		});
	});
});

test('a text without any translation is read in one column, with one banner', async ({ page }) => {
	await saveText(page, 'kvarnen.txt', kvarnen);
	const row = paragraph(page, 1);
	await expect(page.getByText('This text has no translation yet.')).toBeVisible();
	await expect(page.locator('.row').getByRole('button')).toHaveCount(0);
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		for (const look of [['Original'], ['Translation'], ['Both', 'Stacked']] as const) {
			await choose(page, look);
			await expect(original(row)).toBeVisible();
			await fitsWidth(page, width);
		}
	}
	const top = await original(row).evaluate((element) => element.getBoundingClientRect().top);
	await row.hover();
	await expect(row.getByRole('button')).toHaveText(['Translate on this device', 'Write one']);
	expect(await original(row).evaluate((element) => element.getBoundingClientRect().top)).toBe(top);
	await axe(page);
	await row.locator('.perma').focus();
	await page.mouse.move(0, 0);
	await expect(row.getByRole('button')).toHaveCount(2);
	await choose(page, ['Original']);
	await tap(page, original(row), 'first');
	await expect(bubble(page)).toContainText('No translation yet.');
	await expect(bubble(page).getByRole('button', { name: 'Write one' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'I have a translation' })).toHaveAttribute(
		'href',
		/\/en\/align\/\?article=/
	);
	await page.getByRole('button', { name: 'Write', exact: true }).click();
	await expect(page.getByRole('textbox', { name: /^Your translation/ })).toBeFocused();
});

test('what a translation leaves out is said once a run', async ({ page }) => {
	await openArrival(page);
	const cut = theMill.split('\n\n').filter((part) => !/^(?:The children|Today)/.test(part));
	await chooseFile(page, translationFile(cut.join('\n\n')));
	await credit(page);
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	const said = page.getByText('Not in this translation (2 paragraphs).');
	await expect(said).toHaveCount(1);
	await expect(said).toBeVisible();
	const last = page.locator('.chunk .row.later').last();
	await expect(translation(last)).toHaveAttribute('data-origin', 'none');
	await expect(last.getByRole('button')).toHaveCount(0);
	await choose(page, ['Translation']);
	await expect(original(last)).toBeHidden();
	await page.getByRole('button', { name: 'Show the original' }).click();
	await expect(original(last)).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Show the original' }).click();
	await expect(original(last)).toBeHidden();
});
