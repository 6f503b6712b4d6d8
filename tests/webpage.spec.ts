/** A page saved from a browser is taken in: its text, and nothing that runs or is fetched. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readFile } from './adding';
import { bookpage, webFile, webpage } from './webpage';

/** Every request but what the site's own pages ask for. */
function strange(page: Page): readonly string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (/hacked|kvarnen|example/.test(request.url())) asked.push(request.url());
	});
	return asked;
}

const texts = async (page: Page) => {
	await page.getByRole('button', { name: 'Save to the library' }).click();
	await page.waitForURL(/\/own\//);
	return page.locator('.row').evaluateAll((rows) =>
		rows.map((row) => {
			const kind = row.className.replace(/^row | s-\S+| noted/g, '').trim();
			return [kind, row.querySelector('.o')?.textContent?.trim() ?? ''];
		})
	);
};

test('its main text, its marks and its footnotes survive; no script runs, nothing is fetched', async ({
	page
}) => {
	const asked = strange(page);
	await readFile(page, webFile());
	await expect(page.getByRole('button', { name: 'Save to the library' })).toBeVisible();
	await expect(page.getByText('None of them was run, and none is kept.')).toBeVisible();
	await expect(page.getByLabel('Title')).toHaveValue('Kvarnen vid ån');
	await expect(page.getByLabel('Authors')).toHaveValue('Ada Lind');
	await expect(page.getByLabel('Publication')).toHaveValue('Dalbladet');
	await expect(page.getByLabel('Date')).toHaveValue('2014-10-02');
	const left = page.locator('.left-out');
	await left.locator('summary').click();
	await expect(left).toContainText('Läs också: tio saker som ingen visste om kvarnar');
	await expect(left).toContainText('Ansvarig utgivare är någon annan än du');
	const rows = await texts(page);
	expect(rows.map(([kind]) => kind)).toEqual([
		'paragraph',
		'heading',
		'paragraph',
		'quote',
		'list-item',
		'list-item',
		'caption',
		'paragraph',
		'footnote'
	]);
	expect(rows.at(-1)?.[1]).toContain('Han var född 1840.');
	const first = page.locator('.row.paragraph .o').first();
	await expect(first.locator('em')).toHaveText('Nils');
	await expect(first.locator('strong')).toHaveText('Ekman');
	await expect(first.getByRole('link', { name: 'Note 1' })).toBeVisible();
	const links = page.locator('.row.paragraph .o a[rel]');
	await expect(links).toHaveText(['många har undrat']);
	await expect(links).toHaveAttribute('href', 'https://example.org/dal/elden/');
	expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
	expect(asked).toEqual([]);
});

test('its tables are read by row, or as text where they hold it; numbers in its contents are no notes', async ({
	page
}) => {
	await readFile(page, webFile(bookpage, 'bok.html'));
	await expect(page.getByLabel('Title')).toHaveValue('Ån och åren');
	const left = page.locator('.left-out');
	await left.locator('summary').click();
	await expect(left).toContainText('Delar: 1 2. Kommentarer:7');
	const rows = await texts(page);
	expect(rows.filter(([kind]) => kind !== 'footnote')).toEqual([
		['paragraph', 'Vid vattnet'],
		[
			'paragraph',
			'Kvarnen byggdes av Nils1 och hans bror2. Golvet var 40 m², och ”det höll”, som det heter i sagan om dem.'
		],
		['heading', 'I staden'],
		[
			'paragraph',
			'Sedan kom elektriciteten,3 och 4 av dem flyttade in till staden, där de fick det bättre än de någonsin hade haft det.'
		],
		['paragraph', 'År | Vad som hände'],
		['paragraph', '1871 på hösten | byggd av trä'],
		[
			'paragraph',
			'Det här är ett stycke i en spalt, som bara är en tabell för att sidan skulle se ut så.'
		],
		['paragraph', 'Det här är ett till.'],
		['list-item', 'Ett'],
		['list-item', 'Två'],
		[
			'paragraph',
			'Ingen vet vart de tog vägen, men många har frågat, och svaret har varit ett annat för varje gång som det har blivit givet.'
		],
		['paragraph', 'Det här har någon sagt om texten.']
	]);
	const notes = rows.filter(([kind]) => kind === 'footnote').map(([, text]) => text);
	for (const [at, words] of [
		'Nils var född 1840.',
		'Brodern hette Per.',
		'Se tidningen.',
		'Fyra till.'
	].entries())
		expect(notes[at]).toContain(words);
	expect(notes).toHaveLength(4);
});

test('its encoding is that which it declares', async ({ page }) => {
	const latin = webpage
		.replace('charset="utf-8"', 'charset="iso-8859-15"')
		.replaceAll('”', '"')
		.replaceAll('–', '-')
		.replaceAll('↩', '^');
	await readFile(page, webFile(Buffer.from(latin, 'latin1')));
	await expect(page.getByLabel('Title')).toHaveValue('Kvarnen vid ån');
	await expect(page.getByLabel('Publication')).toHaveValue('Dalbladet');
});

test('with nothing to read in it, it is refused', async ({ page }) => {
	await readFile(
		page,
		webFile('<!DOCTYPE html><html><body><img src="/hacked.png"></body></html>', 'tom.html')
	);
	await expect(page.getByText('tom.html').first()).toBeVisible();
	await expect(page.getByRole('alert').or(page.locator('.wrong')).first()).toBeVisible();
});
