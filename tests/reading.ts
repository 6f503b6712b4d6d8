/** What the tests of the reading page share: where it is, and what a reader sees of it. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** The article that is this project's own, with its original and translation. */
export const timeline = '/en/read/kazakstan-i-januari-2022/';
export const timelineId = 'kazakstan-i-januari-2022';
/** The article of which the library has the translation alone. */
export const withoutOriginal = '/en/read/ryskledda-insatsen/';

/** Every view and layout, by the radios that a reader chooses. */
export const looks = [
	['Original'],
	['Translation'],
	['Both', 'Rows'],
	['Both', 'Stacked'],
	['Both', 'Peek']
] as const;
export type Look = (typeof looks)[number] | readonly ['Both'];

/**
 * Chooses with the mouse alone: before it checks a radio of the sticky bar, Playwright would scroll
 * a Firefox of the system over WebDriver BiDi away from the place that the reader is to keep.
 */
export async function choose(page: Page, look: Look): Promise<void> {
	for (const name of look) {
		const radio = page.getByRole('radio', { name, exact: true });
		// On a narrow page Rows has given way to Stacked, and is not offered.
		const offered = name !== 'Rows' || (await radio.isVisible());
		const chosen = offered ? radio : page.getByRole('radio', { name: 'Stacked' });
		const box = await chosen.boundingBox();
		if (!box) throw new Error(`${name} is not offered`);
		await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
		await expect(chosen).toBeChecked();
	}
}

export const button = (page: Page, name: string | RegExp): Locator =>
	page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

/** The page as script has taken it up: its panels answer from then on. */
export async function openReading(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await laid(page);
}

/**
 * What comes late on a busy machine, and would move what a test measures, has come: fonts, and the
 * layout of what is out of sight.
 */
export const laid = (page: Page): Promise<unknown> =>
	page.waitForFunction(
		() =>
			document.fonts.status === 'loaded' &&
			document.querySelector('.reading:not(.long):not([data-laid])') === null
	);

/** SvelteKit adds its announcer once the page is mounted. */
export async function hydrated(page: Page): Promise<void> {
	await expect(page.locator('#svelte-announcer')).toBeAttached();
	await expect(page.locator('html')).not.toHaveAttribute('data-own');
}

/** A paragraph of the body that has both sides, by its number. */
export const paragraph = (page: Page, nth: number): Locator =>
	page.locator('.chunk .row.paragraph').nth(nth);

export const original = (row: Locator): Locator => row.locator(':scope > .o');
export const translation = (row: Locator): Locator => row.locator(':scope > .t');

/** The layout has settled: what the page moves, it moves within a few frames. */
export const frames = (page: Page, count = 8): Promise<void> =>
	page.evaluate(
		(count) =>
			new Promise<void>((done) => {
				const next = (left: number) =>
					left > 0 ? requestAnimationFrame(() => next(left - 1)) : done();
				next(count);
			}),
		count
	);

export const settings = (page: Page): Promise<Record<string, string>> =>
	page.evaluate(
		() => JSON.parse(localStorage.getItem('jamsides.settings') ?? '{}') as Record<string, string>
	);

/** The words that are lit, original and translation. */
export const lit = (page: Page): Promise<readonly [string, string]> =>
	page.evaluate(() => {
		const text = (name: string) =>
			[...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()).join(' ');
		return [text('trace-o'), text('trace-t')] as const;
	});

/** Where in the view the first or last word of an element stands. */
export const wordAt = (element: Locator, which: 'first' | 'last') =>
	element.evaluate((node, which) => {
		const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) {
			const text = walker.currentNode as Text;
			if (text.data.trim() && !text.parentElement?.closest('sup, .marker')) texts.push(text);
		}
		const text = texts.at(which === 'first' ? 0 : -1);
		if (!text) throw new Error('no words here');
		const at = which === 'first' ? 1 : text.data.trimEnd().length - 3;
		const range = document.createRange();
		range.setStart(text, at);
		range.setEnd(text, at + 1);
		const { left, top, width, height } = range.getBoundingClientRect();
		return { x: left + width / 2, y: top + height / 2 };
	}, which);
