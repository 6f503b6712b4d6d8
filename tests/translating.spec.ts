/** Translation on the reader’s own device: asked for, shown as it comes, kept, thrown away. */
import type { Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { axe, cutOff, expect, fitsWidth, served, test as base, widths } from './fixtures';
import {
	answers,
	asked,
	isMachine,
	keepModel,
	keepText,
	killWorker,
	long,
	noteAsked,
	removeModel,
	seaside,
	seasidePage
} from './on-device';
import { button, choose, frames, openReading, paragraph, translation } from './reading';

/** A page with a text that nobody has translated, a model on the device, and the network gone. */
const test = base.extend<{
	read: (paragraphs?: readonly string[]) => Promise<Page>;
}>({
	read: async ({ page, context }, use) => {
		await use(async (paragraphs = seaside) => {
			await keepText(context, paragraphs);
			await keepModel(context);
			await noteAsked(page);
			await openReading(page, seasidePage);
			return page;
		});
	}
});

const translate = 'Translate on this device';
const all = 'Translate what is missing';
const bar = (page: Page) => page.getByRole('region', { name: 'Translating on this device' });
const said = (page: Page) => page.locator('.said');

const english = [
	'Once upon a time there was a little house by the sea. The sun shone over the garden.',
	'The man went out every day.1 He saw the sea, and the sea saw him.',
	'We went home.',
	'He waited all night. Nobody came.'
] as const;

async function more(page: Page, nth: number): Promise<void> {
	await paragraph(page, nth)
		.getByRole('button', { name: /^(Machine|AI draft|Human)/ })
		.click();
}

/** Notes what moves by itself (Chromium tells), but for words within a translation that is coming. */
const noteShifts = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		interface Shift {
			readonly value: number;
			readonly sources: readonly { readonly node: Node | null }[];
		}
		const isWithin = ({ node }: Shift['sources'][number]) =>
			node === null || (node.parentElement?.closest('.t') ?? null) !== null;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as never as Shift[])
				if (!entry.sources.every(isWithin)) shifts.push(entry.value);
		}).observe({ type: 'layout-shift' });
	});
/** How much has moved since this was last asked. */
const shiftsSince = (page: Page): Promise<number> =>
	page.evaluate(() =>
		(window as never as { shifts: number[] }).shifts
			.splice(0)
			.reduce((sum, shift) => sum + shift, 0)
	);

