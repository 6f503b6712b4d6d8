/** The reading page: its contract, its views, and everything a reader can do with an article. */
import type { Locator, Page } from '@playwright/test';
import { axe, expect, fitsWidth, test } from './fixtures';
import {
	bottomOf,
	button,
	choose,
	frames,
	hydrated,
	lit,
	looks,
	openReading,
	original,
	paragraph,
	settings,
	still,
	timeline,
	translation,
	withoutOriginal,
	wordAt,
	type Look
} from './reading';

const phone = { width: 390, height: 844 };

test.describe('before any script', () => {
	test('the text is shown, and radios switch views and layouts', async ({
		browser,
		browserName,
		faults
	}) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		await faults.watch(context);
		const page = await context.newPage();
		await page.goto(timeline);
		const row = paragraph(page, 1);
		await expect(original(row)).toBeVisible();
		await expect(translation(row)).toBeVisible();
		await expect(row.getByText('AI draft')).toBeVisible();

		await page.getByRole('radio', { name: 'Original' }).check();
		await expect(original(row)).toBeVisible();
		await expect(translation(row)).toBeHidden();
		await page.getByRole('radio', { name: 'Translation' }).check();
		await expect(original(row)).toBeHidden();
		await expect(translation(row)).toBeVisible();
		await page.getByRole('radio', { name: 'Both' }).check();
		expect(await sideBySide(row)).toBe(true);
		await page.getByRole('radio', { name: 'Stacked' }).check();
		expect(await sideBySide(row)).toBe(false);
		await expect(translation(row)).toBeVisible();

		await page.getByRole('radio', { name: 'Peek' }).check();
		await expect(translation(row)).toBeHidden();
		await row.getByRole('checkbox', { name: 'Show the translation' }).check();
		await expect(translation(row)).toBeVisible();
		await row.getByRole('checkbox', { name: 'Show the translation' }).uncheck();
		await expect(translation(row)).toBeHidden();
		// Nothing that needs script is offered. (A system Firefox cannot disable script.)
		if (browserName === 'firefox') return;
		await expect(button(page, 'Text and theme')).toBeHidden();
		await expect(page.getByRole('combobox')).toBeHidden();
		await page.close();
		await context.close();
	});

	test(
		'the reader’s theme, floor, view and layout apply from the first paint',
		{ tag: '@both' },
		async ({ page, faults }) => {
			faults.allow(/./); // The scripts are blocked on purpose.
			await page.route(/\.js$/, (route) => route.abort());
			await page.addInitScript(() => {
				const chosen = { theme: 'sepia', floor: 'human', view: 'both', layout: 'stacked' };
				localStorage.setItem('jamsides.settings', JSON.stringify(chosen));
			});
			await page.goto(timeline, { waitUntil: 'commit' });
			await expect(page.getByRole('radio', { name: 'Stacked' })).toBeChecked();
			await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
			await expect(paragraph(page, 1).locator(':scope > .t > p')).toBeHidden();
		}
	);
});

test.describe('the contract', () => {
	for (const path of [timeline, withoutOriginal]) {
		test(`every block is an element with its fingerprint, language and origin: ${path}`, async ({
			page
		}) => {
			await openReading(page, path);
			const found = await page.evaluate(() => {
				const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
				const rows = [...document.querySelectorAll('[id^="p-"]')];
				const data = (name: string) => [
					...new Set(
						rows.map((row) => row.querySelector(':scope > .t')?.getAttribute(name) ?? 'absent')
					)
				];
				return {
					twice: ids.filter((id, at) => ids.indexOf(id) !== at),
					odd: ids.filter((id) => id.startsWith('p-') && !/^p-[0-9a-f]{16}(?:-\d+)?$/.test(id)),
					rows: rows.length,
					langs: [...new Set(rows.map((row) => row.querySelector('.o')?.getAttribute('lang')))],
					targets: data('lang'),
					origins: data('data-origin'),
					reviews: data('data-review')
				};
			});
			expect(found).toEqual({
				twice: [],
				odd: [],
				rows: found.rows,
				langs: [path === timeline ? 'sv' : undefined],
				targets: ['en'],
				origins: ['ai'],
				reviews: ['none']
			});
			expect(found.rows).toBeGreaterThan(20);
		});
	}

	test('the radios have the agreed names', async ({ page }) => {
		await page.goto(timeline);
		const names = (group: string) =>
			page.getByRole('group', { name: group }).getByRole('radio').evaluateAll(labels);
		expect(await names('View')).toEqual(['Original', 'Translation', 'Both']);
		expect(await names('Layout')).toEqual(['Rows', 'Stacked', 'Peek']);
	});
});

/** Runs in the page. */
const labels = (radios: Element[]): string[] =>
	radios.map((radio) => radio.closest('label')?.textContent.trim() ?? '');

/** Whether original and translation of a row are side by side. */
async function sideBySide(row: Locator): Promise<boolean> {
	const [left, right] = [await original(row).boundingBox(), await translation(row).boundingBox()];
	return Boolean(left && right && left.x + left.width <= right.x && left.y < right.y + 20);
}

