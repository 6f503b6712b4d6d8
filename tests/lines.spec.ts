/** Line breaks within a paragraph, as in verse: shown, traced, highlighted, copied, typed. */
import type { Locator, Page } from '@playwright/test';
import { saveText } from './adding';
import { chooseFile, credit, saveTranslation, setSideBySide, translationFile } from './arriving';
import { expect, fitsWidth, test, widths } from './fixtures';
import { highlighted, selectWords } from './highlights';
import {
	button,
	choose,
	hydrated,
	laid,
	lit,
	looks,
	original,
	paragraph,
	press,
	signAndSave,
	translation,
	wordAt
} from './reading';

const visan = `Smedens visa

Om kvällarna läste hon högt för barnen på golvet framför spisen, och mest av allt tyckte de om visan om smeden i Alby:

    Smeden slog på järnet rött,
    så att gnistor flög.
    Ingen var så hungrig, trött,
    att han inte ljög.

    Hammaren gick upp och ner
    hela långa dan.
    Nu så slår han inte mer,
    tyst är hela stan.

Sedan blev det tyst en stund, och utanför fönstret föll snön i stora flingor över gården, tills man inte såg grinden.
`;

const song = `The Song of the Smith

In the evenings she read aloud to the children on the floor by the stove, and best of all they liked the song of the smith of Alby:

    Red the iron that he beat,
    so that sparks would fly.
    None so hungry, none so beat,
    but would tell a lie.

    Up and down the hammer flew
    all the livelong day.
    Now the blows are all too few,
    still the town and grey.

Then it was quiet for a while, and outside the window the snow fell in great flakes over the yard, until the gate was gone.
`;

async function addBoth(page: Page): Promise<void> {
	await saveText(page, 'visan.txt', visan);
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('link', { name: 'Add a translation' }).click();
	await chooseFile(page, translationFile(song, 'song.txt'));
	await credit(page);
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await hydrated(page);
	await laid(page);
}

/** Returns the number of lines that an element’s words take. */
const linesOf = (element: Locator): Promise<number> =>
	element.locator('[data-part]').evaluate((part) => {
		const range = document.createRange();
		range.selectNodeContents(part);
		const tops = [...range.getClientRects()].filter(({ width }) => width > 1);
		return new Set(tops.map(({ top }) => Math.round(top))).size;
	});

test('a poem’s lines stay lines in every view, on every width', async ({ page }) => {
	await addBoth(page);
	const stanza = paragraph(page, 1);
	for (const look of looks) {
		await choose(page, look);
		const shown = look[0] === 'Translation' ? translation(stanza) : original(stanza);
		expect(await linesOf(shown), look.join(' ')).toBe(4);
		if (process.env.SCREENSHOTS)
			await page.screenshot({ path: `${process.env.SCREENSHOTS}/${look.join('-')}.png` });
	}
	await choose(page, ['Both', 'Rows']);
	for (const width of widths) {
		await fitsWidth(page, width);
		if (process.env.SCREENSHOTS)
			await page.screenshot({ path: `${process.env.SCREENSHOTS}/${width}.png` });
	}
});

test(
	'a sentence over two lines is traced, highlighted and copied with its line break',
	{ tag: '@both' },
	async ({ page }) => {
		await addBoth(page);
		const stanza = paragraph(page, 1);
		const { x, y } = await wordAt(original(stanza), 'last');
		await page.mouse.move(x, y);
		await expect
			.poll(() => lit(page))
			.toEqual(['Ingen var så hungrig, trött,\natt han inte ljög.', expect.stringContaining('\n')]);
		await selectWords(original(stanza), 'gnistor', original(stanza), 'Ingen var');
		await page
			.getByRole('toolbar', { name: 'Highlight the selection' })
			.getByRole('button', { name: 'Green' })
			.click();
		await expect.poll(() => highlighted(page, 'green')).toEqual(['gnistor flög.\nIngen var']);
		await page.reload();
		await hydrated(page);
		await expect.poll(() => highlighted(page, 'green')).toEqual(['gnistor flög.\nIngen var']);
		const copied = await original(stanza).evaluate((element) => {
			getSelection()?.selectAllChildren(element);
			return getSelection()?.toString().trim();
		});
		expect(copied).toBe(
			'Smeden slog på järnet rött,\nså att gnistor flög.\nIngen var så hungrig, trött,\natt han inte ljög.'
		);
	}
);

test('a line that is typed stays a line', async ({ page }) => {
	await saveText(page, 'visan.txt', visan);
	const stanza = paragraph(page, 1);
	await press(stanza, 'Write one');
	const field = stanza.getByRole('textbox', { name: /translation/i });
	await field.fill('Red the iron,\nhot the fire,\n\ncold the night.');
	await signAndSave(stanza);
	await expect(translation(stanza).locator('[data-part]').first()).toHaveText(
		/Red the iron,\s+hot the fire,/
	);
	expect(await translation(stanza).locator('[data-part]').count()).toBe(2);
	expect(await translation(stanza).locator('br').count()).toBe(1);
	await button(page, 'Undo').click();
	await expect(translation(stanza).locator('br')).toHaveCount(0);
});
