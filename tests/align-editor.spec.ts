/** The links of a translation are mended: by keyboard, by pointer, on a phone, in a long text. */
import { axe, expect, fitsWidth, test, themes } from './fixtures';
import {
	grid,
	kept,
	line,
	long,
	openEditor,
	rows,
	said,
	shown,
	small,
	tool,
	unrelated
} from './aligning';

const whole = '1|1 2|2 3|3,4 4|5 5| 6|6 7|7 8|8 |9';

test('the whole work by keyboard alone, heard as it goes and kept at every step', async ({
	page
}) => {
	await openEditor(page, small());
	expect(await shown(page)).toBe(whole);
	const press = (key: string) => page.keyboard.press(key);
	await line(page, 'source', 1).focus();

	await press('n');
	await expect(line(page, 'source', 3)).toBeFocused();
	await press('ArrowRight');
	await expect(line(page, 'target', 3)).toBeFocused();
	await press('ArrowDown');
	await expect(line(page, 'target', 4)).toBeFocused();
	await press('d');
	await expect(said(page)).toHaveText('Moved down: now 1 sentence beside 2.');
	await expect(line(page, 'target', 4)).toBeFocused();
	expect(await shown(page)).toBe('1|1 2|2 3|3 4|4,5 5| 6|6 7|7 8|8 |9');

	await press('s');
	await expect(said(page)).toHaveText('Split: here 1 sentence beside 1.');
	expect(await shown(page)).toBe('1|1 2|2 3|3 4|4 |5 5| 6|6 7|7 8|8 |9');
	await line(page, 'source', 5).focus();
	await press('l');
	await expect(said(page)).toHaveText('Linked: 1 sentence beside 1.');
	expect(await shown(page)).toBe('1|1 2|2 3|3 4|4 5|5 6|6 7|7 8|8 |9');

	await press('x');
	await expect(said(page)).toHaveText('Unlinked: not in the translation.');
	await press('z');
	await expect(said(page)).toHaveText('Undone. 3 changes are left to undo.');
	await press('n');
	await expect(line(page, 'source', 7)).toBeFocused();
	await press('Enter');
	await expect(said(page)).toHaveText('No link is doubtful.');

	await press('End');
	await expect(line(page, 'target', 9)).toBeFocused();
	await press('u');
	await expect(said(page)).toHaveText('Moved up: now 1 sentence beside 2.');
	await press('Home');
	await expect(line(page, 'source', 1)).toBeFocused();
	await press('Shift+ArrowDown');
	await press('j');
	await expect(said(page)).toHaveText('Joined: 2 sentences beside 2.');
	await press('o');
	await expect(said(page)).toHaveText(/^Omitted: /);
	await press('Control+z');
	await press('Control+z');
	await press('Control+y');
	await press('j');
	await expect(said(page)).toHaveText('Joined: 3 sentences beside 3.');
	await press('u');
	await expect(said(page)).toHaveText('That cannot be done here.');
	expect(await shown(page)).toBe('1,2,3|1,2,3 4|4 5|5 6|6 7|7 8|8,9');
	await expect.poll(() => kept(page)).toBe('3-3* 1-1* 1-1* 1-1 1-1* 1-2*');

	await press('?');
	await expect(page.getByRole('dialog', { name: 'Keys while mending links' })).toBeVisible();
	await axe(page);
	await press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await press('v');
	expect(await shown(page)).toBe('1+2,3+4,5+6,7+8|1+2,3+4+5,6+7,8+9');
});

test('by pointer, and nothing is lost by closing the tab', async ({ page }) => {
	await openEditor(page, small());
	await expect(page.getByText('9 links, 2 doubtful')).toBeVisible();
	await tool(page, 'Next doubtful').click();
	await expect(line(page, 'source', 3)).toBeFocused();
	await tool(page, 'Split').click();
	await expect(tool(page, 'Split')).toBeFocused();
	expect(await shown(page)).toContain('3|3 |4 4|5');
	await line(page, 'source', 1).click();
	await line(page, 'source', 2).click({ modifiers: ['Shift'] });
	await tool(page, 'Join selected').click();
	await line(page, 'target', 4).click();
	await tool(page, 'Move down').click();
	await line(page, 'source', 7).click();
	await tool(page, 'Confirm').click();
	await expect(tool(page, 'Confirm')).toHaveAttribute('aria-disabled', 'true');
	await line(page, 'source', 8).click();
	await tool(page, 'Mark as omitted').click();
	await line(page, 'source', 6).click();
	await tool(page, 'Unlink').click();
	const now = '1,2|1,2 3|3 4|4,5 5| 6| |6 7|7 8| |8 |9';
	expect(await shown(page)).toBe(now);
	await expect(page.getByText('10 links, none doubtful')).toBeVisible();
	await expect.poll(() => kept(page)).toContain('2-2* 1-1* 1-2*');
	await page.reload();
	await expect(grid(page)).toBeVisible();
	expect(await shown(page)).toBe(now);
});