test.describe('the reading position', () => {
	/** Returns the row at the top of the view, and its offset. */
	const place = (page: Page) =>
		page.evaluate(() => {
			const line = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
			for (const row of document.querySelectorAll('.row')) {
				const { top, bottom } = row.getBoundingClientRect();
				if (bottom > line + 12) return { id: row.id, top, bottom, line };
			}
			throw new Error('no row in view');
		});
	const standing = (page: Page, id: string) =>
		page.evaluate((id) => {
			const box = document.getElementById(id)?.getBoundingClientRect();
			return { top: box?.top ?? NaN, bottom: box?.bottom ?? NaN };
		}, id);
	/** Scrolls a paragraph to this many pixels below the bar; negative values are above it. */
	async function scrollTo(page: Page, nth: number, below: number): Promise<void> {
		await paragraph(page, nth).evaluate((row, below) => {
			const line = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
			scrollBy({ top: row.getBoundingClientRect().top - line - below, behavior: 'instant' });
		}, below);
		await frames(page);
	}

	const switches: Look[] = [...looks, ['Original'], ['Both', 'Peek'], ['Translation'], ['Both']];
	for (const [name, viewport, start] of [
		['wide', { width: 1440, height: 900 }, ['Both', 'Rows']],
		['on a phone', phone, ['Both', 'Stacked']]
	] as const) {
		test(
			`is kept to the pixel across every switch, ${name}`,
			{ tag: name === 'wide' ? '@both' : [] },
			async ({ page, browserName }) => {
				await page.setViewportSize(viewport);
				await openReading(page, timeline);
				await page.evaluate(() => document.fonts.ready);
				const places = [
					[9, 7],
					[16, -40],
					[2, 0],
					[18, 0]
				] as const;
				// A switch takes Firefox, over WebDriver BiDi, three times as long.
				for (const [nth, below] of places.slice(0, browserName === 'firefox' ? 2 : undefined)) {
					await choose(page, start);
					await frames(page);
					await scrollTo(page, nth, below);
					const at = await place(page);
					for (const look of [...switches, start]) {
						await choose(page, look);
						await frames(page);
						const { top, bottom } = await standing(page, at.id);
						const where = `paragraph ${nth}, ${look.join(' ')}`;
						// The page is now too short to scroll that far: the paragraph is still the
						// first in view.
						if (bottom - top <= at.line - at.top) expect(bottom, where).toBeGreaterThan(at.line);
						else expect(Math.abs(top - at.top), where).toBeLessThanOrEqual(1);
					}
				}
			}
		);
	}

	test('is kept when the head is at the top of the view', async ({ page }) => {
		await openReading(page, timeline);
		// Wait for the final layout above: otherwise it moves the page, not the switch.
		await page.evaluate(() => document.fonts.ready);
		await expect(page.locator('[data-laid]')).toHaveCount(1);
		await page.locator('.about').evaluate((about) => {
			const line = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
			scrollBy({ top: about.getBoundingClientRect().top - line, behavior: 'instant' });
		});
		await frames(page);
		const row = paragraph(page, 0);
		const before = await row.boundingBox();
		for (const look of looks) {
			await choose(page, look);
			await frames(page);
			const after = await row.boundingBox();
			expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0)), look.join(' ')).toBeLessThanOrEqual(1);
		}
	});

	test(
		'is kept when size, measure, leading and floor change',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			await scrollTo(page, 9, 0);
			const at = await place(page);
			const kept = async (what: string) => {
				await frames(page);
				const { top } = await standing(page, at.id);
				expect(Math.abs(top - at.top), what).toBeLessThanOrEqual(1);
			};
			for (const [key, size] of [
				['+', 'large'],
				['+', 'larger'],
				['-', 'large'],
				['-', null],
				['-', 'small']
			] as const) {
				await page.keyboard.press(key);
				await expect.poll(() => page.locator('html').getAttribute('data-size')).toBe(size);
				await kept(`size ${size}`);
			}
			await button(page, 'Text and theme').click();
			const panel = page.getByRole('dialog', { name: 'Text and theme' });
			const groups = panel.getByRole('group');
			for (let nth = 0; nth < (await groups.count()); nth++)
				for (const option of await groups.nth(nth).getByRole('radio').all()) {
					await option.check();
					await kept((await groups.nth(nth).textContent()) ?? '');
				}
		}
	);

	test(
		'is kept where the reader scrolled down just after a change at the top of the page',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			const size = page.locator('html');
			await page.keyboard.press('+');
			await expect(size).toHaveAttribute('data-size', 'large');
			await page.evaluate(() => {
				document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '-', bubbles: true }));
				window.scrollTo({ top: 2000, behavior: 'instant' });
			});
			await expect(size).not.toHaveAttribute('data-size');
			await frames(page);
			const at = await place(page);
			await page.keyboard.press('+');
			await expect(size).toHaveAttribute('data-size', 'large');
			await frames(page);
			expect(Math.abs((await standing(page, at.id)).top - at.top)).toBeLessThanOrEqual(1);
		}
	);

	test(
		'does not undo scrolling by the reader during a switch',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			await scrollTo(page, 9, 0);
			await choose(page, ['Both', 'Stacked']);
			await frames(page);
			await page.mouse.move(700, 500);
			await page.mouse.wheel(0, 400);
			await expect.poll(async () => (await standing(page, (await place(page)).id)).top).not.toBe(0);
			await frames(page, 20);
			const at = await place(page);
			await choose(page, ['Original']);
			await frames(page);
			const { top, bottom } = await standing(page, at.id);
			if (bottom - top > at.line - at.top) expect(Math.abs(top - at.top)).toBeLessThanOrEqual(1);
		}
	);
});

