/** Correcting the links of a translation: by keyboard, by pointer, on a phone, in a long text. */
import { axe, axeInThemes, expect, fitsWidth, test } from './fixtures';
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

test('the links are corrected by keyboard alone, announced and saved at every step', async ({
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
	await expect(said(page)).toHaveText('Moved down: now 1 sentence to 2.');
	await expect(line(page, 'target', 4)).toBeFocused();
	expect(await shown(page)).toBe('1|1 2|2 3|3 4|4,5 5| 6|6 7|7 8|8 |9');

	await press('s');
	await expect(said(page)).toHaveText('Split: here 1 sentence to 1.');
	expect(await shown(page)).toBe('1|1 2|2 3|3 4|4 |5 5| 6|6 7|7 8|8 |9');
	await line(page, 'source', 5).focus();
	await press('l');
	await expect(said(page)).toHaveText('Matched: 1 sentence to 1.');
	expect(await shown(page)).toBe('1|1 2|2 3|3 4|4 5|5 6|6 7|7 8|8 |9');

	await press('x');
	await expect(said(page)).toHaveText('Unmatched: not in the translation.');
	await press('z');
	await expect(said(page)).toHaveText('Undone. 3 more changes can be undone.');
	await press('n');
	await expect(line(page, 'source', 7)).toBeFocused();
	await press('Enter');
	await expect(said(page)).toHaveText('No match is uncertain.');

	await press('End');
	await expect(line(page, 'target', 9)).toBeFocused();
	await press('u');
	await expect(said(page)).toHaveText('Moved up: now 1 sentence to 2.');
	await press('Home');
	await expect(line(page, 'source', 1)).toBeFocused();
	await press('Shift+ArrowDown');
	await press('j');
	await expect(said(page)).toHaveText('Merged: 2 sentences to 2.');
	await press('o');
	await expect(said(page)).toHaveText(/^No counterpart: /);
	await press('Control+z');
	await press('Control+z');
	await press('Control+y');
	await press('j');
	await expect(said(page)).toHaveText('Merged: 3 sentences to 3.');
	await press('u');
	await expect(said(page)).toHaveText('That isn’t possible here.');
	expect(await shown(page)).toBe('1,2,3|1,2,3 4|4 5|5 6|6 7|7 8|8,9');
	await expect.poll(() => kept(page)).toBe('3-3* 1-1* 1-1* 1-1 1-1* 1-2*');

	await press('?');
	await expect(
		page.getByRole('dialog', { name: 'Keyboard shortcuts for fixing matches' })
	).toBeVisible();
	await axe(page);
	await press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await press('v');
	expect(await shown(page)).toBe('1+2,3+4,5+6,7+8|1+2,3+4+5,6+7,8+9');
});

test('the links are corrected by pointer, and closing the tab loses nothing', async ({ page }) => {
	await openEditor(page, small());
	await expect(page.getByText('9 matches, 2 uncertain')).toBeVisible();
	await tool(page, 'Next uncertain').click();
	await expect(line(page, 'source', 3)).toBeFocused();
	await tool(page, 'Split').click();
	await expect(tool(page, 'Split')).toBeFocused();
	expect(await shown(page)).toContain('3|3 |4 4|5');
	// In Safari a button that is clicked takes no focus: keys then go to the page.
	await tool(page, 'Split').evaluate((button) => button.blur());
	await page.keyboard.press('Control+z');
	expect(await shown(page)).not.toContain('3|3 |4 4|5');
	await page.keyboard.press('Control+y');
	expect(await shown(page)).toContain('3|3 |4 4|5');
	await line(page, 'source', 1).click();
	await line(page, 'source', 2).click({ modifiers: ['Shift'] });
	await tool(page, 'Merge selected').click();
	await line(page, 'target', 4).click();
	await tool(page, 'Move down').click();
	await line(page, 'source', 7).click();
	await tool(page, 'Confirm').click();
	await expect(tool(page, 'Confirm')).toHaveAttribute('aria-disabled', 'true');
	await line(page, 'source', 8).click();
	await tool(page, 'No counterpart').click();
	await line(page, 'source', 6).click();
	await tool(page, 'Unmatch').click();
	const now = '1,2|1,2 3|3 4|4,5 5| 6| |6 7|7 8| |8 |9';
	expect(await shown(page)).toBe(now);
	await expect(page.getByText('10 matches, none uncertain')).toBeVisible();
	await expect.poll(() => kept(page)).toContain('2-2* 1-1* 1-2*');
	await page.reload();
	await expect(grid(page)).toBeVisible();
	expect(await shown(page)).toBe(now);
});

test('paragraphs are corrected in the same way as sentences', async ({ page }) => {
	await openEditor(page, small());
	await page.getByRole('radio', { name: 'Paragraphs' }).check();
	expect(await shown(page)).toBe('1+2|1+2 3+4|3+4+5 5+6,7+8|6+7,8+9');
	await line(page, 'source', 4).click();
	await tool(page, 'Split').click();
	await expect(said(page)).toHaveText('Split: here 1 paragraph to 1.');
	expect(await shown(page)).toBe('1+2|1+2 3+4|3+4+5 5+6|6+7 7+8|8+9');
	await page.keyboard.press('z');
	expect(await shown(page)).toBe('1+2|1+2 3+4|3+4+5 5+6,7+8|6+7,8+9');
	await tool(page, 'Redo').click();
	await page.getByRole('radio', { name: 'Sentences' }).check();
	await expect(line(page, 'source', 5)).toHaveAttribute('tabindex', '0');
	await axe(page);
});

test('a hundred changes are undone and redone', async ({ page }) => {
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
	await expect(said(page)).toHaveText('Undone. Nothing more to undo.');
	expect(await shown(page)).toBe(before);
	for (let n = 0; n < 101; n++) await page.keyboard.press('Control+Shift+z');
	await expect(said(page)).toHaveText('Redone. Nothing more to redo.');
	expect(await shown(page)).toBe(after);
});

test('realigning keeps the fixed links, and can be cancelled', async ({ page }) => {
	await openEditor(page, small());
	await line(page, 'source', 4).click();
	await tool(page, 'Unmatch').click();
	await tool(page, 'Match again').click();
	await expect(said(page)).toHaveText(/^Matched again: /);
	await expect.poll(() => kept(page)).toContain('1-0*');
	await tool(page, 'Undo').click();

	await openEditor(page, long(5000));
	await tool(page, 'Match again').focus();
	await page.keyboard.press('Enter');
	await expect(tool(page, 'Cancel')).toBeFocused();
	await expect(page.getByRole('progressbar', { name: 'Matching again…' })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(said(page)).toHaveText('Cancelled. Every match is as it was.');
	await expect(tool(page, 'Match again')).toBeFocused();
});

test('a failed realignment is reported, and nothing changes', async ({ page }) => {
	await openEditor(page, unrelated());
	const before = await kept(page);
	await tool(page, 'Match again').click();
	await expect(page.getByRole('alert')).toContainText('doesn’t seem to be a translation');
	await axe(page);
	expect(await kept(page)).toBe(before);

	// A worker that fails at its first task, as one does that runs out of memory.
	await page.addInitScript(() => {
		window.Worker = class extends EventTarget {
			onerror: ((event: { message: string }) => void) | null = null;
			postMessage = () => setTimeout(() => this.onerror?.({ message: 'out of memory' }));
			terminate = () => {};
		} as unknown as typeof Worker;
	});
	await openEditor(page, small());
	await tool(page, 'Match again').click();
	await expect(page.getByRole('alert')).toContainText('Matching failed (out of memory)');
	expect(await shown(page)).toBe(whole);
	await tool(page, 'Next uncertain').click();
	await expect(line(page, 'source', 3)).toBeFocused();
});

test('in a text of 5,000 sentences every row can be reached and edited', async ({ page }) => {
	await openEditor(page, long(5000));
	await expect(grid(page)).toHaveAttribute('aria-rowcount', '5001');
	expect(await rows(page).count()).toBeLessThan(300);
	await line(page, 'source', 1).focus();
	await page.keyboard.press('End');
	await expect(line(page, 'source', 5000)).toBeFocused();
	await expect(line(page, 'source', 5000)).toBeInViewport();
	await page.keyboard.press('u');
	await expect(said(page)).toHaveText('Moved up: now 2 sentences to 1.');
	await expect(line(page, 'source', 5000)).toBeFocused();
	await page.keyboard.press('Home');
	await expect(line(page, 'source', 1)).toBeInViewport();
	await page.keyboard.press('p');
	await expect(line(page, 'source', 4960)).toBeFocused();
	await expect(line(page, 'source', 4960)).toBeInViewport();
	await axe(page);
	expect(await rows(page).count()).toBeLessThan(300);
});

test('the editor fits phones and wide windows in every theme', async ({ page, open }) => {
	await openEditor(page, small());
	await open('/en/align/?draft=provet');
	await expect(grid(page)).toBeVisible();
	for (const width of [320, 390, 820, 1440]) await fitsWidth(page, width);
	await axeInThemes(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await axeInThemes(page);
	await open('/sv/align/?draft=provet');
	await tool(page, 'Nästa osäkra').click();
	await expect(line(page, 'source', 3)).toBeFocused();
	await tool(page, 'Dela').click();
	await expect(line(page, 'source', 3)).toBeInViewport();
	await fitsWidth(page, 320);
});