test('paragraphs are mended as sentences are', { tag: '@chromium' }, async ({ page }) => {
	await openEditor(page, small());
	await page.getByRole('radio', { name: 'Paragraphs' }).check();
	expect(await shown(page)).toBe('1+2|1+2 3+4|3+4+5 5+6,7+8|6+7,8+9');
	await line(page, 'source', 4).click();
	await tool(page, 'Split').click();
	await expect(said(page)).toHaveText('Split: here 1 paragraph beside 1.');
	expect(await shown(page)).toBe('1+2|1+2 3+4|3+4+5 5+6|6+7 7+8|8+9');
	await page.keyboard.press('z');
	expect(await shown(page)).toBe('1+2|1+2 3+4|3+4+5 5+6,7+8|6+7,8+9');
	await tool(page, 'Redo').click();
	await page.getByRole('radio', { name: 'Sentences' }).check();
	await expect(line(page, 'source', 5)).toHaveAttribute('tabindex', '0');
	await axe(page);
});

test('a hundred changes are undone and done again', { tag: '@chromium' }, async ({ page }) => {
	await openEditor(page, long(200));
	const before = await shown(page);
	await line(page, 'source', 1).focus();
	for (let n = 0; n < 50; n++) {
		await page.keyboard.press('j');
		await page.keyboard.press('s');
	}
	await expect(said(page)).toHaveText(/^Split/);
	await page.keyboard.press('j');
	const after = await shown(page);
	for (let n = 0; n < 101; n++) await page.keyboard.press('Control+z');
	await expect(said(page)).toHaveText('Undone. Nothing is left to undo.');
	expect(await shown(page)).toBe(before);
	for (let n = 0; n < 101; n++) await page.keyboard.press('Control+Shift+z');
	await expect(said(page)).toHaveText('Done again. Nothing is left to redo.');
	expect(await shown(page)).toBe(after);
});

test(
	'realigning keeps what is fixed; it can be called off',
	{ tag: '@chromium' },
	async ({ page }) => {
		await openEditor(page, small());
		await line(page, 'source', 4).click();
		await tool(page, 'Unlink').click();
		await tool(page, 'Realign').click();
		await expect(said(page)).toHaveText(/^Realigned: /);
		expect(await kept(page)).toContain('1-0*');
		await tool(page, 'Undo').click();

		await openEditor(page, long(5000));
		await tool(page, 'Realign').focus();
		await page.keyboard.press('Enter');
		await expect(tool(page, 'Cancel')).toBeFocused();
		await expect(page.getByRole('progressbar', { name: 'Realigning …' })).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(said(page)).toHaveText('Cancelled. Every link is as it was.');
		await expect(tool(page, 'Realign')).toBeFocused();
	}
);

test(
	'what cannot be realigned is said, and nothing changes',
	{ tag: '@chromium' },
	async ({ page }) => {
		await openEditor(page, unrelated());
		const before = await kept(page);
		await tool(page, 'Realign').click();
		await expect(page.getByRole('alert')).toContainText('does not seem to be a translation');
		await axe(page);
		expect(await kept(page)).toBe(before);

		// A worker that dies at its first work, as one does that has no memory left.
		await page.addInitScript(() => {
			window.Worker = class extends EventTarget {
				onerror: ((event: { message: string }) => void) | null = null;
				postMessage = () => setTimeout(() => this.onerror?.({ message: 'out of memory' }));
				terminate = () => {};
			} as unknown as typeof Worker;
		});
		await openEditor(page, small());
		await tool(page, 'Realign').click();
		await expect(page.getByRole('alert')).toContainText('Aligning failed (out of memory)');
		expect(await shown(page)).toBe(whole);
		await tool(page, 'Next doubtful').click();
		await expect(line(page, 'source', 3)).toBeFocused();
	}
);

test(
	'in a text of 5,000 sentences every row is reached, and what is done to it is done',
	{ tag: '@chromium' },
	async ({ page }) => {
		await openEditor(page, long(5000));
		await expect(grid(page)).toHaveAttribute('aria-rowcount', '5001');
		expect(await rows(page).count()).toBeLessThan(300);
		await line(page, 'source', 1).focus();
		await page.keyboard.press('End');
		await expect(line(page, 'source', 5000)).toBeFocused();
		await expect(line(page, 'source', 5000)).toBeInViewport();
		await page.keyboard.press('u');
		await expect(said(page)).toHaveText('Moved up: now 2 sentences beside 1.');
		await expect(line(page, 'source', 5000)).toBeFocused();
		await page.keyboard.press('Home');
		await expect(line(page, 'source', 1)).toBeInViewport();
		await page.keyboard.press('p');
		await expect(line(page, 'source', 4960)).toBeFocused();
		await expect(line(page, 'source', 4960)).toBeInViewport();
		await axe(page);
		expect(await rows(page).count()).toBeLessThan(300);
	}
);

test(
	'it fits phones and wide windows, in every theme',
	{ tag: '@chromium' },
	async ({ page, open, browserName }) => {
		await openEditor(page, small());
		// The rules of axe are the same in the second browser, and slow there.
		for (const theme of browserName === 'firefox' ? (['light'] as const) : themes) {
			await open('/en/align/?draft=provet', { theme });
			await expect(grid(page)).toBeVisible();
			for (const width of [320, 390, 820, 1440]) await fitsWidth(page, width);
			await axe(page);
			await page.setViewportSize({ width: 390, height: 844 });
			await axe(page);
		}
		await open('/sv/align/?draft=provet');
		await tool(page, 'Nästa osäkra').click();
		await expect(line(page, 'source', 3)).toBeFocused();
		await tool(page, 'Dela').click();
		await expect(line(page, 'source', 3)).toBeInViewport();
		await fitsWidth(page, 320);
	}
);