test(
	'is kept when the reader’s stored data makes the page render again',
	{ tag: '@both' },
	async ({ page }) => {
		await openReading(page, timeline);
		await choose(page, ['Both', 'Peek']);
		await page.evaluate(() => localStorage.removeItem('jamsides.settings'));
		await choose(page, ['Translation']);
		await page.locator('.mark:visible').first().click();
		await expect(page.getByRole('dialog', { name: 'This paragraph' })).toBeVisible();
		// The store is open and has reported its contents.
		await expect
			.poll(() => page.evaluate(() => localStorage.getItem('jamsides.own')))
			.not.toBeNull();
		await frames(page, 5);
		await expect(
			page.getByRole('radio', { name: 'Translation', includeHidden: true })
		).toBeChecked();
		await expect(page.locator('#layout-peek')).toBeChecked();
	}
);

test.describe('authorship', () => {
	test('is said once a run, and beside each paragraph on request, in every view, layout and width', async ({
		page
	}) => {
		await openReading(page, timeline);
		for (const width of [1440, 900, 390, 320]) {
			await page.setViewportSize({ width, height: 900 });
			for (const look of looks.slice(1)) {
				await choose(page, look);
				if (look[1] === 'Peek')
					await page
						.locator('.peek')
						.evaluateAll((boxes) =>
							boxes.forEach((box) => ((box as HTMLInputElement).checked = true))
						);
				const unsaid = await page.evaluate(() =>
					[...document.querySelectorAll('.row:not(.heading):has(> .t)')]
						.filter((row) => {
							const mark = row.querySelector(':scope > .mark');
							const box = mark?.getBoundingClientRect();
							return !(
								box &&
								box.width >= 24 &&
								box.height >= 24 &&
								box.left >= 0 &&
								box.right <= innerWidth &&
								/^AI draft\s*not reviewed/.test((mark as HTMLElement).innerText)
							);
						})
						.map(({ id }) => id)
				);
				expect(unsaid, `${look.join(' ')} at ${width} px`).toEqual([]);
				// In full once; then only its rule, whose label shows where one points or is.
				await expect(page.locator('.by:not(.wrote):visible')).toHaveCount(1);
				const run = page.locator('.by:not(.wrote)').first();
				await expect(run).toBeVisible();
				await expect(run).toContainText(/AI draft by .+, not reviewed/);
				const row = paragraph(page, 2);
				await page.mouse.move(1, 1);
				await expect(row.locator('.tag')).toHaveCSS('opacity', '0');
				await row.locator('.mark').focus();
				await expect(row.locator('.tag')).toHaveCSS('opacity', '1');
				await row.locator('.mark').blur();
			}
		}
	});

	test('is counted, and a filter hides paragraphs by it and says so in words', async ({ page }) => {
		await openReading(page, timeline);
		const counted = page.locator('.coverage');
		// All of one kind: words, and no full bar that would look like reading progress.
		await expect(counted).toHaveText('AI draft, not reviewed');
		await expect(counted.getByRole('img')).toHaveCount(0);
		const row = paragraph(page, 1);
		const filter = page.getByRole('combobox', { name: 'Show' });
		await filter.selectOption('Human translations only');
		await expect(translation(row).locator('p')).toBeHidden();
		const said = () =>
			translation(row).evaluate((node) => getComputedStyle(node, '::after').content);
		// Firefox gives the text as `attr(data-hidden)`.
		expect(await said()).toMatch(/Hidden by your filter|data-hidden/);
		await expect(translation(row)).toHaveAttribute('data-hidden', /^Hidden by your filter/);
		await filter.selectOption('AI drafts and human translations');
		await expect(translation(row).locator('p')).toBeVisible();
		expect(await said()).toBe('none');
		await filter.selectOption('Reviewed, corrected and human translations');
		await page.reload();
		await expect(filter).toHaveValue('reviewed');
		await expect(translation(row).locator('p')).toBeHidden();

		await row.getByRole('button', { name: 'More about this paragraph' }).click();
		await button(page, 'Show this translation').click();
		await expect(translation(row).locator('p')).toBeVisible();
		await expect(translation(paragraph(page, 2)).locator('p'), 'and no other').toBeHidden();
		await row.getByRole('button', { name: 'More about this paragraph' }).click();
		await expect(button(page, 'Correct the translation')).toBeVisible();
		await expect(button(page, 'Show this translation')).toBeHidden();
	});

	test('of a note is the translator’s: it is below the translation, and hidden with it', async ({
		page
	}) => {
		// The article of the library that has both translator's notes and its original.
		await openReading(page, '/en/read/lasning-ryskledda-insatsen/');
		const row = page.locator('.row:has(> .translator-note)').first();
		const note = row.locator(':scope > .translator-note');
		for (const look of [['Both', 'Rows'], ['Both', 'Stacked'], ['Translation']] as const) {
			await choose(page, look);
			await row.scrollIntoViewIfNeeded();
			const gap = await note.evaluate((note) => {
				const text = note.parentElement?.querySelector(':scope > .t > :last-child');
				return note.getBoundingClientRect().top - (text?.getBoundingClientRect().bottom ?? NaN);
			});
			expect(gap, look.join(' ')).toBeGreaterThan(0);
			expect(gap, look.join(' ')).toBeLessThan(30);
		}
		await page.setViewportSize(phone);
		await choose(page, ['Both', 'Stacked']);
		for (const side of [original(row), translation(row), note])
			expect((await side.boundingBox())?.width, 'one column on a phone').toBeGreaterThan(300);
		await page.evaluate(() => (document.documentElement.dataset.floor = 'human'));
		await expect(note).toBeHidden();
	});
});

