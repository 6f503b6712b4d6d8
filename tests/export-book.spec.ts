/** Books written on the page: for e-readers, and the same bytes as from the shell. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { keepBook, picture } from './books';
import { axe, axeInThemes, expect, fitsWidth, test } from './fixtures';

test.skip(
	({ browserName }) => browserName === 'firefox',
	'Playwright hears nothing of a system Firefox’s downloads'
);

async function exported(page: Page, button = 'Export EPUB') {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button, exact: true }).click()
	]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Returns what the shell writes. */
function fromShell(info: TestInfo, ...args: readonly string[]): Buffer {
	const out = info.outputPath('shell');
	execFileSync('npm', ['run', '--silent', 'jamsides', '--', 'export', ...args, '--out', out]);
	return readFileSync(out);
}

/** An EPUB is known by its first file, which is not packed. */
const mimetypeOf = (bytes: Buffer): string => bytes.subarray(30, 58).toString('latin1');

test('an article is written as the shell writes it, twice the same', async ({
	page,
	open
}, info) => {
	await open('/en/exchange/?article=borja-har&place=read');
	await expect(page.getByRole('button', { name: 'Export EPUB' })).toBeVisible();
	await axeInThemes(page);
	const first = await exported(page);
	expect(first.name).toBe('borja-har.sv-en.epub');
	expect(mimetypeOf(first.bytes)).toBe('mimetypeapplication/epub+zip');
	expect((await exported(page)).bytes.equals(first.bytes)).toBe(true);
	expect(fromShell(info, 'borja-har', '--format', 'epub').equals(first.bytes)).toBe(true);
	const chapter = strFromU8(unzipSync(first.bytes)['EPUB/chapter-001.xhtml'] ?? new Uint8Array());
	expect(chapter).toContain('data-origin="ai"');

	await page.getByRole('radio', { name: 'Translation as notes' }).check({ force: true });
	await expect(page.getByRole('radiogroup', { name: 'Order' })).toBeHidden();
	const notes = await exported(page);
	expect(notes.name).toBe('borja-har.sv-en.notes.epub');
	await page.getByRole('radio', { name: /^Web page/ }).check();
	await page.getByRole('radio', { name: 'Translation first' }).check({ force: true });
	const html = await exported(page, 'Export HTML');
	expect(html.name).toBe('borja-har.en-sv.html');
	const same = ['borja-har', '--format', 'html', '--first', 'translation'];
	expect(fromShell(info, ...same).equals(html.bytes)).toBe(true);
});

test('a series is written from its page', async ({ page, open }, info) => {
	await open('/en/dossier/kazakstan-i-januari-2022/');
	await page.getByRole('link', { name: 'Export the series' }).click();
	await page.getByRole('radio', { name: /^Word/ }).check();
	const series = await exported(page, 'Export DOCX');
	expect(series.name).toBe('series-kazakstan-i-januari-2022.sv-en.docx');
	const same = ['dossier/kazakstan-i-januari-2022', '--format', 'docx'];
	expect(fromShell(info, ...same).equals(series.bytes)).toBe(true);
	await page.getByRole('link', { name: 'Back to the series' }).click();
	await expect(page).toHaveURL(/\/en\/dossier\/kazakstan/);
});

test('a book of the reader’s is written with its cover and pictures, from its page', async ({
	page
}) => {
	await keepBook(page);
	await page.goto('/en/own/book/?id=holmen');
	await page.getByRole('link', { name: 'Export the book' }).click();
	await expect(page.getByText('the file will contain the original alone')).toBeVisible();
	await expect(page.getByText('This file is for your own use')).toBeVisible();
	await expect(page.getByRole('radiogroup')).toHaveCount(0);
	await axe(page);
	await fitsWidth(page, 320);
	const { name, bytes } = await exported(page);
	expect(name).toBe('holmen.sv.epub');
	const files = unzipSync(bytes);
	expect(Buffer.from(files['EPUB/pictures/001.png'] ?? []).equals(picture.bytes)).toBe(true);
	expect(strFromU8(files['EPUB/package.opf'] ?? new Uint8Array())).toContain(
		'properties="cover-image"'
	);
	expect(strFromU8(files['EPUB/chapter-002.xhtml'] ?? new Uint8Array())).toMatch(
		/data-origin="none".*<img src="pictures\/001\.png"/s
	);
});