test.describe('a paragraph', () => {
	test('is translated where it stands, and says whose it is', async ({ read }) => {
		const page = await read();
		const row = paragraph(page, 1);
		await row.getByRole('button', { name: translate }).click();
		await isMachine(row, english[1]);
		await expect(translation(row).locator('em')).toHaveText('The man');
		await expect(translation(row).getByRole('link', { name: 'Note 1' })).toBeVisible();
		await expect(row.locator('.by')).toContainText('Machine translation, made on your device');
		await expect(row.locator('.mark')).toContainText('Machine');
		await expect(row.locator(':focus')).toHaveCount(1);
		await expect(page.getByRole('img', { name: /1 machine/ })).toBeVisible();
		await expect(paragraph(page, 0).getByText('No translation yet.')).toBeVisible();
	});

	test('is translated by key', async ({ read }) => {
		const page = await read();
		await paragraph(page, 2).locator('.perma').focus();
		await page.keyboard.press('d');
		await isMachine(paragraph(page, 2), english[2]);
	});

	test(
		'shows its sentences as they come, and nothing jumps',
		{ tag: '@chromium' },
		async ({ read }) => {
			const page = await read([...seaside, long, ...seaside]);
			await noteShifts(page);
			const nth = seaside.length;
			for (const look of [
				['Both', 'Rows'],
				['Both', 'Stacked']
			] as const) {
				await choose(page, look);
				const row = paragraph(page, nth);
				await row.scrollIntoViewIfNeeded();
				await row.getByRole('button', { name: translate }).click();
				await expect(translation(row)).toHaveAttribute('aria-busy', 'true');
				const below = paragraph(page, nth + 1);
				await frames(page, 40);
				await shiftsSince(page);
				const before = await below.evaluate((element) => element.getBoundingClientRect().top);
				await expect(translation(row)).toContainText('He waited and waited all night.');
				const half = await translation(row).innerText();
				expect(half).toContain('Han väntade');
				await expect(translation(row)).not.toHaveAttribute('aria-busy', { timeout: 100_000 });
				await frames(page);
				expect(await below.evaluate((element) => element.getBoundingClientRect().top)).toBe(before);
				expect(await shiftsSince(page)).toBeLessThan(0.01);
				if (look[1] === 'Stacked') break;
				await row.getByRole('button', { name: /^Machine/ }).click();
				await button(page, 'Throw this machine translation away').click();
				await button(page, 'Dismiss').click();
			}
		}
	);

	test('traces its sentences like any other', async ({ read }) => {
		const page = await read();
		await paragraph(page, 0).getByRole('button', { name: translate }).click();
		await isMachine(paragraph(page, 0), english[0]);
		await paragraph(page, 0).locator('.perma').focus();
		await page.keyboard.press('.');
		await page.keyboard.press('.');
		const lit = () =>
			page.evaluate(() =>
				['trace-o', 'trace-t'].map((name) =>
					[...(CSS.highlights.get(name) ?? [])].map((range) => String(range as Range).trim()).join()
				)
			);
		await expect
			.poll(lit)
			.toEqual(['Solen lyste över trädgården.', 'The sun shone over the garden.']);
	});

	test.describe('of which a machine can make nothing, or not all', { tag: '@chromium' }, () => {
		const cases = [
			['🦊 🌲 1986', 'There are no words here to translate.'],
			['This is how it was, and this is how it will be.', 'This is in English already.'],
			['Denna samt dess inom detta.', 'The machine could not translate this.']
		] as const;
		for (const [text, words] of cases)
			test(text, async ({ read }) => {
				const page = await read([...seaside, text]);
				const row = paragraph(page, seaside.length);
				await row.getByRole('button', { name: translate }).click();
				await expect(translation(row)).toContainText(words);
				await expect(translation(row)).toHaveAttribute('data-origin', 'none');
				await expect(row.getByRole('button', { name: 'Write one' })).toBeVisible();
				await button(page, all).click();
				await expect(said(page)).toContainText('were translated');
				await expect(translation(row)).toContainText(words);
			});

		test('says which sentence stands there untranslated', async ({ read }) => {
			const page = await read(['Vi gick hem. Denna samt dess inom detta.']);
			const row = paragraph(page, 0);
			await row.getByRole('button', { name: translate }).click();
			await isMachine(row, 'We went home. Denna samt dess inom detta.');
			await expect(row).toContainText(
				'One sentence could not be translated and stands here in Swedish: “Denna samt dess inom detta.”'
			);
			await expect(said(page)).toContainText('something could not be translated');
		});

		test('is asked for again, in another way', async ({ read }) => {
			const page = await read(['snubbel över huset.', 'VI GICK HEM OCH VÄNTADE HELA NATTEN.']);
			await button(page, all).click();
			await isMachine(paragraph(page, 0), 'stumble over the house.');
			await isMachine(paragraph(page, 1), 'WE WENT HOME AND WAITED ALL NIGHT.');
		});
	});
});

test.describe('an article', () => {
	test('is translated where it is missing, and says how far it has come', async ({ read }) => {
		const page = await read([...seaside, long]);
		await button(page, all).click();
		await expect(bar(page)).toContainText(/\d of 7 paragraphs/);
		await expect(bar(page).getByRole('progressbar')).toBeVisible();
		await bar(page).getByRole('button', { name: 'Pause' }).click();
		await expect(bar(page)).toContainText('Paused');
		await axe(page);
		const before = (await asked(page)).length;
		await frames(page, 30);
		expect(await asked(page)).toHaveLength(before);
		await bar(page).getByRole('button', { name: 'Go on' }).click();
		await expect(said(page)).toContainText('7 paragraphs were translated on this device.', {
			timeout: 100_000
		});
		await expect(bar(page)).toHaveCount(0);
		for (const [nth, words] of english.entries()) await isMachine(paragraph(page, nth), words);
		await expect(page.getByRole('img', { name: '7 paragraphs: 7 machine' })).toBeVisible();
		await expect(button(page, all)).toHaveCount(0);
		// In full once, where the run begins.
		await expect(page.locator('.by.machine')).toHaveCount(1);
	});

	test(
		'is called off: what has come stays, and is there at once when it is asked for again',
		{ tag: '@chromium' },
		async ({ read }) => {
			const page = await read([...seaside, long]);
			await button(page, all).click();
			await isMachine(paragraph(page, 0), english[0]);
			await bar(page).getByRole('button', { name: 'Cancel' }).click();
			await expect(bar(page)).toHaveCount(0);
			await isMachine(paragraph(page, 0), english[0]);
			await expect(paragraph(page, 4).getByText('No translation yet.')).toBeVisible();
			const once = [...(await asked(page))];
			await page.reload();
			await isMachine(paragraph(page, 0), english[0]);
			await button(page, all).click();
			await expect(said(page)).toContainText('translated', { timeout: 100_000 });
			const twice = await asked(page);
			// What was being computed when it was called off is asked again, nothing else.
			expect(twice.filter((sentence) => once.slice(0, -8).includes(sentence))).toEqual([]);
		}
	);

	test('stands there again, with no model and no network', async ({ read, context, faults }) => {
		const page = await read();
		await button(page, all).click();
		await expect(said(page)).toContainText('translated');
		await served(page);
		await removeModel(context);
		faults.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
		await cutOff(context);
		await page.reload();
		for (const [nth, words] of english.entries()) await isMachine(paragraph(page, nth), words);
		expect(await asked(page)).toEqual([]);
	});

	test(
		'of two tabs, each sentence is computed once',
		{ tag: '@chromium' },
		async ({ read, context }) => {
			const page = await read([...seaside, long]);
			const other = await context.newPage();
			await noteAsked(other);
			await openReading(other, seasidePage);
			await Promise.all([button(page, all).click(), button(other, all).click()]);
			for (const tab of [page, other]) {
				await tab.bringToFront();
				await expect(said(tab)).toContainText('translated', { timeout: 100_000 });
			}
			const sentences = [...(await asked(page)), ...(await asked(other))];
			expect(sentences.length).toBe(new Set(sentences).size);
			expect(await answers(context)).toBe(sentences.length);
			await other.close();
		}
	);
});