test.describe('the sentence highlight', () => {
	/** Points at a sentence until the page has reacted to the pointer. */
	const point = async (page: Page, element: Locator, which: 'first' | 'last') => {
		await element.scrollIntoViewIfNeeded();
		await expect(async () => {
			const { x, y } = await wordAt(element, which);
			await page.mouse.move(x + 1, y);
			await page.mouse.move(x, y);
			expect((await lit(page))[0]).not.toBe('');
		}).toPass();
	};
	/** Returns the words of a side without its note markers. */
	const words = (side: Locator) =>
		side.evaluate((node) => {
			const copy = node.cloneNode(true) as Element;
			for (const mark of copy.querySelectorAll('sup, .marker')) mark.remove();
			return copy.textContent.trim();
		});

	test(
		'lights the sentence under the pointer on both sides, and changes nothing',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			const row = paragraph(page, 1);
			const [o, t] = [await words(original(row)), await words(translation(row))];
			const html = await row.innerHTML();
			await original(row).evaluate((node) => getSelection()?.selectAllChildren(node));
			const selected = await page.evaluate(() => getSelection()?.toString());

			for (const side of [original(row), translation(row)]) {
				await point(page, side, 'first');
				const [first, its] = await lit(page);
				expect(first.length, 'a sentence, not the paragraph').toBeLessThan(o.length);
				expect(o.startsWith(first) && t.startsWith(its) && its !== '').toBe(true);
				await point(page, side, 'last');
				await expect.poll(async () => o.endsWith((await lit(page))[0])).toBe(true);
				const [, last] = await lit(page);
				expect(t.endsWith(last) && last !== '' && last.length < t.length).toBe(true);
			}
			expect(await row.innerHTML()).toBe(html);
			expect(await page.evaluate(() => getSelection()?.toString())).toBe(selected);
			await page.mouse.move(700, 10);
			await expect.poll(() => lit(page)).toEqual(['', '']);
		}
	);

	test('follows the keys from sentence to sentence, across the end of the paragraph', async ({
		page
	}) => {
		await openReading(page, timeline);
		const row = paragraph(page, 1);
		await row.locator('.perma').focus();
		const text = await words(original(row));
		const seen: string[] = [];
		for (let at = 0; at < 12; at++) {
			const before = await lit(page);
			await page.keyboard.press('.');
			await expect.poll(() => lit(page)).not.toEqual(before);
			const [now] = await lit(page);
			if (!text.includes(now)) break;
			seen.push(now);
		}
		expect(seen.join(' ')).toBe(text);
		await page.keyboard.press(',');
		await expect.poll(async () => (await lit(page))[0]).toBe(seen.at(-1));
		await page.keyboard.press('Escape');
		await expect.poll(() => lit(page)).toEqual(['', '']);
	});

	test('answers a tap', { tag: '@both' }, async ({ browser, browserName, faults }) => {
		const context = await browser.newContext({ viewport: phone, hasTouch: true });
		await faults.watch(context);
		const page = await context.newPage();
		await openReading(page, timeline);
		await choose(page, ['Both', 'Stacked']);
		const row = paragraph(page, 1);
		await row.scrollIntoViewIfNeeded();
		const { x, y } = await wordAt(translation(row), 'first');
		// System Firefox takes no touches over WebDriver BiDi: a click replaces the tap.
		if (browserName === 'chromium') await page.touchscreen.tap(x, y);
		else await page.mouse.click(x, y);
		await expect.poll(() => lit(page)).not.toContain('');
		await page.close();
		await context.close();
	});
});

test('the contents list the headings in both languages and lead to them', async ({ page }) => {
	await openReading(page, timeline);
	await button(page, 'Contents').click();
	const dialog = page.getByRole('dialog', { name: 'Contents' });
	const links = dialog.getByRole('link');
	await expect(dialog.locator('[aria-current]')).toHaveText('The beginning');
	const heading = links.filter({ hasText: '5–6 January' });
	await expect(heading.locator('[lang=sv]')).toHaveText(/^5–6 januari/);
	await axe(page);
	await heading.click();
	await expect(dialog).toBeHidden();
	const row = page.locator('.row.heading', { hasText: '5–6 januari' });
	await expect(row.locator('.perma')).toBeFocused();
	await expect(row).toBeInViewport();
	// The title in the bar opens them too.
	await page.locator('.bar .now').click();
	await expect(dialog.locator('[aria-current]')).toContainText('5–6 January');
});

