/** Importing a page saved from a browser: its text is kept, and nothing runs or is fetched. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readFile } from './adding';
import { bookpage, longPage, savedAsOneFile, webFile, webpage } from './webpage';

/** Records every request except those of the site's own pages. */
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
			const kind = row.className.replace(/^row | s-\S+| noted| later/g, '').trim();
			return [kind, row.querySelector('.o')?.textContent?.trim() ?? ''];
		})
	);
};

test(
	'its main text, marks and footnotes survive, no script runs and nothing is fetched',
	{ tag: '@both' },
	async ({ page }) => {
		const asked = strange(page);
		await readFile(page, webFile());
		await expect(page.getByRole('button', { name: 'Save to the library' })).toBeVisible();
		await expect(page.getByText('None of them was run, and none is saved.')).toBeVisible();
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
	}
);

test('its tables are read by row or as text, and numbers in its contents are not notes', async ({
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

/** Lines within a paragraph, two breaks between paragraphs, and prose that an editor wrapped. */
const poem = `<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Kvarnens visa</title></head><body><article>
<h1>Kvarnens visa</h1>
<p>Den här visan sjöngs i byn så länge kvarnen gick, och flera har berättat att mjölnaren själv hade skrivit den en kväll när vattnet hade sjunkit undan och hjulet stod stilla.</p>
<p>Hjulet går runt, hjulet går runt,<br>
<em>vattnet är vilt<br>och vitt.</em><br>Ta <b>du</b><br> vara på ditt.</p>
<p>Först kom vintern och lade is på ån.<br><br>Sedan kom våren, och då sprang vattnet fram igen som förr.</p>
<p>I boken om byn står det att ingen har hört den sjungas på<br>hundra år, men orden finns kvar på biblioteket, där de står<br>tillsammans med noterna till melodin och ett porträtt av den<br>mjölnare som en gång skrev dem.</p>
</article></body></html>`;

test('its line breaks stay within a paragraph, two of them part paragraphs', async ({ page }) => {
	await readFile(page, webFile(poem, 'visan.html'));
	await expect(page.getByLabel('Title')).toHaveValue('Kvarnens visa');
	const rows = await texts(page);
	expect(rows.slice(1).map(([, text]) => text)).toEqual([
		'Hjulet går runt, hjulet går runt,\nvattnet är vilt\noch vitt.\nTa du\nvara på ditt.',
		'Först kom vintern och lade is på ån.',
		'Sedan kom våren, och då sprang vattnet fram igen som förr.',
		'I boken om byn står det att ingen har hört den sjungas på hundra år, men orden finns kvar på biblioteket, där de står tillsammans med noterna till melodin och ett porträtt av den mjölnare som en gång skrev dem.'
	]);
	const verse = page.locator('.row.paragraph .o').nth(1);
	await expect(verse.locator('br')).toHaveCount(4);
	await expect(verse.locator('em')).toHaveText(/^vattnet är vilt\s+och vitt\.$/);
});

test('its declared encoding is used', async ({ page }) => {
	const latin = webpage
		.replace('charset="utf-8"', 'charset="iso-8859-15"')
		.replaceAll('”', '"')
		.replaceAll('–', '-')
		.replaceAll('↩', '^');
	await readFile(page, webFile(Buffer.from(latin, 'latin1')));
	await expect(page.getByLabel('Title')).toHaveValue('Kvarnen vid ån');
	await expect(page.getByLabel('Publication')).toHaveValue('Dalbladet');
});

test('a page in a single file is read like the page', async ({ page }) => {
	const asked = strange(page);
	await readFile(page, webFile(savedAsOneFile(webpage), 'kvarnen.mhtml'));
	await expect(page.getByLabel('Title')).toHaveValue('Kvarnen vid ån');
	await expect(page.getByLabel('Authors')).toHaveValue('Ada Lind');
	const rows = await texts(page);
	expect(rows).toHaveLength(9);
	expect(rows.at(-1)?.[1]).toContain('Han var född 1840.');
	expect(asked).toEqual([]);
});

test('the site stays responsive while a long page is read', async ({ page }) => {
	await page.goto('/en/add/');
	await page.evaluate(() => {
		const beat = () => {
			const { dataset } = document.documentElement;
			dataset['beats'] = String(Number(dataset['beats'] ?? 0) + 1);
			if (!document.querySelector('ol')) requestAnimationFrame(beat);
		};
		requestAnimationFrame(beat);
	});
	await page
		.getByLabel('Add texts', { exact: true })
		.setInputFiles(webFile(longPage(5_000), 'lang.html'));
	await expect(page.getByText(/10,000 paragraphs/)).toBeVisible();
	expect(Number(await page.locator('html').getAttribute('data-beats'))).toBeGreaterThan(3);
});

test('reading a long page can be cancelled', async ({ page }) => {
	await page.goto('/en/add/');
	const picker = page.getByLabel('Add texts', { exact: true });
	await picker.setInputFiles(webFile(longPage(40_000), 'lang.html'));
	await page.getByRole('button', { name: 'Cancel: lang.html' }).click();
	await expect(page.getByRole('progressbar')).toHaveCount(0);
	await expect(page.getByText('lang.html')).toHaveCount(0);
	// The next page is read as if nothing had been.
	await picker.setInputFiles(webFile());
	await expect(page.getByLabel('Title')).toHaveValue('Kvarnen vid ån');
});

test('a page without readable text is refused', async ({ page }) => {
	await readFile(
		page,
		webFile('<!DOCTYPE html><html><body><img src="/hacked.png"></body></html>', 'tom.html')
	);
	await expect(page.getByText('tom.html').first()).toBeVisible();
	await expect(page.getByRole('alert').or(page.locator('.wrong')).first()).toBeVisible();
});
