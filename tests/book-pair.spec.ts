/** A translation of a whole book: from two files to chapters side by side. */
import type { Page } from '@playwright/test';
import { epub } from '../src/lib/core/book/epub/epub.fixture';
import { readFile, type TextFile } from './adding';
import { axe, cutOff, expect, fitsWidth, served, test } from './fixtures';
import { paragraph, translation } from './reading';

type Chapter = readonly [title: string, ...paragraphs: string[]];

const bookFile = (name: string, lang: string, title: string, ...chapters: Chapter[]): TextFile => ({
	name,
	mimeType: 'application/epub+zip',
	buffer: Buffer.from(
		epub({
			metadata: `<dc:title>${title}</dc:title><dc:language>${lang}</dc:language>`,
			pages: Object.fromEntries(
				chapters.map(([heading, ...paragraphs], at) => [
					`${at}.xhtml`,
					`<h1>${heading}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`
				])
			)
		})
	)
});

const original = bookFile(
	'kvarnen.epub',
	'sv',
	'Kvarnen vid ån',
	[
		'Kapitel 1',
		'Kvarnen byggdes 1871 av Nils Ekman. Den hade tre våningar och ett hjul av ek.',
		'Varje höst kom bönderna från hela socknen med sin säd till Nils Ekman.'
	],
	[
		'Kapitel 2',
		'År 1904 brann taket. Ingen vet hur elden började, men Karin Holm såg röken från Lund.',
		'Karin Holm lagade allt med egna händer, och det tog henne fyra år.'
	],
	[
		'Kapitel 3',
		'Sedan kom elektriciteten till dalen. En ny kvarn byggdes i Växjö, och den gamla stod tom.',
		'I dag är kvarnen ett museum. Den är öppen från maj till september, och 12 000 människor kommer dit.'
	]
);
/** Has a preface, and no third chapter. */
const translated = bookFile(
	'mill.epub',
	'en',
	'The Mill by the Stream',
	['Preface', 'This story was written down by a guest of the house one summer.'],
	[
		'Chapter 1',
		'The mill was built in 1871 by Nils Ekman. It had three floors and a wheel of oak.',
		'Every autumn the farmers came from the whole parish with their grain to Nils Ekman.'
	],
	[
		'Chapter 2',
		'In 1904 the roof burned. Nobody knows how the fire began, but Karin Holm saw the smoke from Lund.',
		'Karin Holm repaired everything with her own hands, and it took her four years.'
	]
);

const pairs = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Original:' });
const selectOf = (page: Page, title: string) =>
	page.getByLabel(`Chapter of the original that “${title}” translates`);