test.describe('footnotes', () => {
	test(
		'open in place, are listed at the end, and link back',
		{ tag: '@both' },
		async ({ page }) => {
			await openReading(page, timeline);
			const row = page.locator('.chunk .row', { has: page.locator('.o a.ref') }).first();
			const reference = row.locator('.o a.ref').first();
			const marker = (await reference.textContent()) ?? '';
			const scrolled = await page.evaluate(() => scrollY);
			await reference.click();
			const note = row.getByRole('note', { name: `Note ${marker}` });
			await expect(note).toBeFocused();
			const listed = page.getByRole('region', { name: 'Notes' }).locator('.row.footnote');
			const text = await listed.first().locator('.o p').textContent();
			expect(text?.endsWith((await note.locator('.o').textContent())?.trim() ?? '?')).toBe(true);
			await expect(note.locator('.t')).toBeVisible();
			expect(await page.evaluate(() => location.hash)).toBe('');
			expect(Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(900);
			await note.getByRole('button', { name: 'Close the note' }).click();
			await expect(note).toHaveCount(0);
			await expect(reference).toBeFocused();
			await page.keyboard.press('n');
			await expect(note).toBeFocused();
			await page.keyboard.press('Escape');
			await expect(note).toHaveCount(0);

			const last = listed.last();
			const name = await last.locator('.o .marker').textContent();
			await last.getByRole('link', { name: 'Back to the text' }).first().click();
			await expect(page.locator('.row:not(.footnote) .o a.ref:focus')).toHaveText(name ?? '?');
			await expect(page.locator('a.ref:focus')).toBeInViewport();
			const references = await page.locator('.chunk .o a.ref').count();
			expect(await listed.count()).toBe(references);
		}
	);

	test('are opened and left without script', async ({ browser, browserName, faults }) => {
		test.skip(browserName === 'firefox', 'a Firefox of the system keeps its script');
		const context = await browser.newContext({ javaScriptEnabled: false });
		await faults.watch(context);
		const page = await context.newPage();
		await page.goto(timeline);
		const reference = page.locator('.chunk .o a.ref').first();
		const href = (await reference.getAttribute('href')) ?? '?';
		await reference.click();
		await expect(page.locator(href)).toBeInViewport();
		await page.close();
		await context.close();
	});
});

test.describe('keys', () => {
	test('trigger every action, and are listed under ?', { tag: '@both' }, async ({ page }) => {
		await openReading(page, timeline);
		const checked = (name: string) => expect(page.getByRole('radio', { name })).toBeChecked();
		for (const [key, name] of [
			['1', 'Original'],
			['2', 'Translation'],
			['3', 'Both'],
			['v', 'Original'],
			['s', 'Stacked'],
			['r', 'Rows'],
			['p', 'Peek']
		] as const) {
			await page.keyboard.press(key);
			await checked(name);
		}
		const focused = page.locator('.row:has(> .perma:focus)');
		const [first, next] = [
			await paragraph(page, 1).getAttribute('id'),
			await paragraph(page, 2).getAttribute('id')
		];
		await paragraph(page, 1).locator('.perma').focus();
		await page.keyboard.press('j');
		await expect(focused).toHaveAttribute('id', next ?? '');
		await expect(translation(focused)).toBeHidden();
		await page.keyboard.press('o');
		await expect(translation(focused)).toBeVisible();
		await page.keyboard.press('k');
		await expect(focused).toHaveAttribute('id', first ?? '');

		await page.keyboard.press('?');
		const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
		await expect(dialog).toBeVisible();
		const listed = await dialog.locator('kbd').allTextContents();
		expect(listed.join(' ')).toBe(
			'1 2 3 v r s p j k . , w W o e d m c n h H a b f + - t i l / ? Esc'
		);
		await page.keyboard.press('1');
		await checked('Both');
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await page.keyboard.press('t');
		await expect(page.getByRole('dialog', { name: 'Text and theme' })).toBeVisible();
		await page.keyboard.press('Escape');
		await page.keyboard.press('m');
		await expect(page.getByRole('dialog', { name: 'This paragraph' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(focused).toHaveAttribute('id', first ?? '');
		await page.keyboard.press('e');
		await expect(page.getByRole('textbox', { name: /^Your translation into/ })).toBeFocused();
		await page.keyboard.press('1');
		await checked('Both');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('textbox', { name: /^Your translation into/ })).toHaveCount(0);
		await page.keyboard.press('l');
		await page.waitForURL('/en/');
	});

	test('move through the paragraphs of a narrow page too', async ({ page }) => {
		await page.setViewportSize(phone);
		await openReading(page, timeline);
		const focused = page.locator('.row:has(> .perma:focus)');
		const seen = new Set<string | null>();
		for (let at = 0; at < 4; at++) {
			await page.keyboard.press('j');
			seen.add(await focused.getAttribute('id'));
			await expect(focused).toBeInViewport();
		}
		expect(seen.size).toBe(4);
	});

	test('can be turned off, all except the list itself', async ({ page }) => {
		await openReading(page, timeline);
		await page.keyboard.press('?');
		await page.getByRole('checkbox', { name: 'Use single-key shortcuts' }).uncheck();
		await page.keyboard.press('Escape');
		await page.keyboard.press('1');
		await page.keyboard.press('s');
		await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
		await expect(page.getByRole('radio', { name: 'Rows' })).toBeChecked();
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog')).toBeVisible();
		expect((await settings(page)).keys).toBe('off');
	});

	test('say so when their part of the page fails to load', async ({ page, faults }) => {
		faults.allow(/ERR_FAILED|NetworkError|dynamically imported module|Loading module/);
		await openReading(page, timeline);
		await page.route(/\.js$/, (route) => route.abort());
		await page.keyboard.press('?');
		const told = page.getByRole('alert');
		await expect(told).toContainText('couldn’t be loaded');
		await told.getByRole('button', { name: 'Dismiss' }).click();
		await expect(told).toBeHidden();
		await choose(page, ['Translation']);
	});
	test('leave the browser’s own shortcuts alone', async ({ page }) => {
		await openReading(page, timeline);
		const prevented = await page.evaluate(() => {
			const press = (init: KeyboardEventInit) =>
				!document.body.dispatchEvent(
					new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
				);
			return [
				press({ key: 'p', ctrlKey: true }),
				press({ key: 'r', metaKey: true }),
				press({ key: 'ArrowDown' }),
				press({ key: ' ' })
			];
		});
		expect(prevented).toEqual([false, false, false, false]);
	});
});

test.describe('a link', () => {
	test('to a paragraph shows it below the bar', { tag: '@both' }, async ({ page }) => {
		await openReading(page, timeline);
		const id = await paragraph(page, 12).getAttribute('id');
		for (const viewport of [{ width: 1440, height: 900 }, phone]) {
			await page.setViewportSize(viewport);
			await page.goto('about:blank');
			await page.goto(`${timeline}#${id}`);
			await hydrated(page);
			await frames(page);
			const bar = await page.locator('.bar').boundingBox();
			const row = await page.locator(`#${id}`).boundingBox();
			const below = (row?.y ?? NaN) - (bar?.height ?? 0);
			expect(below).toBeGreaterThanOrEqual(-1);
			expect(below).toBeLessThan(40);
		}
	});

	test('to a paragraph tints it for two seconds, also with reduced motion', async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openReading(page, timeline);
		const id = (await paragraph(page, 6).getAttribute('id')) ?? '?';
		const tint = () =>
			page.locator(`#${id}`).evaluate((row) => getComputedStyle(row).backgroundColor);
		const plain = await tint();
		await page.evaluate((id) => (location.hash = id), id);
		await expect.poll(tint).not.toBe(plain);
		await expect.poll(tint).toBe(plain);
	});

	test('without a language opens in the reader’s', async ({ page, browser, faults }) => {
		const shared = `${timeline.replace('/en', '')}?view=original#${'p-0000000000000000'}`;
		await page.goto(shared);
		await page.waitForURL(`/en${shared}`);
		await page.evaluate(() => localStorage.setItem('jamsides.ui', 'sv'));
		await page.goto(shared);
		await page.waitForURL(`/sv${shared}`);
		const context = await browser.newContext({ javaScriptEnabled: false });
		await faults.watch(context);
		const still = await context.newPage();
		await still.goto(shared);
		await expect(still.getByRole('link', { name: /^Kazakhstan in January/ })).toHaveAttribute(
			'href',
			timeline
		);
		await context.close();
	});

	test('to a view shows it once, says so, and changes no settings', async ({ page }) => {
		await page.goto(timeline);
		await page.evaluate(() =>
			localStorage.setItem('jamsides.settings', '{"view":"both","layout":"stacked"}')
		);
		await openReading(page, `${timeline}?view=original`);
		await expect(page.getByRole('radio', { name: 'Original' })).toBeChecked();
		await expect(page.getByText('View set by the link.')).toBeInViewport();
		expect(await settings(page)).toEqual({ view: 'both', layout: 'stacked' });
		await button(page, 'Use my view').click();
		await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
		await expect(page.getByRole('radio', { name: 'Stacked' })).toBeChecked();
		await expect(page.getByText('View set by the link.')).toHaveCount(0);
		expect(new URL(page.url()).search).toBe('');

		await openReading(page, `${timeline}?view=both&layout=peek`);
		await expect(page.getByRole('radio', { name: 'Peek' })).toBeChecked();
		expect((await settings(page)).layout).toBe('stacked');
		await openReading(page, timeline);
		await expect(page.getByRole('radio', { name: 'Stacked' })).toBeChecked();
		await openReading(page, `${timeline}?view=nonsense&layout=%3Cb%3E`);
		await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
	});

	test('to the reader’s own view shows no message, and the reader’s own choice is kept', async ({
		page
	}) => {
		await openReading(page, `${timeline}?view=both`);
		await expect(page.getByText('View set by the link.')).toHaveCount(0);
		await openReading(page, `${timeline}?view=original`);
		await page.getByRole('radio', { name: 'Translation' }).check();
		await expect(page.getByText('View set by the link.')).toHaveCount(0);
		expect((await settings(page)).view).toBe('translation');
		await page.reload();
		await expect(page.getByRole('radio', { name: 'Translation' })).toBeChecked();
	});
});

test.describe('a citation', () => {
	test('contains original, translation, its author, its status and the address', async ({
		page,
		context,
		browserName
	}) => {
		// Only Chromium lets a test read the clipboard; in other browsers the call is recorded.
		if (browserName === 'chromium')
			await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		else
			await page.addInitScript(() => {
				// The empty page before the first address has no clipboard.
				if (!('clipboard' in navigator)) return;
				let kept = '';
				navigator.clipboard.writeText = (text) => Promise.resolve(void (kept = text));
				navigator.clipboard.readText = () => Promise.resolve(kept);
			});
		await openReading(page, timeline);
		const row = paragraph(page, 3);
		const id = (await row.getAttribute('id')) ?? '?';
		await row.getByRole('button', { name: 'More about this paragraph' }).click();
		await button(page, 'Copy as a citation').click();
		await expect(page.getByRole('status').getByText('Citation copied.')).toBeVisible();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		const [quoted, translated, source, address] = copied.split('\n\n');
		const plain = async (side: Locator) =>
			(await side.evaluate(textWithoutNotes)).replaceAll('\u00a0', ' ');
		expect(quoted).toBe(await plain(original(row)));
		expect(translated).toBe(await plain(translation(row)));
		expect(source).toMatch(
			/Written by AI from 5 texts, not reviewed\. Translation: AI draft by .+, not reviewed\.$/
		);
		expect(source).toContain((await page.locator('h1').textContent()) ?? '?');
		const shared = timeline.replace('/en', ''); // whoever opens it has a language of their own
		expect(address).toBe(`${new URL(page.url()).origin}${shared}?view=both#${id}`);

		await row.locator('.perma').focus();
		await page.keyboard.press('m');
		await button(page, 'Copy link to this paragraph').click();
		await expect(page.getByText('Link copied.')).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
	});

	test('that the browser does not let out of the page says so', async ({ page }) => {
		await page.addInitScript(() => {
			if (!('clipboard' in navigator)) return;
			navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
		});
		await openReading(page, timeline);
		await page.keyboard.press('c');
		await expect(page.getByRole('status')).toContainText('The browser didn’t allow copying.');
	});
});

/** Runs in the page: returns an element's words without its note markers. */
function textWithoutNotes(node: Element): string {
	const copy = node.cloneNode(true) as Element;
	for (const mark of copy.querySelectorAll('sup, .marker')) mark.remove();
	return copy.textContent.trim();
}

test(
	'a copied passage contains only its words, without the controls around them',
	{ tag: '@both' },
	async ({ page }) => {
		await openReading(page, timeline);
		const copied = await page.evaluate(() => {
			const [first, second] = document.querySelectorAll('.chunk .row.paragraph');
			if (first && second)
				getSelection()?.setBaseAndExtent(first, 0, second, second.childNodes.length);
			return getSelection()?.toString() ?? '';
		});
		for (const side of [original, translation])
			expect(copied).toContain((await side(paragraph(page, 1)).innerText()).slice(0, 40));
		expect(copied).not.toMatch(/¶|More about this paragraph/);
	}
);

test.describe('a printed article', () => {
	test('is complete, with both columns side by side', async ({ page, browserName }) => {
		test.skip(
			browserName === 'firefox',
			'a Firefox of the system is not given the medium of print'
		);
		await openReading(page, timeline);
		for (const layout of ['Rows', 'Stacked', 'Peek'] as const) {
			await choose(page, ['Both', layout]);
			// A4 without its margins, in CSS pixels.
			await page.setViewportSize({ width: 718, height: 1000 });
			await page.emulateMedia({ media: 'print' });
			const lost = await page.evaluate(() =>
				[...document.querySelectorAll('.row > .o, .row > .t, .row > .by')]
					.filter((side) => !side.checkVisibility() || side.getBoundingClientRect().right > 719)
					.map((side) => `${side.parentElement?.id} ${side.className}`)
			);
			expect(lost, layout).toEqual([]);
			expect(await sideBySide(paragraph(page, 3)), layout).toBe(layout === 'Rows');
			const [head, body, foot] = await Promise.all(
				['.standfirst', '.paragraph', '.footnote'].map((kind) =>
					page
						.locator(`.row${kind} > .o`)
						.first()
						.evaluate((side) => Number.parseFloat(getComputedStyle(side).fontSize))
				)
			);
			expect(head).toBeGreaterThan(body ?? NaN);
			expect(body).toBeGreaterThan(foot ?? NaN);
			await expect(page.locator('.bar')).toBeHidden();
			await expect(page.getByRole('combobox')).toBeHidden();
			await page.emulateMedia({ media: 'screen' });
			await page.setViewportSize({ width: 1440, height: 900 });
		}
	});
});

test.describe('a reading page on a phone', () => {
	test.use({ viewport: phone });

	test('shows both at first, reveals on tap in Peek, and is no wider than the screen', async ({
		page
	}) => {
		await openReading(page, timeline);
		await expect(page.getByRole('radio', { name: 'Stacked' })).toBeChecked();
		const row = paragraph(page, 1);
		await expect(translation(row)).toBeVisible();
		const hint = page.getByText(/^Tap or click a sentence to see its translation/);
		await expect(hint).toBeHidden();
		await choose(page, ['Both', 'Peek']);
		await expect(hint).toBeVisible();
		await expect(translation(row)).toBeHidden();
		await original(row).click();
		await expect(translation(row)).toBeVisible();
		await expect(row.getByText('AI draft').filter({ visible: true })).toBeVisible();
		await original(row).click();
		await expect(translation(row)).toBeHidden();
		await row.getByRole('checkbox').focus();
		await page.keyboard.press('Space');
		await expect(translation(row)).toBeVisible();
		await test.step('the browser’s search finds what is hidden, and opens its paragraph', async () => {
			const found = translation(paragraph(page, 2));
			await expect(found).toHaveAttribute('hidden', 'until-found');
			expect((await found.boundingBox())?.height).toBe(0);
			await found.dispatchEvent('beforematch');
			await expect(found).toBeVisible();
			await paragraph(page, 2).getByRole('checkbox').uncheck();
			await expect(found).toBeHidden();
			await expect(found).toHaveAttribute('hidden', 'until-found');
			await choose(page, ['Both', 'Stacked']);
			await expect(found).toBeVisible();
			await choose(page, ['Both', 'Peek']);
		});
		for (const ui of ['en', 'sv'])
			for (const size of ['', 'largest'] as const) {
				await page.evaluate(
					(size) => localStorage.setItem('jamsides.settings', JSON.stringify({ size })),
					size
				);
				await openReading(page, timeline.replace('en', ui));
				for (const layout of ['stacked', 'peek', 'rows'])
					await page.locator(`#layout-${layout}`).evaluate((radio: HTMLInputElement) => {
						radio.checked = true;
					});
				await fitsWidth(page, 320);
				expect(await overlapping(page), `${ui} ${size}`).toEqual([]);
			}
	});

	test('has one row of bar, which goes while one reads on and comes back', async ({ page }) => {
		for (const path of [timeline, timeline.replace('en', 'sv')]) {
			await openReading(page, path);
			expect((await bar(page))?.height).toBeLessThan(52);
			await page.mouse.move(200, 500);
			await page.mouse.wheel(0, 900);
			await expect.poll(async () => (await bottom(page)) <= 0).toBe(true);
			// Coming to it by key brings it back, and it stays while the focus is in it.
			await page.getByRole('radio', { checked: true }).first().focus();
			await expect.poll(() => bottom(page)).toBeGreaterThan(40);
			await page.mouse.wheel(0, 300);
			await frames(page, 20);
			expect(await bottom(page)).toBeGreaterThan(40);
			await page.evaluate(() => (document.activeElement as HTMLElement).blur());
			await expect.poll(async () => (await bottom(page)) <= 0).toBe(true);
			await page.mouse.wheel(0, -200);
			await expect.poll(() => bottom(page)).toBeGreaterThan(40);
			await expect(page.locator('.now')).toHaveText(/^Kazakstan i januari 2022.* min (left|kvar)$/);
			await expect(page.locator('.now')).toBeVisible();
		}
		// 400 % zoom of a window of 1280 × 1024.
		await page.setViewportSize({ width: 320, height: 256 });
		expect((await bar(page))?.height).toBeLessThan(64);
	});

	test('shows a note in a sheet that leaves its line in view, and closes beside it', async ({
		page
	}) => {
		await openReading(page, timeline);
		// Far from the head, whose controls the edge of the view may cut.
		const reference = page.locator('.chunk .o a.ref').nth(4);
		await reference.click();
		const note = page.getByRole('note');
		await expect(note).toBeFocused();
		await expect.poll(() => bottomOf(note)).toBe(844);
		const sheet = await note.boundingBox();
		expect(await bottomOf(reference)).toBeLessThanOrEqual((sheet?.y ?? NaN) + 1);
		// The bar covers what is below it until it has come or gone.
		await still(page.locator('.bar'));
		await axe(page);
		await page.mouse.click(200, 100);
		await expect(note).toHaveCount(0);
	});

	test('has fields that iOS does not zoom in on', async ({ page, open }) => {
		for (const path of [timeline, '/en/', '/en/add/', '/en/settings/']) {
			await open(path);
			const small = await page
				.locator('input:not([type=radio], [type=checkbox], [type=file]), select, textarea')
				.evaluateAll((fields) =>
					fields
						.filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
						.map((field) => field.outerHTML.slice(0, 90))
				);
			expect(small, path).toEqual([]);
		}
	});

	test('fits with text twice as large, and titles stay larger than the text they head', async ({
		page,
		open
	}) => {
		for (const path of [timeline, '/en/', '/en/add/', '/en/settings/', '/en/offline/']) {
			await open(path);
			await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
			await fitsWidth(page, 390);
		}
		await open(timeline, { settings: { size: 'largest' } });
		const size = (of: string) =>
			page
				.locator(of)
				.first()
				.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
		expect(await size('h1')).toBeGreaterThan(await size('.row.standfirst > .o'));
		expect(await size('.title.t')).toBeGreaterThan(await size('.row.standfirst > .t'));
	});

	test('stacks Rows that were chosen elsewhere, and shows that it does', async ({ page, open }) => {
		await open(timeline, { settings: { layout: 'rows' } });
		await expect(translation(paragraph(page, 1))).toBeVisible();
		expect(await sideBySide(paragraph(page, 1))).toBe(false);
		const look = (name: string) =>
			page
				.locator('.layouts label', { hasText: name })
				.evaluate((label) => getComputedStyle(label).backgroundColor);
		expect(await look('Stacked')).not.toBe(await look('Peek'));
	});
});

const bar = (page: Page) => page.locator('.bar').boundingBox();
const bottom = (page: Page): Promise<number> =>
	page.locator('.bar').evaluate((node) => node.getBoundingClientRect().bottom);

/** Returns the switches that overlap or lie outside the view. */
const overlapping = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const shown = [...document.querySelectorAll('.switches label')]
			.map((label) => ({ name: label.textContent, box: label.getBoundingClientRect() }))
			.filter(({ box }) => box.width > 0);
		return shown
			.filter(
				({ box }, at) =>
					box.right > innerWidth ||
					shown.some(
						(other, nth) =>
							nth > at &&
							other.box.left < box.right - 1 &&
							box.left < other.box.right - 1 &&
							other.box.top < box.bottom &&
							box.top < other.box.bottom
					)
			)
			.map(({ name }) => name);
	});

test('an article without its original says so, and offers to add a copy', async ({ page }) => {
	await openReading(page, withoutOriginal);
	await expect(page.getByText('The original isn’t included')).toBeVisible();
	await expect(page.getByRole('radio', { name: 'Translation' })).toBeChecked();
	await expect(page.getByRole('radio', { name: 'Original' })).toBeDisabled();
	await expect(page.getByRole('radio', { name: 'Both' })).toBeDisabled();
	await expect(page.getByRole('link', { name: 'Add the original' })).toHaveAttribute(
		'href',
		/^\/en\/add\/\?for=ryskledda-insatsen$/
	);
	await expect(page.locator('h1')).toHaveAttribute('lang', 'en');
	await expect(paragraph(page, 0).locator(':scope > .t')).toBeVisible();
	await page.keyboard.press('1');
	await expect(page.getByRole('radio', { name: 'Translation' })).toBeChecked();
});
