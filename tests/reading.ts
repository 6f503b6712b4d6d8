/** Shared by the tests of the reading page: its addresses, and what a reader sees of it. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** The project's own article, with its original and translation. */
export const timeline = '/en/read/kazakstan-i-januari-2022/';
export const timelineId = 'kazakstan-i-januari-2022';
/** A short article with original and translation. */
export const short = '/en/read/borja-har/';
/** An article of which the library has only the translation. */
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
 * Chooses with the mouse only: before Playwright checks a radio of the sticky bar, it would scroll
 * a system Firefox (WebDriver BiDi) away from the reading position under test.
 */
export async function choose(page: Page, look: Look): Promise<void> {
	for (const name of look) {
		const radio = page.getByRole('radio', { name, exact: true });
		// On a narrow page Rows is replaced by Stacked, and is not offered.
		const offered = name !== 'Rows' || (await radio.isVisible());
		const chosen = offered ? radio : page.getByRole('radio', { name: 'Stacked' });
		// Again where the bar made way for reading while it was clicked.
		await expect(async () => {
			await callBar(page, chosen);
			const box = await chosen.boundingBox();
			if (!box) throw new Error(`${name} is not offered`);
			await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
			await expect(chosen).toBeChecked({ timeout: 5_000 });
		}).toPass({ timeout: 30_000 });
	}
}

/** Brings back a bar that made way for reading, as a reader who comes to it by key does. */
async function callBar(page: Page, radio: Locator): Promise<void> {
	const bar = page.locator('.bar');
	const isAway = await bar.evaluate((bar) => bar.getBoundingClientRect().bottom <= 0);
	if (!isAway) return;
	// A key makes the focus visible; this one does nothing.
	await page.keyboard.press('Shift');
	await radio.evaluate((radio) => radio.focus({ preventScroll: true }));
	await expect.poll(() => bar.evaluate((bar) => bar.getBoundingClientRect().top)).toBe(0);
}

export const button = (page: Page, name: string | RegExp): Locator =>
	page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

/** Waits until script has taken over the page: its panels respond from then on. */
export async function openReading(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await laid(page);
}

/**
 * Waits for late changes that would move measured elements on a busy machine: fonts, and the layout
 * of content outside the view.
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

/** Returns the lower edge of an element, in CSS pixels of the view. A sheet slides in: poll it. */
export async function bottomOf(element: Locator): Promise<number> {
	const box = await element.boundingBox();
	return box ? Math.round(box.y + box.height) : NaN;
}

/** Returns a paragraph of the body that has both sides, by its number. */
export const paragraph = (page: Page, nth: number): Locator =>
	page.locator('.chunk .row.paragraph').nth(nth);

export const original = (row: Locator): Locator => row.locator(':scope > .o');
export const translation = (row: Locator): Locator => row.locator(':scope > .t');

/**
 * Presses what a paragraph without a translation offers to a mouse over it. A page that moves takes
 * the paragraph from under the mouse.
 */
export async function press(row: Locator, name: string): Promise<void> {
	const offered = row.getByRole('button', { name });
	await expect(async () => {
		await row.hover();
		await offered.click({ timeout: 5000 });
	}).toPass();
}

/** Saves a translation, signed with a name that is asked for if it is not known. */
export async function signAndSave(row: Locator, name = 'Ada'): Promise<void> {
	const save = row.getByRole('button', { name: 'Save', exact: true });
	const known = row.getByRole('button', { name: 'Change name' });
	await ((await known.isVisible()) ? known : save).click();
	const field = row.getByRole('textbox', { name: /^Your name/ });
	await expect(field).toBeFocused();
	await field.fill(name);
	await save.click();
}

/** Waits until an element has stood in one place for twenty frames. */
export const still = (element: Locator): Promise<void> =>
	element.evaluate(
		(node) =>
			new Promise<void>((done) => {
				let [last, same] = [NaN, 0];
				const look = () => {
					const { top } = node.getBoundingClientRect();
					same = top === last ? same + 1 : 0;
					last = top;
					if (same >= 20) done();
					else requestAnimationFrame(look);
				};
				look();
			})
	);

/** Waits until the layout is stable: the page finishes its own scrolling within a few frames. */
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

/** Returns the highlighted words, original and translation. */
export const lit = (page: Page): Promise<readonly [string, string]> =>
	page.evaluate(() => {
		const text = (name: string) =>
			[...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()).join(' ');
		return [text('trace-o'), text('trace-t')] as const;
	});

/** Returns the position in the view of the first or last word of an element. */
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
