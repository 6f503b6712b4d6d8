/** A book in the reader’s library: its preview, its page, its chapters, and its removal. */
import { axe, expect, fitsWidth, test } from './fixtures';
import { book, draft, keepBook, keepDraft } from './books';

const bookPage = '/en/own/book/?id=holmen';
const narrow = [320, 390, 1440] as const;

test('a book is checked, its chapters chosen, and saved', async ({ page }) => {
	await keepDraft(page);
	await page.goto('/en/add/');
	await expect(page.getByRole('heading', { name: 'Holmen i dimman' })).toBeVisible();
	await page.getByRole('link', { name: 'Check and edit' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page.getByRole('checkbox', { name: 'Register' })).not.toBeChecked();
	await expect(page.getByText('1 line left out')).toBeVisible();
	await axe(page);
	for (const width of narrow) await fitsWidth(page, width);

	await page.getByRole('link', { name: 'Check the chapter Hemkomsten' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hemkomsten' })).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: /^1, Paragraph/ }).click();
	await page.getByRole('textbox', { name: 'Text of paragraph 1' }).fill('Dimman lättade.');
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByRole('button', { name: /^1, Paragraph/ })).toBeFocused();
	await page.keyboard.press('ControlOrMeta+z');
	await expect(page.getByText('Dimman lättade.')).toBeHidden();
	await page.keyboard.press('ControlOrMeta+Shift+z');
	await expect(page.getByText('Saved as a draft')).toBeVisible();
	await page.getByRole('link', { name: 'Back to the contents' }).click();

	await page.getByRole('checkbox', { name: 'Utfärden' }).uncheck();
	await page.getByRole('button', { name: 'Save 1 chapter' }).click();
	await page.waitForURL(/\/own\/book\//);
	await expect(page.getByRole('link', { name: /^Hemkomsten/ })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Utfärden/ })).toBeHidden();
	await page.getByRole('link', { name: /^Hemkomsten/ }).click();
	await expect(page.getByText('Dimman lättade.')).toBeVisible();
});

test('the library lists a book once, and its page lists its chapters', async ({ page }) => {
	await keepBook(page);
	await page.goto('/en/');
	const yours = page.getByRole('region', { name: /Your texts|Yours/ });
	await expect(yours.getByRole('link', { name: 'Holmen i dimman' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Utfärden' })).toBeHidden();
	await axe(page);
	for (const width of narrow) await fitsWidth(page, width);
	await page.getByRole('link', { name: 'Holmen i dimman' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Holmen i dimman' })).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Första delen' })).toBeVisible();
	await axe(page);
	for (const width of narrow) await fitsWidth(page, width);
});

test('a chapter shows its pictures, and leads to its neighbours and the book', async ({ page }) => {
	await keepBook(page);
	await page.goto('/en/own/?id=holmen-2');
	const image = page.getByRole('img', { name: 'En holme i dimma.' });
	await expect(image).toHaveJSProperty('complete', true);
	await expect(image).toHaveJSProperty('naturalWidth', 240);
	expect(await image.boundingBox()).toMatchObject({ width: 240, height: 120 });
	await axe(page);
	for (const width of narrow) await fitsWidth(page, width);

	await page.getByRole('button', { name: 'Contents' }).first().click();
	const chapters = page.getByRole('navigation', { name: 'Chapters' });
	await expect(chapters.getByRole('link', { name: 'Utfärden' })).toHaveAttribute(
		'aria-current',
		'page'
	);
	await axe(page);
	await page.keyboard.press('Escape');

	await page.getByRole('link', { name: 'Next chapter Hemkomsten' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hemkomsten' })).toBeVisible();
	await page.keyboard.press('<');
	await expect(page.getByRole('heading', { level: 1, name: 'Utfärden' })).toBeVisible();
	await page.getByRole('link', { name: 'To the book' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Holmen i dimman' })).toBeVisible();
});

test('a removed book comes back with its chapters', async ({ page }) => {
	await keepBook(page);
	await page.goto(bookPage);
	await page.getByRole('button', { name: 'Remove the book' }).click();
	await expect(page.getByText('have been removed')).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('link', { name: /^Utfärden/ })).toBeVisible();
	await page.goto('/en/own/?id=holmen-3');
	await expect(page.getByRole('heading', { level: 1, name: 'Hemkomsten' })).toBeVisible();
});

test('a book that is not here says so', async ({ page }) => {
	await page.goto('/en/own/book/?id=borta');
	await expect(page.getByRole('heading', { name: 'This book isn’t here' })).toBeVisible();
	await axe(page);
});

test('the fixture is a book as the core makes it', () => {
	expect(book.chapters.map(({ about }) => about.id)).toEqual(['holmen-2', 'holmen-3']);
	expect(draft.chapters).toHaveLength(4);
});