test.describe('as it is read', { tag: '@chromium' }, () => {
	const many = Array.from({ length: 60 }, (_, n) => `Han väntade ${n + 2} dagar. Ingen kom.`);

	test('what is on the screen is translated, and what comes next', async ({ read, open }) => {
		await open(seasidePage, { settings: { translate: 'reading' } });
		const page = await read(many);
		await isMachine(paragraph(page, 0), 'He waited 2 days. Nobody came.');
		const last = paragraph(page, many.length - 1);
		await expect(translation(last)).toHaveAttribute('data-origin', 'none');
		await last.scrollIntoViewIfNeeded();
		await isMachine(last, 'He waited 61 days. Nobody came.');
		await expect(bar(page)).toHaveCount(0);
	});

	test('is chosen in the panel, and holds at the next visit', async ({ read }) => {
		const page = await read();
		await button(page, 'More').click();
		await button(page, 'Machine translation').click();
		await axe(page);
		await page.getByRole('checkbox', { name: 'Translate as I read' }).check();
		await isMachine(paragraph(page, 0), english[0]);
		await page.reload();
		await isMachine(paragraph(page, 3), english[3]);
	});
});

test.describe('what a machine made', () => {
	test('can be corrected, and is the reader’s from then on', async ({ read }) => {
		const page = await read();
		await paragraph(page, 2).getByRole('button', { name: translate }).click();
		await isMachine(paragraph(page, 2), english[2]);
		await more(page, 2);
		await button(page, 'Correct the translation').click();
		const row = paragraph(page, 2);
		await row.getByRole('textbox', { name: 'Your translation into English' }).fill('We went home.');
		await row.getByRole('textbox', { name: /^Your name/ }).fill('Ada');
		await row.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(translation(row)).toHaveAttribute('data-origin', 'human');
		// Nothing that a machine does takes its place.
		await button(page, all).click();
		await expect(said(page)).toContainText('were translated');
		await expect(translation(row)).toHaveText('We went home.');
		await more(page, 2);
		await expect(page.getByRole('dialog')).toContainText('Begun from a machine draft.');
		await button(page, 'Compare with a machine translation').click();
		const compared = page.getByRole('region', { name: 'Machine translation, made on your device' });
		await expect(compared).toContainText('We went home.');
		await axe(page);
		await button(page, 'Close').click();
		await expect(translation(row)).toHaveText('We went home.');
	});

	test(
		'is thrown away by paragraph and by article, and brought back',
		{ tag: '@chromium' },
		async ({ read, context }) => {
			const page = await read();
			await button(page, all).click();
			await expect(said(page)).toContainText('translated');
			const made = await answers(context);
			await more(page, 0);
			await button(page, 'Throw this machine translation away').click();
			await expect(paragraph(page, 0).getByText('No translation yet.')).toBeVisible();
			expect(await answers(context)).toBe(made - 2);
			await button(page, 'Undo').click();
			await isMachine(paragraph(page, 0), english[0]);
			expect(await answers(context)).toBe(made);

			await button(page, 'More').click();
			await button(page, 'Machine translation').click();
			await button(page, /^Throw away its \d machine translations$/).click();
			await expect(page.locator('.row > .t[data-origin="machine"]')).toHaveCount(0);
			expect(await answers(context)).toBe(0);
			await page.reload();
			await expect(paragraph(page, 0).getByText('No translation yet.')).toBeVisible();
		}
	);
});

