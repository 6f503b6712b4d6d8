/** Files of books, added as a reader adds them: read in the worker, checked, saved, read. */
import { epub } from '../src/lib/core/book/epub/epub.fixture';
import { readFile, type TextFile } from './adding';
import { picture } from './books';
import { axe, expect, test } from './fixtures';

const named = (name: string, bytes: Uint8Array): TextFile => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(bytes)
});

const story =
	'Det var sent på hösten och ingen hade sett någon båt sedan i går, men hon väntade ändå på bryggan.';

const twoChapters = epub({
	metadata:
		'<dc:title>Bryggan</dc:title><dc:creator>Ingen Alls</dc:creator><dc:language>sv</dc:language>',
	pages: {
		'ett.xhtml': `<h1>Första kvällen</h1><p>${story}<a epub:type="noteref" href="#n1">1</a></p><aside id="n1" epub:type="footnote"><p>Bryggan finns inte mer.</p></aside><p>Ingen kom.</p>`,
		'tva.xhtml': `<h1>Andra kvällen</h1><p>${story}</p><p>Då kom båten.</p>`
	}
});

test('an EPUB is read, its chapters chosen, saved and opened', async ({ page }) => {
	await readFile(page, named('okänd.bin', twoChapters));
	await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Bryggan');
	await expect(page.getByRole('checkbox', { name: 'Första kvällen' })).toBeChecked();
	await axe(page);
	await page.getByRole('button', { name: 'Save 2 chapters' }).click();
	await page.waitForURL(/\/own\/book\//);
	await page.getByRole('link', { name: /^Första kvällen/ }).click();
	await expect(page.getByText('Ingen kom.')).toBeVisible();
	await page.locator('[data-marker="1"]').first().click();
	await expect(page.getByText('Bryggan finns inte mer.').first()).toBeVisible();
	await page.getByRole('link', { name: 'Next chapter Andra kvällen' }).click();
	await expect(page.getByText('Då kom båten.')).toBeVisible();
});

/** A page of a PDF by hand: pdf.js finds the objects without a table of their places. */
function pdf(lines: readonly string[]): Uint8Array {
	const content = `BT /F1 12 Tf 14 TL 50 750 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
	return Buffer.from(
		[
			'%PDF-1.4',
			'1 0 obj << /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >> endobj',
			'2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
			'3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R',
			'/Resources << /Font << /F1 5 0 R >> >> >> endobj',
			`4 0 obj << /Length ${content.length} >>\nstream\n${content}\nendstream endobj`,
			'5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> endobj',
			'trailer << /Root 1 0 R /Size 6 >>',
			'%%EOF'
		].join('\n'),
		'latin1'
	);
}

test('a PDF of one text is read by pdf.js in a worker of its own, under the policy @both', async ({
	page
}) => {
	const lines = [
		'Det var sent och ingen hade sett någon båt sedan i går, men hon',
		'väntade ändå på bryggan och såg ut över vattnet som om den skulle',
		'komma när som helst.'
	];
	await readFile(page, named('brygga.pdf', pdf(lines)));
	await expect(page.getByText('väntade ändå på bryggan och såg ut').first()).toBeVisible();
	await page.getByRole('button', { name: 'Save to the library' }).click();
	await page.waitForURL(/\/own\//);
	await expect(page.getByText(/^Det var sent och ingen/).first()).toBeVisible();
});

test('a book that is cut short, or locked, says so and stores nothing', async ({ page }) => {
	const locked = epub({
		pages: { 'ett.xhtml': `<p>${story}</p>` },
		files: { 'META-INF/rights.xml': '<rights/>' }
	});
	await readFile(page, named('hel.epub', twoChapters.subarray(0, twoChapters.length - 40)));
	await expect(
		page
			.getByRole('alert')
			.or(page.getByText(/cut short|damaged/))
			.first()
	).toBeVisible();
	await readFile(page, named('hel.epub', locked));
	await expect(page.getByText(/DRM|protect/).first()).toBeVisible();
	await page.goto('/en/');
	await expect(page.getByRole('link', { name: 'Bryggan' })).toHaveCount(0);
});

test('a picture that an EPUB lacks leaves its words', async ({ page }) => {
	const bytes = epub({
		metadata: '<dc:title>Bilder</dc:title><dc:language>sv</dc:language>',
		pages: {
			'ett.xhtml': `<h1>Ett</h1><p>${story}</p><img src="a.png" alt="En brygga i dimma"/>`,
			'tva.xhtml': `<h1>Två</h1><p>${story}</p><img src="saknas.png" alt="En båt som saknas"/>`
		},
		manifest: '<item id="p" href="a.png" media-type="image/png"/>',
		files: { 'OPS/a.png': picture.bytes }
	});
	await readFile(page, named('bilder.epub', bytes));
	await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Bilder');
	await page.getByRole('link', { name: 'Check the chapter Två' }).click();
	await page.getByText('1 line was left out').click();
	await expect(page.getByText('En båt som saknas')).toBeVisible();
	await page.getByRole('link', { name: 'Back to the contents' }).click();
	await page.getByRole('button', { name: 'Save 2 chapters' }).click();
	await page.waitForURL(/\/own\/book\//);
	await page.getByRole('link', { name: /^Ett/ }).click();
	// Its caption is what the file says of it: the picture does not say it once more.
	await expect(page.locator('figure img')).toHaveJSProperty('naturalWidth', 240);
	await expect(page.getByText('En brygga i dimma')).toBeVisible();
});