/** Adds the original and opens the page that pairs it with the translation. */
async function pair(page: Page): Promise<void> {
	await readFile(page, original);
	await page.getByRole('button', { name: 'Save 3 chapters' }).click();
	await page.waitForURL(/\/own\/book\//);
	await page.getByRole('link', { name: 'Add a translation' }).click();
	await expect(page.getByText('Translation of Kvarnen vid ån')).toBeVisible();
	await axe(page);
	await page.getByLabel('Choose the translation').setInputFiles(translated);
	await expect(page.getByRole('heading', { name: 'Pair the chapters' })).toBeFocused();
}

test(
	'two books become one, also over a closed tab, and are read offline',
	{ tag: '@kept' },
	async ({ page, context }) => {
		// The first tab never gets an answer for its second chapter.
		await page.addInitScript(() => {
			const post = Worker.prototype.postMessage;
			let aligned = 0;
			Worker.prototype.postMessage = function (message: { kind?: string; source?: object }) {
				const isChapter = message.kind === 'align' && JSON.stringify(message.source).length > 100;
				if (!isChapter || ++aligned < 2) post.call(this, message);
			};
		});
		await pair(page);
		await expect(pairs(page)).toContainText([
			'Before the first chapter: left out',
			'Chapter 1',
			'Chapter 2',
			'Missing in the translation'
		]);
		await axe(page);
		for (const width of [320, 390, 1440]) await fitsWidth(page, width);

		await selectOf(page, 'Preface').selectOption('Kapitel 3');
		await expect(selectOf(page, 'Preface')).toBeFocused();
		await expect(pairs(page)).toContainText(['Chapter 1', 'Chapter 2', 'Elsewhere']);
		await page.reload();
		await expect(pairs(page)).toHaveCount(3);
		await selectOf(page, 'Preface').selectOption('None: left out');
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(pairs(page)).toHaveCount(3);
		await selectOf(page, 'Preface').selectOption('None: left out');
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(page.getByRole('heading', { name: 'About the translation' })).toBeFocused();
		await page.getByRole('button', { name: 'Save and match' }).click();
		await expect(page.getByRole('textbox', { name: /^Translator/ })).toBeFocused();
		await page.getByRole('textbox', { name: /^Translator/ }).fill('Ida Holm');
		await axe(page);
		await fitsWidth(page, 320);
		await page.getByRole('button', { name: 'Save and match' }).click();

		await page.waitForURL(/\/own\/book\//);
		await expect(page.getByText('1 of 2 chapters matched')).toBeVisible();
		await expect(page.getByText('Translated by people')).toHaveCount(1);
		await axe(page);
		for (const width of [320, 390, 1440]) await fitsWidth(page, width);
		await page.getByRole('link', { name: 'Read the first chapter' }).click();
		await expect(translation(paragraph(page, 0))).toContainText('It had three floors');
		await page.goBack();
		await expect(page.getByText('1 of 2 chapters matched')).toBeVisible();
		const address = page.url();
		const other = await context.newPage();
		await other.goto(address);
		await expect(other.getByText('Another tab is matching the chapters.')).toBeVisible();
		await page.close();
		// It goes on by itself.
		await expect(other.getByText('Translated by people')).toHaveCount(2);
		await expect(other.getByText('chapters matched')).toBeHidden();
		await served(other);
		await cutOff(context);
		await other.getByRole('link', { name: /^Kapitel 2/ }).click();
		await expect(translation(paragraph(other, 1))).toContainText('it took her four years');
		await expect(other.getByText('Translation: Ida Holm')).toBeVisible();
		await other.goBack();
		await other.getByRole('link', { name: 'Fix the matches in “Kapitel 2”' }).click();
		await expect(other.getByRole('heading', { name: 'Fix the matching' })).toBeVisible();
	}
);

test('what ends by itself leaves the focus on the page, and the book is called by both titles', async ({
	page
}) => {
	// The second chapter waits until it is let go.
	await page.addInitScript(() => {
		const post = Worker.prototype.postMessage;
		const waiting: (() => void)[] = [];
		let aligned = 0;
		let isOpen = false;
		Worker.prototype.postMessage = function (message: { kind?: string; source?: object }) {
			const isChapter = message.kind === 'align' && JSON.stringify(message.source).length > 100;
			if (isChapter && !isOpen && ++aligned > 1) waiting.push(() => post.call(this, message));
			else post.call(this, message);
		};
		addEventListener('let go', () => {
			isOpen = true;
			for (const go of waiting) go();
		});
	});
	await pair(page);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('textbox', { name: /^Translator/ }).fill('Ida Holm');
	await page.getByRole('button', { name: 'Save and match' }).click();
	await page.waitForURL(/\/own\/book\//);
	const pause = page.getByRole('button', { name: 'Pause' });
	await pause.focus();
	await expect(page.getByText('1 of 2 chapters matched')).toBeVisible();
	await expect(pause).toBeFocused();
	await page.evaluate(() => dispatchEvent(new Event('let go')));
	await expect(page.getByRole('heading', { name: 'Chapters' })).toBeFocused();
	await expect(page.getByText('All paired chapters are matched.')).toBeAttached();
	const title = page.getByText('The Mill by the Stream', { exact: true });
	await expect(title).toHaveAttribute('lang', 'en');
	await axe(page);
	await fitsWidth(page, 320);
	await page.getByRole('link', { name: 'Library', exact: true }).first().click();
	await expect(title).toHaveAttribute('lang', 'en');
});