test.describe('what can go wrong', () => {
	test('no model: what is needed, from whom, and the way to it', async ({ page, context }) => {
		await keepText(context);
		await openReading(page, seasidePage);
		await paragraph(page, 0).getByRole('button', { name: translate }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('about 110 MB, from huggingface.co, licence CC-BY 4.0');
		await expect(dialog).toContainText('Nothing is downloaded before you say so.');
		await axe(page);
		await expect(dialog.getByRole('link', { name: 'Get the model' })).toHaveAttribute(
			'href',
			'/en/settings/#models'
		);
	});

	test('a browser that refuses its files: it says so, and translates once it does not', async ({
		read
	}) => {
		const page = await read();
		await page.evaluate(() => {
			const { open } = CacheStorage.prototype;
			const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'));
			CacheStorage.prototype.open = refuse;
			Object.assign(window, { allow: () => (CacheStorage.prototype.open = open) });
		});
		const row = paragraph(page, 2);
		await row.getByRole('button', { name: translate }).click();
		const refused = page.getByRole('alert').filter({ hasText: 'keeps no files for this page' });
		await expect(refused).toBeVisible();
		await page.keyboard.press('Escape');
		await page.evaluate(() => void (window as never as { allow: () => void }).allow());
		await row.getByRole('button', { name: translate }).click();
		await isMachine(row, english[2]);
	});

	test('the worker dies: nobody notices', { tag: '@chromium' }, async ({ read }) => {
		const page = await read([...seaside, long]);
		await button(page, all).click();
		await isMachine(paragraph(page, 0), english[0]);
		await killWorker(page);
		await expect(said(page)).toContainText('7 paragraphs were translated', { timeout: 100_000 });
	});

	test('the tab is closed in the middle: what was answered is kept', async ({ read, context }) => {
		const page = await read([...seaside, long]);
		await button(page, all).click();
		await isMachine(paragraph(page, 3), english[3]);
		await page.close();
		const again = await context.newPage();
		await openReading(again, seasidePage);
		await isMachine(paragraph(again, 3), english[3]);
		await again.close();
	});

	test('the translator does not come: it says so, and tries again', async ({
		page,
		read,
		faults
	}) => {
		faults.allow(/Failed to load resource|ERR_FAILED|translator|wasm/i);
		// A service worker would have it, and nothing here stops what that answers.
		await page.addInitScript(() => {
			if ('serviceWorker' in navigator)
				navigator.serviceWorker.register = () => Promise.reject(new Error('not in this test'));
		});
		await read();
		await page.route(/\.wasm$/, (route) => route.abort());
		await button(page, all).click();
		const alert = bar(page).getByRole('alert');
		await expect(alert).toBeVisible({ timeout: 60_000 });
		await expect(paragraph(page, 0).locator('.o')).toBeVisible();
		await page.unroute(/\.wasm$/);
		await bar(page).getByRole('button', { name: 'Try again' }).click();
		await expect(said(page)).toContainText('translated', { timeout: 60_000 });
		await isMachine(paragraph(page, 0), english[0]);
	});

	test(
		'a sentence of three thousand words is translated, and can be called off',
		{ tag: '@chromium' },
		async ({ read }) => {
			const page = await read([`Han ${'väntade och '.repeat(1500)}väntade.`]);
			await paragraph(page, 0).getByRole('button', { name: translate }).click();
			await expect(bar(page)).toBeVisible();
			await bar(page).getByRole('button', { name: 'Cancel' }).click();
			await expect(bar(page)).toHaveCount(0);
			await expect(paragraph(page, 0).getByText('No translation yet.')).toBeVisible();
		}
	);
});

test(
	'on a host that sends no headers, the service worker isolates what runs',
	{ tag: '@chromium' },
	async ({ browser }) => {
		const site = await serve({ isolated: false });
		const context = await browser.newContext({ baseURL: site.url });
		const page = await context.newPage();
		await page.goto('/en/');
		expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
		await served(page);
		await keepText(context);
		await keepModel(context);
		await openReading(page, seasidePage);
		expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
		await paragraph(page, 0).getByRole('button', { name: translate }).click();
		await isMachine(paragraph(page, 0), english[0]);
		await context.close();
		await site.close();
	}
);

test('every state fits every width', { tag: '@chromium' }, async ({ read }) => {
	const page = await read([...seaside, long]);
	await button(page, all).click();
	await expect(bar(page)).toBeVisible();
	for (const width of widths) await fitsWidth(page, width);
});
