/** The reader's place: texts open where the reader stopped, and a glance does not move it. */
import type { BrowserContext, Page } from '@playwright/test';
import { block } from '../src/lib/core/text/block';
import { expect, test } from './fixtures';
import { at, withLibrary } from './library';
import { button, frames, hydrated, openReading, timeline, timelineId } from './reading';

const rows = 900;
const ownPage = '/en/own/?id=long';

/** Adds a long text of short paragraphs, some of them alike, to the reader's library. */
async function addLongText(context: BrowserContext): Promise<void> {
	const page = await withLibrary(await context.newPage());
	const blocks = Array.from({ length: rows }, (_, n) =>
		block({ kind: 'paragraph' }, n % 10 === 1 ? 'Det regnade.' : `Stycke ${n} handlar om en katt.`)
	);
	const about = {
		id: 'long',
		metadata: { lang: 'sv', title: 'En lång text' },
		recognised: false,
		paragraphs: rows,
		words: 6 * rows,
		addedAt: at(0),
		changedAt: at(0)
	};
	const article = { lang: 'sv', title: 'En lång text', blocks };
	const added = await page.evaluate(
		({ about, article }) => window.library.addArticle(about, article, [], false),
		{ about, article }
	);
	expect(added.ok).toBe(true);
	await page.close();
}

/** Returns the row at the top of the view, and how far its top is from the bar. */
const place = (page: Page) =>
	page.evaluate(() => {
		const line = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
		const row = [...document.querySelectorAll('.row')].find(
			(row) => row.getBoundingClientRect().bottom > line + 12
		);
		return row ? { id: row.id, top: Math.round(row.getBoundingClientRect().top - line) } : null;
	});

const places = (page: Page) => page.evaluate(() => localStorage.getItem('jamsides.places') ?? '');

/** Scrolls so that a row begins this many pixels above the text's top. */
async function scrollToRow(page: Page, nth: number, above: number): Promise<void> {
	await page.locator('.reading[data-whole="true"]').waitFor();
	await page
		.locator('.row')
		.nth(nth)
		.evaluate((row) => row.scrollIntoView());
	await frames(page);
	await page.evaluate((above) => scrollBy({ top: above, behavior: 'instant' }), above);
	await frames(page);
}

test('a long text is found again at the same line by every way in, and a glance moves nothing', async ({
	page,
	context
}) => {
	await addLongText(context);
	await openReading(page, ownPage);
	await scrollToRow(page, 701, 9);
	await expect.poll(() => places(page)).toContain('long');
	const left = await place(page);
	// The page may have moved by some rows while those above were laid out.
	const ids = await page.locator('.row').evaluateAll((rows) => rows.map(({ id }) => id));
	const paragraph = ids.indexOf(left?.id ?? '') + 1;
	expect(paragraph).toBeGreaterThan(650);
	await expect.poll(() => places(page)).toContain(`,${paragraph},${rows},`);
	const isThere = async () => {
		await hydrated(page);
		await expect.poll(async () => (await place(page))?.id, { timeout: 15_000 }).toEqual(left?.id);
		// Rows above that are laid out late move the place for a moment.
		const moved = async () => Math.abs(((await place(page))?.top ?? 0) - (left?.top ?? 0));
		await expect.poll(moved, { message: 'the same line' }).toBeLessThanOrEqual(2);
	};
	await page.reload();
	await isThere();

	await page.locator('.end').getByRole('link', { name: 'Back to the library' }).click();
	const reading = page.getByRole('region', { name: /^Continue/ });
	await expect(reading).toContainText(
		`Paragraph ${paragraph} of ${rows}`.replaceAll(' ', '\u00a0')
	);
	await reading.getByRole('link', { name: 'En lång text' }).click();
	await isThere();
	await expect(page.getByText('Continued where you left off.')).toBeVisible();
	await page.goBack();
	await expect(reading).toBeVisible();
	await page.goForward();
	await isThere();

	// A glance at the beginning.
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await page.waitForTimeout(600);
	await page.goto(ownPage);
	await isThere();
	await button(page, 'From the beginning').click();
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test('a text of the site opens where the reader stopped, unless the address names a paragraph', async ({
	page,
	context
}) => {
	await openReading(page, timeline);
	const ids = await page.locator('.row').evaluateAll((rows) => rows.map(({ id }) => id));
	const library = await withLibrary(await context.newPage());
	await library.evaluate(
		([id, ids, changedAt]) =>
			window.library.putPlace({
				article: id as string,
				fingerprint: (ids[12] ?? '').slice(2, 18) as never,
				paragraph: 13,
				of: ids.length,
				within: 0.25,
				changedAt: changedAt as string
			}),
		[timelineId, ids, at(0)] as const
	);
	await expect.poll(() => places(library)).toContain(timelineId);
	await library.close();

	// The boot script has been there before any other script, which a new address shows.
	await page.goto('/en/settings/');
	await page.goto(timeline);
	expect((await place(page))?.id).toBe(ids[12]);
	await hydrated(page);
	await expect(page.getByText('Continued where you left off.')).toBeVisible();
	await frames(page);
	expect((await place(page))?.id).toBe(ids[12]);
	await openReading(page, `${timeline}#${ids[3]}`);
	await frames(page);
	expect((await place(page))?.id).toBe(ids[3]);
});

test('after the last paragraph come the next text and a mark as read, which can be undone', async ({
	page
}) => {
	await openReading(page, timeline);
	const end = page.getByRole('navigation', { name: 'After this text' });
	await end.scrollIntoViewIfNeeded();
	await expect(end.getByRole('link', { name: /^Next in / })).toHaveAttribute(
		'href',
		/^\/en\/read\//
	);
	await end.getByRole('button', { name: 'Mark as read' }).click();
	await expect(end).toContainText('✓ Read');
	await button(page, 'Undo').click();
	await expect(end.getByRole('button', { name: 'Mark as read' })).toBeVisible();
	await end.getByRole('button', { name: 'Mark as read' }).click();
	await expect(end).toContainText('✓ Read');
	await end.getByRole('link', { name: 'Back to the library' }).click();
	const entry = page.getByRole('listitem').filter({ hasText: 'Kazakstan i januari 2022' }).first();
	await expect(entry).toContainText('✓ Read');
	await entry.getByRole('heading').getByRole('link').click();
	await hydrated(page);
	expect(await page.evaluate(() => scrollY), 'a text that is read opens at its beginning').toBe(0);
});
