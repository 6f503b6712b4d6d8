/** What is the reader's own on the reading page: their texts, their words, their reviews. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { KeptArticle } from '../src/lib/core/library/store';
import { importText } from '../src/lib/core/import/import';
import { block } from '../src/lib/core/text/block';
import type { Block } from '../src/lib/core/text/article';
import { axe, expect, sharedArticle, test } from './fixtures';
import { at, withLibrary } from './library';
import {
	button,
	choose,
	frames,
	hydrated,
	openReading,
	original,
	paragraph,
	timeline,
	translation,
	withoutOriginal
} from './reading';

const ownPage = '/en/own/?id=prov';

/** A short text with a block of every kind, a paragraph that stands twice, and somebody's tricks. */
const blocks: readonly Block[] = [
	block({ kind: 'standfirst' }, 'En katt och en trappa.'),
	block({ kind: 'heading', level: 2 }, 'Trappan'),
	block({ kind: 'paragraph' }, 'Katten satt på *trappan*.[^1] Sedan gick den in.'),
	block({ kind: 'quote' }, '”Det var kallt”, sa den.'),
	block({ kind: 'list-item' }, 'Mjölk'),
	block({ kind: 'caption', credit: 'Foto: Ada' }, 'Katten, samma kväll.'),
	block({ kind: 'paragraph' }, 'Det regnade.'),
	block({ kind: 'heading', level: 3 }, 'Dagen efter'),
	block({ kind: 'paragraph' }, 'Det regnade.'),
	block(
		{ kind: 'paragraph' },
		'<img src="https://example.org/x" onerror="hacked()"> <script>hacked()</script> [här](javascript:hacked())'
	),
	block({ kind: 'footnote', marker: '1' }, 'En trappa av sten.')
];

const kept = (id: string, article: KeptArticle['article'], recognised = false): KeptArticle => ({
	about: {
		id,
		metadata: { lang: article.lang, ...(article.title && { title: article.title }) },
		recognised,
		paragraphs: article.blocks.length,
		words: 100,
		addedAt: at(0),
		changedAt: at(0)
	},
	article,
	leftOut: []
});

const own = kept('prov', { lang: 'sv', title: 'Om katten', blocks });

/** Puts a text into the reader's library, as another tab would. */
async function keep(context: BrowserContext, text: KeptArticle): Promise<void> {
	const page = await withLibrary(await context.newPage());
	const added = await page.evaluate(
		({ about, article, leftOut }) => window.library.addArticle(about, article, leftOut, false),
		text
	);
	expect(added.ok).toBe(true);
	await expect
		.poll(() => page.evaluate(() => localStorage.getItem('jamsides.own')))
		.toContain(text.about.id);
	await page.close();
}

const field = (row: Locator) => row.getByRole('textbox', { name: 'Your translation into English' });

/** Opens the editor of a row that has a translation. */
async function correct(page: Page, row: Locator): Promise<void> {
	await row.getByRole('button', { name: 'More about this paragraph' }).click();
	await button(page, 'Correct the translation').click();
	await expect(field(row)).toBeFocused();
}

async function save(row: Locator, text: string, name = 'Ada'): Promise<void> {
	await field(row).fill(text);
	await row.getByRole('textbox', { name: /^Your name/ }).fill(name);
	await row.getByRole('button', { name: 'Save', exact: true }).click();
}

async function isOwn(row: Locator, text: string): Promise<void> {
	await expect(translation(row)).toHaveAttribute('data-origin', 'human');
	await expect(translation(row)).toHaveText(text);
	await expect(row.locator('.mark')).toContainText('Human');
}

