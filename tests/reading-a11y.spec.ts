/**
 * Accessibility of the reading page: axe in every state, keyboard, forced colours, reduced motion.
 */
import type { Page } from '@playwright/test';
import { axe, axeInThemes, expect, inUi, test, uis } from './fixtures';
import {
	button,
	frames,
	hydrated,
	openReading,
	paragraph,
	short,
	timeline,
	withoutOriginal
} from './reading';

/** Every view and layout, by the values of their radios, because the labels differ by language. */
const states = [
	['original', 'rows'],
	['translation', 'rows'],
	['both', 'rows'],
	['both', 'stacked'],
	['both', 'peek']
] as const;

async function show(page: Page, [view, layout]: (typeof states)[number]): Promise<void> {
	for (const id of [`view-${view}`, `layout-${layout}`])
		await page.locator(`#${id}`).evaluate((radio: HTMLInputElement) => (radio.checked = true));
}

for (const ui of uis)
	for (const width of [1440, 390] as const) {
		test(`axe finds nothing in any view, layout and theme (${ui}, ${width})`, async ({ page }) => {
			test.slow();
			await page.setViewportSize({ width, height: 900 });
			// Colours depend neither on the language nor on the width; axe takes its time for each row.
			const isFirst = ui === 'en' && width === 1440;
			await openReading(page, inUi(ui, isFirst ? timeline : short));
			for (const state of states) {
				await show(page, state);
				if (state[1] === 'peek') await page.locator('.peek').nth(2).check({ force: true });
				await (isFirst ? axeInThemes : axe)(page);
			}
			await openReading(page, inUi(ui, withoutOriginal));
			await axe(page);
		});
	}

test('axe finds nothing with any panel, note, editor or message open', async ({ page }) => {
	test.slow();
	await openReading(page, `${timeline}?view=original`);
	await axe(page);
	await page.keyboard.press('3');
	const row = paragraph(page, 0);
	await row.locator('.o a.ref').first().click();
	await expect(row.getByRole('note')).toBeVisible();
	await row.locator('.mark').click();
	await button(page, 'Correct the translation').click();
	await expect(row.getByRole('textbox').first()).toBeVisible();
	await axeInThemes(page);
	await page.keyboard.press('Escape');
	for (const name of ['Text and theme', 'More'] as const) {
		await button(page, name).click();
		await expect(page.getByRole('dialog', { name })).toBeVisible();
		await axeInThemes(page);
		await page.keyboard.press('Escape');
	}
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
	await axeInThemes(page);
	await page.keyboard.press('Escape');
	await row.locator('.mark').click();
	await button(page, 'Mark as reviewed…').click();
	await axeInThemes(page);
	await page.keyboard.press('Escape');
});

test.describe('by keyboard alone', () => {
	test(
		'every control is reached, visible, and not under the bar',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			await page.keyboard.press('Tab');
			await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
			await page.keyboard.press('Enter');
			await expect(page.locator('main')).toBeFocused();
			const reached = new Set<string>();
			const unseen: string[] = [];
			const look = () =>
				page.evaluate(() => {
					const at = document.activeElement;
					if (!at || at === document.body) return null;
					const { top, bottom } = at.getBoundingClientRect();
					const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
					const seen = at.closest('.bar') || (top >= bar - 1 && bottom <= innerHeight + 1);
					return {
						name: at.className,
						hidden: seen ? null : `${at.outerHTML.slice(0, 90)} ${top}`
					};
				});
			for (const key of [
				...Array<string>(28).fill('Tab'),
				...Array<string>(20).fill('Shift+Tab')
			]) {
				await page.keyboard.press(key);
				const at = await look();
				reached.add(at?.name ?? '');
				if (at?.hidden) unseen.push(`${key}: ${at.hidden}`);
			}
			expect(unseen).toEqual([]);
			for (const part of ['perma', 'ref', 'mark', 'field'])
				expect(
					[...reached].some((name) => name.includes(part)),
					part
				).toBe(true);
		}
	);

	test(
		'a focused element partly outside the view or under the bar is scrolled fully into view',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			const mark = paragraph(page, 4).locator('.mark').first();
			for (const line of ['bar', 'edge']) {
				await mark.evaluate((node, at) => {
					const stops = [
						...document.querySelectorAll<HTMLElement>('main :is(a, button, input)')
					].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
					stops[stops.indexOf(node as HTMLElement) - 1]?.focus({ preventScroll: true });
					const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
					const { top, height } = node.getBoundingClientRect();
					scrollBy({
						top: at === 'bar' ? top + height / 5 - bar : top + (height * 4) / 5 - innerHeight
					});
				}, line);
				await page.keyboard.press('Tab');
				await expect(mark).toBeFocused();
				const isWhole = () =>
					mark.evaluate((node) => {
						const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
						const { top, bottom } = node.getBoundingClientRect();
						return top >= bar && bottom <= innerHeight;
					});
				await expect.poll(isWhole, line).toBe(true);
			}
		}
	);

	test(
		'arrows change radios, Peek is a checkbox, and a panel keeps and returns the focus',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			await page.getByRole('radio', { name: 'Rows' }).focus();
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('ArrowRight');
			await expect(page.getByRole('radio', { name: 'Peek' })).toBeChecked();
			const row = paragraph(page, 2);
			await row.getByRole('checkbox').focus();
			await page.keyboard.press('Space');
			await expect(row.locator(':scope > .t')).toBeVisible();

			const opener = button(page, 'More');
			await opener.focus();
			await page.keyboard.press('Enter');
			const dialog = page.getByRole('dialog');
			await expect(dialog).toBeVisible();
			// After the end of a dialog, Tab in Firefox moves the focus and the keys to the
			// browser's bars.
			const tabs = test.info().project.name === 'firefox' ? 4 : 12;
			for (let at = 0; at < tabs; at++) {
				await page.keyboard.press('Tab');
				expect(await page.evaluate(() => document.activeElement?.closest('.bar, main'))).toBeNull();
			}
			await dialog.getByRole('button', { name: /^Keyboard shortcuts/ }).click();
			await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
			await page.keyboard.press('Escape');
			await expect(dialog).toBeHidden();
			await expect(opener).toBeFocused();
		}
	);
});

test('forced colours still show the chosen view, the focus and the rule', async ({
	page,
	browserName
}) => {
	test.skip(browserName === 'firefox', 'a Firefox of the system cannot be given forced colours');
	await page.emulateMedia({ forcedColors: 'active' });
	await openReading(page, timeline);
	const outline = (name: string) =>
		page
			.locator('.switches label', { hasText: name })
			.evaluate((label) => getComputedStyle(label).outlineStyle);
	expect(await outline('Both')).toBe('solid');
	expect(await outline('Original')).toBe('none');
	await paragraph(page, 1).locator('.mark').focus();
	const ring = paragraph(page, 1).locator('.mark');
	await expect(ring).toHaveCSS('outline-style', 'solid');
	await axe(page);
});

test('reduced motion stops every animation', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openReading(page, timeline);
	await hydrated(page);
	await button(page, 'More').click();
	await frames(page);
	const moving = await page.evaluate(() =>
		document
			.getAnimations()
			.filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 20)
			.map((animation) => String(animation.id))
	);
	expect(moving).toEqual([]);
});
