/** The reader's own data on the reading page: their texts, their translations, their reviews. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { KeptArticle } from '../src/lib/core/library/ownArticle';
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
	press,
	signAndSave,
	timeline,
	translation,
	withoutOriginal
} from './reading';

const ownPage = '/en/own/?id=prov';

/** A short text with every kind of block, a repeated paragraph, and attempts at injection. */
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

/** Adds a text to the reader's library, as another tab would. */
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
	await signAndSave(row, name);
}

async function isOwn(row: Locator, text: string): Promise<void> {
	await expect(translation(row)).toHaveAttribute('data-origin', 'human');
	await expect(translation(row)).toHaveText(text);
	await expect(row.locator('.mark')).toContainText('Human');
}

test.describe('a text that only the reader has', () => {
	test('is shown complete with every kind of block, and runs nothing', async ({
		page,
		context
	}) => {
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
		await expect(page.getByText('This text has no translation yet.')).toBeVisible();
		await expect(paragraph(page, 3)).toContainText('<script>hacked()</script>');
		await expect(
			page.locator('article img, article script, article [href^="javascript"]')
		).toHaveCount(0);
		await axe(page);
	});

	test('shows list markers only at its items, where there is no translation', async ({
		page,
		context
	}) => {
		await keep(context, own);
		await openReading(page, ownPage);
		const item = page.locator('.row.list-item').first();
		await item.hover();
		await expect(item.locator('.t').getByRole('button')).toHaveCount(2);
		const points = await item
			.locator('.t *')
			.evaluateAll((parts) => parts.map((part) => getComputedStyle(part, '::before').content));
		expect(new Set(points)).toEqual(new Set(['none']));
	});

	test('says what it needs without script', async ({ browser, browserName, baseURL }) => {
		test.skip(browserName === 'firefox', 'WebDriver BiDi cannot turn scripts off');
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${baseURL ?? ''}/en/own/?id=nobody`);
		await expect(page.getByText('Your own texts need JavaScript')).toBeVisible();
		await expect(page.getByText('Opening')).toBeHidden();
		await context.close();
	});

	test('says so if it is missing', async ({ page, faults }) => {
		faults.allow(/404/);
		await page.goto('/en/own/?id=nobody');
		await expect(page.getByRole('heading', { name: 'Text not found' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Go to the library' })).toHaveAttribute(
			'href',
			'/en/'
		);
		await page.goto('/en/own/');
		await expect(page.getByRole('heading', { name: 'Text not found' })).toBeVisible();
	});
});

test('a refused storage is explained, and the article can be read', async ({ page }) => {
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
	await expect(page.getByRole('alert')).toContainText('Your work on this text couldn’t');
	await save(row, 'Words that have nowhere to go.');
	await expect(row.getByRole('alert')).toContainText('The browser’s storage didn’t respond');
	await expect(field(row)).toHaveValue('Words that have nowhere to go.');
});

test.describe('own words', () => {
	test(
		'are written, appear in another tab, survive a reload, and can be undone',
		{ tag: '@both' },
		async ({ page, context }) => {
			await keep(context, own);
			await openReading(page, ownPage);
			const other = await context.newPage();
			await openReading(other, ownPage);
			await page.bringToFront();
			const row = paragraph(page, 1);
			await press(row, 'Write one');
			await save(row, 'It  was\nraining.\n\nStill.');
			await isOwn(row, 'It was raining.Still.');
			await expect(row.locator('.by')).toContainText('Your translation, signed Ada');
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
		}
	);

	test('replace the stored ones, which can be restored', async ({ page }) => {
		await openReading(page, timeline);
		const row = paragraph(page, 2);
		const stored = await translation(row).innerText();
		await correct(page, row);
		await save(row, 'Mine, with *stress*.');
		await isOwn(row, 'Mine, with stress.');
		await expect(translation(row).locator('em')).toHaveText('stress');
		await expect(page.getByRole('img', { name: /1 by a person/ })).toBeVisible();
		// A person's work stays visible where the filter hides the rest.
		await page.getByRole('combobox', { name: 'Show' }).selectOption('Human translations only');
		await expect(translation(row).locator('p')).toBeVisible();
		await expect(translation(paragraph(page, 3)).locator('p')).toBeHidden();
		await page.reload();
		await isOwn(row, 'Mine, with stress.');
		await page.getByRole('combobox', { name: 'Show' }).selectOption('All translations');

		// A draft with a word taken out stays the draft’s, and hidden by that filter.
		await correct(page, row);
		await row.getByText('The library’s translation').click();
		await button(page, 'Start from this one').click();
		const fewer = (await field(row).inputValue()).replace(/^\S+ /, '');
		await field(row).fill(fewer);
		await expect(row.locator('form')).toContainText('AI draft, corrected by Ada');
		await save(row, fewer);
		await expect(translation(row)).toHaveAttribute('data-origin', 'ai');
		await expect(translation(row)).toHaveAttribute('data-revised', 'true');
		await expect(row.locator('.by')).toContainText('AI draft, corrected by Ada');
		await expect(page.getByRole('img', { name: /1 draft corrected by a person/ })).toBeVisible();
		await page.getByRole('combobox', { name: 'Show' }).selectOption('Human translations only');
		await expect(translation(row).locator('p')).toBeHidden();
		await page.getByRole('combobox', { name: 'Show' }).selectOption('All translations');
		await button(page, 'Undo').click();
		await isOwn(row, 'Mine, with stress.');

		await row.getByRole('button', { name: 'More about this paragraph' }).click();
		await button(page, 'Return to the library’s translation').click();
		await expect(translation(row)).toHaveAttribute('data-origin', 'ai');
		await expect.poll(() => translation(row).innerText()).toBe(stored);
		await button(page, 'Undo').click();
		await isOwn(row, 'Mine, with stress.');
	});

	test('survive closed tabs while unsaved', { tag: '@both' }, async ({ context }) => {
		const tabs = [await context.newPage(), await context.newPage()];
		for (const tab of tabs) {
			await tab.bringToFront();
			await openReading(tab, timeline);
			await correct(tab, paragraph(tab, 2));
		}
		for (const [at, tab] of tabs.entries()) {
			await tab.bringToFront();
			await field(paragraph(tab, 2)).fill(['Another draft', 'Half a sen'][at] ?? '');
		}
		for (const tab of tabs) await tab.close();
		const again = await context.newPage();
		await openReading(again, timeline);
		const row = paragraph(again, 2);
		await correct(again, row);
		await expect(field(row)).toHaveValue('Half a sen');
		await expect(row).toContainText('Your unsaved draft has been restored');
		await row.getByText('Another unsaved draft of this paragraph').click();
		await button(again, 'Use this draft').click();
		await expect(field(row)).toHaveValue('Another draft');
		await row.getByText('Another unsaved draft of this paragraph').click();
		await button(again, 'Use this draft').click();
		await again.keyboard.press('Escape');
		await expect(again.getByRole('status')).toContainText('Changes discarded.');
		await button(again, 'Undo').click();
		await expect(field(row)).toHaveValue('Half a sen');
		await again.close();
	});

	test('from two tabs at once overwrite nothing, and the second tab is told', async ({
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
		await page.bringToFront();
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

	test('that come back are held against what was saved since they began', async ({
		page,
		context
	}) => {
		const other = await context.newPage();
		await openReading(other, timeline);
		await correct(other, paragraph(other, 2));
		await field(paragraph(other, 2)).fill('Begun in the other tab.');
		await page.bringToFront();
		await openReading(page, timeline);
		const row = paragraph(page, 2);
		await correct(page, row);
		await save(row, 'Saved since.');
		await isOwn(row, 'Saved since.');
		// Saving cleared what the other tab kept; one more word brings it back.
		await field(paragraph(other, 2)).fill('Begun in the other tab, and more.');
		await other.close();

		await page.reload();
		await isOwn(row, 'Saved since.');
		await correct(page, row);
		await expect(field(row)).toHaveValue('Begun in the other tab, and more.');
		const alert = row.getByRole('alert');
		await expect(alert).toContainText('This was changed in another tab since you opened it.');
		await expect(alert.locator('blockquote')).toHaveText('Saved since.');
		await row.getByRole('button', { name: 'Save', exact: true }).click();
		await isOwn(row, 'Begun in the other tab, and more.');
		await button(page, 'Undo').click();
		await isOwn(row, 'Saved since.');
	});

	test('stay in the field when the storage is full, and the reader is told', async ({ page }) => {
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
		await expect(row.getByRole('alert')).toContainText('The browser’s storage is full');
		await expect(field(row)).toHaveValue('Mine.');
		expect(
			await page.evaluate(() => Object.entries(localStorage).map(([, value]) => String(value)))
		).toContainEqual(expect.stringContaining('"Mine."'));
	});

	test('for a removed paragraph are shown, not lost', async ({ page, context }) => {
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
		const loose = page.getByRole('region', { name: 'Translations without a paragraph' });
		await expect(loose).toContainText('Something quite different.');
		await loose.getByRole('button').click();
		await expect(loose).toHaveCount(0);
		await button(page, 'Undo').click();
		await expect(loose).toContainText('Something quite different.');
	});
});

test('a review is recorded as the reader’s, and can be withdrawn', async ({ page }) => {
	await openReading(page, timeline);
	const row = paragraph(page, 2);
	const more = row.getByRole('button', { name: 'More about this paragraph' });
	await more.click();
	await button(page, 'Mark as reviewed…').click();
	await expect(page.getByRole('dialog')).toContainText('You confirm that you have compared');
	await page.getByRole('textbox', { name: /^Your name/ }).fill('Ada');
	await button(page, 'Mark as reviewed').click();
	await expect(translation(row)).toHaveAttribute('data-review', 'reviewed');
	await expect(translation(row)).toHaveAttribute('data-origin', 'ai');
	await expect(row.locator('.by')).toContainText(/^AI draft by .+, reviewed by Ada$/);
	await expect(row.locator('.mark .review')).toHaveText('reviewed');
	// A tick, so that it differs without colours too.
	const tick = row.locator('.mark').evaluate((mark) => getComputedStyle(mark, '::before').content);
	expect(await tick).toContain('✓');
	await expect(page.getByRole('img', { name: /1 reviewed/ })).toBeVisible();
	await page.reload();
	await expect(translation(row)).toHaveAttribute('data-review', 'reviewed');
	await page
		.getByRole('combobox', { name: 'Show' })
		.selectOption('Reviewed, corrected and human translations');
	await expect(translation(row).locator('p')).toBeVisible();
	await page.getByRole('combobox', { name: 'Show' }).selectOption('All translations');
	await more.click();
	await button(page, 'Remove your review').click();
	await expect(translation(row)).toHaveAttribute('data-review', 'none');
	await button(page, 'Undo').click();
	await expect(translation(row)).toHaveAttribute('data-review', 'reviewed');
});

test('the reader’s own copy of an original appears beside the stored translation', async ({
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
	// The open tab updates automatically, and so do its radios.
	await expect(original(paragraph(page, 1))).toBeVisible();
	await expect(page.getByText('The original isn’t included')).toHaveCount(0);

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

	// Firefox restores the scroll position while the page is still shorter: above the paragraph.
	if (browserName === 'firefox') return;
	// A reader who has scrolled on from the linked paragraph is not moved back to it.
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