test.describe('a text that only the reader has', () => {
	test('is shown whole, every kind of block, and runs nothing', async ({ page, context }) => {
		await keep(context, own);
		await openReading(page, ownPage);
		await expect(page.getByRole('heading', { level: 1, name: 'Om katten' })).toBeVisible();
		await expect(page.locator('.row')).toHaveCount(blocks.length);
		for (const { fingerprint } of blocks)
			await expect(page.locator(`#p-${fingerprint} > .o`)).toHaveAttribute('lang', 'sv');
		const ids = await page.locator('.row').evaluateAll((rows) => rows.map((row) => row.id));
		expect(new Set(ids).size, 'also of the paragraph that stands twice').toBe(ids.length);
		const row = page.locator('.row.caption');
		await expect(row.locator('.credit')).toHaveText('Foto: Ada');
		await expect(row.locator('.t')).toHaveAttribute('data-origin', 'none');
		await expect(row.locator('.t')).toContainText('No translation yet.');
		await expect(
			page.getByRole('img', {
				name: `${blocks.length} paragraphs: ${blocks.length} not translated`
			})
		).toBeVisible();
		await expect(paragraph(page, 3)).toContainText('<script>hacked()</script>');
		await expect(
			page.locator('article img, article script, article [href^="javascript"]')
		).toHaveCount(0);
		await axe(page);
	});

	test('without a translation, a list’s points stand at its items alone', async ({
		page,
		context
	}) => {
		await keep(context, own);
		await openReading(page, ownPage);
		const points = await page
			.locator('.row.list-item > .t > p')
			.evaluateAll((parts) => parts.map((part) => getComputedStyle(part, '::before').content));
		expect(points.length).toBeGreaterThan(0);
		expect(new Set(points)).toEqual(new Set(['none']));
	});

	test('without script says what it needs', async ({ browser, browserName, baseURL }) => {
		test.skip(browserName === 'firefox', 'WebDriver BiDi cannot turn scripts off');
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${baseURL ?? ''}/en/own/?id=nobody`);
		await expect(page.getByText('Turn on JavaScript')).toBeVisible();
		await expect(page.getByText('Opening')).toBeHidden();
		await context.close();
	});

	test('that is not there says so', async ({ page, faults }) => {
		faults.allow(/404/);
		await page.goto('/en/own/?id=nobody');
		await expect(page.getByRole('heading', { name: 'There is no such text here' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'To the library' })).toHaveAttribute(
			'href',
			'/en/'
		);
		await page.goto('/en/own/');
		await expect(page.getByRole('heading', { name: 'There is no such text here' })).toBeVisible();
	});
});

test('where the browser refuses its storage, the reason is said, and the article is read', async ({
	page
}) => {
	await page.addInitScript(() => {
		const refuse = () => {
			throw new DOMException('no', 'SecurityError');
		};
		for (const name of ['indexedDB', 'localStorage'])
			Object.defineProperty(globalThis, name, { get: refuse });
	});
	await openReading(page, timeline);
	await choose(page, ['Both', 'Stacked']);
	const row = paragraph(page, 1);
	await correct(page, row);
	await expect(page.getByRole('alert')).toContainText('What you keep for this article could not');
	await save(row, 'Words that have nowhere to go.');
	await expect(row.getByRole('alert')).toContainText('The browser’s storage did not answer');
	await expect(field(row)).toHaveValue('Words that have nowhere to go.');
});

test.describe('own words', () => {
	test('are written, live in another tab, stay after a reload, and can be undone', async ({
		page,
		context
	}) => {
		await keep(context, own);
		await openReading(page, ownPage);
		const other = await context.newPage();
		await openReading(other, ownPage);
		await page.bringToFront();
		const row = paragraph(page, 1);
		await row.getByRole('button', { name: 'Write one' }).click();
		await save(row, 'It  was\nraining.\n\nStill.');
		await isOwn(row, 'It was raining.Still.');
		await expect(row.locator('.by')).toContainText('Your translation, as Ada');
		await expect(page.getByRole('status')).toContainText('Saved in this browser.');
		await isOwn(paragraph(other, 1), 'It was raining.Still.');
		await expect(translation(row).locator('p')).toHaveCount(2);
		await expect(row.locator(':focus')).toHaveCount(1);
		await page.reload();
		await isOwn(row, 'It was raining.Still.');

		await correct(page, row);
		await save(row, 'It rained.');
		await isOwn(row, 'It rained.');
		await button(page, 'Undo').click();
		await isOwn(row, 'It was raining.Still.');
		await isOwn(paragraph(other, 1), 'It was raining.Still.');
	});

	test('correct the stored ones, which stay to return to', async ({ page }) => {
		await openReading(page, timeline);
		const row = paragraph(page, 2);
		const stored = await translation(row).innerText();
		await correct(page, row);
		await save(row, 'Mine, with *stress*.');
		await isOwn(row, 'Mine, with stress.');
		await expect(translation(row).locator('em')).toHaveText('stress');
		await expect(page.getByRole('img', { name: /1 human/ })).toBeVisible();
		// People's work stays where the filter hides the rest.
		await page.getByRole('combobox', { name: 'Show' }).selectOption('People’s work only');
		await expect(translation(row).locator('p')).toBeVisible();
		await expect(translation(paragraph(page, 3)).locator('p')).toBeHidden();
		await page.reload();
		await isOwn(row, 'Mine, with stress.');
		await page.getByRole('combobox', { name: 'Show' }).selectOption('Every translation');

		await row.getByRole('button', { name: 'More about this paragraph' }).click();
		await button(page, 'Return to the stored translation').click();
		await expect(translation(row)).toHaveAttribute('data-origin', 'ai');
		await expect.poll(() => translation(row).innerText()).toBe(stored);
		await button(page, 'Undo').click();
		await isOwn(row, 'Mine, with stress.');
	});

	test('that are not saved survive a closed tab', async ({ context }) => {
		const page = await context.newPage();
		await openReading(page, timeline);
		await correct(page, paragraph(page, 2));
		await field(paragraph(page, 2)).fill('Half a sen');
		await page.close();
		const again = await context.newPage();
		await openReading(again, timeline);
		const row = paragraph(again, 2);
		await correct(again, row);
		await expect(field(row)).toHaveValue('Half a sen');
		await expect(row).toContainText('You had begun this and not saved it');
		await again.keyboard.press('Escape');
		await expect(again.getByRole('status')).toContainText('Your changes were put away.');
		await button(again, 'Undo').click();
		await expect(field(row)).toHaveValue('Half a sen');
		await again.close();
	});

	test('of two tabs at once: the second is told, and nothing is overwritten', async ({
		page,
		context
	}) => {
		await openReading(page, timeline);
		const other = await context.newPage();
		await openReading(other, timeline);
		const [mine, theirs] = [paragraph(page, 2), paragraph(other, 2)];
		await page.bringToFront();
		await correct(page, mine);
		await other.bringToFront();
		await correct(other, theirs);
		await save(theirs, 'Theirs.', 'Bo');
		await isOwn(theirs, 'Theirs.');
		await save(mine, 'Mine.');
		const alert = mine.getByRole('alert');
		await expect(alert).toContainText('This was changed in another tab since you opened it.');
		await expect(alert).toContainText('Theirs.');
		await expect(field(mine)).toHaveValue('Mine.');
		await isOwn(theirs, 'Theirs.');
		await mine.getByRole('button', { name: 'Save', exact: true }).click();
		await isOwn(mine, 'Mine.');
		await isOwn(theirs, 'Mine.');
	});

	test('that find no room stay in the field, and the reader is told', async ({ page }) => {
		await page.addInitScript(() => {
			const { put } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.put = function (...args) {
				if (this.name === 'words') throw new DOMException('full', 'QuotaExceededError');
				return put.apply(this, args);
			};
		});
		await openReading(page, timeline);
		const row = paragraph(page, 2);
		await correct(page, row);
		await save(row, 'Mine.');
		await expect(row.getByRole('alert')).toContainText('There is no room left');
		await expect(field(row)).toHaveValue('Mine.');
		expect(
			await page.evaluate(() => Object.entries(localStorage).map(([, value]) => String(value)))
		).toContain('Mine.');
	});

	test('for a paragraph that is gone are shown, not lost', async ({ page, context }) => {
		await keep(context, own);
		const library = await withLibrary(await context.newPage());
		const put = await library.evaluate((words) => window.library.putWords(words, null), {
			article: 'prov',
			source: [block({ kind: 'paragraph' }, 'Något helt annat som inte finns.').fingerprint],
			lang: 'en',
			text: ['Something quite different.'],
			name: 'Ada',
			from: null,
			changedAt: at(1)
		} as const);
		expect(put.ok).toBe(true);
		await openReading(page, ownPage);
		const loose = page.getByRole('region', { name: 'Words of yours without a paragraph' });
		await expect(loose).toContainText('Something quite different.');
		await loose.getByRole('button').click();
		await expect(loose).toHaveCount(0);
		await button(page, 'Undo').click();
		await expect(loose).toContainText('Something quite different.');
	});
});

test('a review is the reader’s word, and can be taken back', async ({ page }) => {
	await openReading(page, timeline);
	const row = paragraph(page, 2);
	const more = row.getByRole('button', { name: 'More about this paragraph' });
	await more.click();
	await button(page, 'Mark as reviewed by you').click();
	await expect(page.getByRole('dialog')).toContainText('You say that you have compared');
	await page.getByRole('textbox', { name: /^Your name/ }).fill('Ada');
	await button(page, 'Mark as reviewed').click();
	await expect(translation(row)).toHaveAttribute('data-review', 'reviewed');
	await expect(translation(row)).toHaveAttribute('data-origin', 'ai');
	await expect(row.locator('.by')).toContainText(/^AI draft by .+, reviewed by Ada$/);
	await expect(row.locator('.mark .review')).toHaveText('reviewed');
	await expect(page.getByRole('img', { name: /1 reviewed/ })).toBeVisible();
	await page.reload();
	await expect(translation(row)).toHaveAttribute('data-review', 'reviewed');
	await page.getByRole('combobox', { name: 'Show' }).selectOption('Reviewed and people’s work');
	await expect(translation(row).locator('p')).toBeVisible();
	await page.getByRole('combobox', { name: 'Show' }).selectOption('Every translation');
	await more.click();
	await button(page, 'Take your review away').click();
	await expect(translation(row)).toHaveAttribute('data-review', 'none');
	await button(page, 'Undo').click();
	await expect(translation(row)).toHaveAttribute('data-review', 'reviewed');
});

test('the reader’s own copy of an original stands beside the stored translation', async ({
	page,
	context,
	browserName
}) => {
	const file = sharedArticle('ryskledda-insatsen.sv.txt');
	const imported = importText(readFileSync(file));
	if (!imported.ok) throw new Error(imported.failure.kind);
	const { article } = imported.value;
	await openReading(page, withoutOriginal);
	await expect(page.locator('.o')).toHaveCount(0);
	const before = await page.locator('.row > .t').count();
	await keep(context, kept('ryskledda-insatsen', article, true));
	// The open tab takes it up by itself; the radios with it.
	await expect(original(paragraph(page, 1))).toBeVisible();
	await expect(page.getByText('The original is not here')).toHaveCount(0);

	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					shifts.push((entry as never as { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.reload();
	await hydrated(page);
	await frames(page);
	await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
	const row = paragraph(page, 1);
	await expect(original(row)).toHaveAttribute('lang', 'sv');
	await expect(translation(row)).toHaveAttribute('data-origin', 'ai');
	expect(await page.locator('.row > .t[data-origin="ai"]').count()).toBe(before);
	const shifts = await page.evaluate(() => (window as never as { shifts: number[] }).shifts);
	expect(
		shifts.reduce((sum, shift) => sum + shift, 0),
		'nothing jumps'
	).toBeLessThan(0.01);
	await choose(page, ['Original']);
	await expect(translation(row)).toBeHidden();

	// Firefox restores the place while the page is still the shorter one: it ends above the paragraph.
	if (browserName === 'firefox') return;
	// Who has read on from the paragraph that a link named is not thrown back to it.
	const id = (await row.getAttribute('id')) ?? '';
	await openReading(page, `${withoutOriginal}#${id}`);
	const below = paragraph(page, 5);
	await below.evaluate((row) => row.scrollIntoView());
	await frames(page);
	await page.reload();
	await hydrated(page);
	await frames(page);
	await expect(below).toBeInViewport();
	await expect(row).not.toBeInViewport();
});
