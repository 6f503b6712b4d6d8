/** On-device translation: requested, shown as it arrives, kept, discarded. */
import type { Locator, Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import {
	axe,
	axeInThemes,
	cutOff,
	expect,
	fitsWidth,
	served,
	test as base,
	widths
} from './fixtures';
import {
	answers,
	asked,
	isMachine,
	keepModel,
	keepSmallBook,
	keepText,
	keepWords,
	killWorker,
	long,
	noteAsked,
	removeModel,
	seaside,
	seasidePage,
	waiting
} from './on-device';
import {
	button,
	choose,
	frames,
	openReading,
	paragraph,
	press,
	signAndSave,
	translation
} from './reading';

/** A page with an untranslated text, a model on the device, and no network. */
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

/** Records layout shifts (Chromium reports them), except words inside an arriving translation. */
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
/** Returns the layout shift since the last call. */
const shiftsSince = (page: Page): Promise<number> =>
	page.evaluate(() =>
		(window as never as { shifts: number[] }).shifts
			.splice(0)
			.reduce((sum, shift) => sum + shift, 0)
	);

/** Returns an element’s text from the moment that it has these words. */
const textOnce = (element: Locator, words: string): Promise<string> =>
	element.evaluate(
		(node, words) =>
			new Promise((found) => {
				const look = () => {
					const text = node.textContent ?? '';
					if (!text.includes(words)) return;
					observer.disconnect();
					found(text);
				};
				const observer = new MutationObserver(look);
				observer.observe(node, { subtree: true, childList: true, characterData: true });
				look();
			}),
		words
	);

test.describe('a paragraph', () => {
	test('is translated in place, and names its translator', { tag: '@both' }, async ({ read }) => {
		const page = await read();
		const row = paragraph(page, 1);
		await press(row, translate);
		await isMachine(row, english[1]);
		await expect(translation(row).locator('em')).toHaveText('The man');
		await expect(translation(row).getByRole('link', { name: 'Note 1' })).toBeVisible();
		await expect(row.locator('.by')).toContainText('Machine translation, made on your device');
		await expect(row.locator('.mark')).toContainText('Machine');
		await expect(row.locator(':focus')).toHaveCount(1);
		await expect(page.getByRole('img', { name: /1 machine/ })).toBeVisible();
		// The run before it says once, where it begins, that it has none.
		await expect(page.locator('.row.heading')).toContainText('No translation yet (2 paragraphs).');
		await expect(paragraph(page, 0)).not.toContainText('No translation yet');
	});

	test('is translated by key', async ({ read }) => {
		const page = await read();
		await paragraph(page, 2).locator('.perma').focus();
		await page.keyboard.press('d');
		await isMachine(paragraph(page, 2), english[2]);
	});

	test('shows its sentences as they arrive, without layout shifts', async ({ read }) => {
		const page = await read([...seaside, ...seaside, ...seaside, long, ...seaside]);
		await button(page, all).click();
		await expect(said(page)).toContainText('were translated', { timeout: 100_000 });
		await noteShifts(page);
		const nth = 3 * seaside.length;
		for (const look of [
			['Both', 'Rows'],
			['Both', 'Stacked']
		] as const) {
			await choose(page, look);
			const row = paragraph(page, nth);
			// Missing between two translated ones: nothing else says less or more afterwards.
			await row.getByRole('button', { name: /^Machine/ }).click();
			await button(page, 'Remove this machine translation').click();
			await button(page, 'Dismiss').click();
			await row.scrollIntoViewIfNeeded();
			await press(row, translate);
			await expect(translation(row)).toHaveAttribute('aria-busy', 'true');
			const half = textOnce(translation(row), 'He waited and waited all night.');
			const below = paragraph(page, nth + 1);
			await frames(page, 40);
			await shiftsSince(page);
			const before = await below.evaluate((element) => element.getBoundingClientRect().top);
			expect(await half).toContain('Han väntade');
			await expect(translation(row)).not.toHaveAttribute('aria-busy', { timeout: 100_000 });
			await frames(page);
			expect(await below.evaluate((element) => element.getBoundingClientRect().top)).toBe(before);
			expect(await shiftsSince(page)).toBeLessThan(0.01);
		}
	});

	test('highlights its sentences like any other', async ({ read }) => {
		const page = await read();
		await press(paragraph(page, 0), translate);
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

	test.describe('that the model cannot translate, or only partly', () => {
		const cases = [
			['🦊 🌲 1986', 'There is nothing to translate here.'],
			['This is how it was, and this is how it will be.', 'This is already in English.'],
			['Denna samt dess inom detta.', 'This couldn’t be machine-translated.']
		] as const;
		test('says why there is no translation', async ({ read }) => {
			const page = await read([...seaside, ...cases.map(([text]) => text)]);
			const rows = cases.map(([, words], at) => ({
				row: paragraph(page, seaside.length + at),
				words
			}));
			for (const { row, words } of rows) {
				await press(row, translate);
				await expect(translation(row)).toContainText(words);
				await expect(translation(row)).toHaveAttribute('data-origin', 'none');
				await expect(row.getByRole('button', { name: 'Write one' })).toBeVisible();
			}
			await button(page, all).click();
			await expect(said(page)).toContainText('were translated');
			for (const { row, words } of rows) await expect(translation(row)).toContainText(words);
		});

		test('says which sentence is left untranslated, and which term is not used', async ({
			read,
			context
		}) => {
			const texts = [
				'Vi gick hem. Denna samt dess inom detta.',
				'Där såg han Berg.',
				'Han såg Berg.'
			];
			const page = await read(texts);
			const row = paragraph(page, 0);
			await press(row, translate);
			await isMachine(row, 'We went home. Denna samt dess inom detta.');
			await expect(row).toContainText(
				'One sentence couldn’t be translated and is shown here in Swedish: “Denna samt dess inom detta.”'
			);
			await expect(said(page)).toContainText('parts couldn’t be translated');
			// A name that the reader has left unchanged, and that the model takes for a word.
			await keepWords(context, texts[1], 'There he saw Berg.');
			await expect(translation(paragraph(page, 1))).toHaveText('There he saw Berg.');
			await press(paragraph(page, 2), translate);
			await isMachine(paragraph(page, 2), 'He saw Mountain.');
			await expect(paragraph(page, 2)).toContainText(
				'One term isn’t used in this translation: “Berg” should stay as it is'
			);
		});

		test('is translated again, with a different result', async ({ read }) => {
			const page = await read(['snubbel över huset.', 'VI GICK HEM OCH VÄNTADE HELA NATTEN.']);
			await button(page, all).click();
			await isMachine(paragraph(page, 0), 'stumble over the house.');
			await isMachine(paragraph(page, 1), 'WE WENT HOME AND WAITED ALL NIGHT.');
		});
	});
});

test.describe('an article', () => {
	test('is translated where a translation is missing, and shows its progress', async ({ read }) => {
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
		await bar(page).getByRole('button', { name: 'Resume' }).click();
		await expect(said(page)).toContainText('7 paragraphs were translated on this device.', {
			timeout: 100_000
		});
		await expect(bar(page)).toHaveCount(0);
		for (const [nth, words] of english.entries()) await isMachine(paragraph(page, nth), words);
		await expect(page.locator('.head .coverage')).toHaveText('Machine-translated');
		await expect(button(page, all)).toHaveCount(0);
		// Announced in full once, when the run begins.
		await expect(page.locator('.by.machine')).toHaveCount(1);
	});

	test('keeps finished sentences after a cancel, and shows them at once when asked again', async ({
		read
	}) => {
		const page = await read([...seaside, long, waiting(48)]);
		// Pressed from within the page: the last paragraph may be done before a click arrives.
		await page.evaluate((name) => {
			const watch = new MutationObserver(() => {
				const first = document.querySelector(
					'.row.paragraph > .t[data-origin="machine"]:not([aria-busy])'
				);
				const cancel = [...document.querySelectorAll('button')].find(
					(button) => button.textContent?.trim() === name
				);
				if (!first || !cancel) return;
				watch.disconnect();
				cancel.click();
			});
			watch.observe(document.body, { subtree: true, childList: true, attributes: true });
		}, 'Cancel');
		await button(page, all).click();
		await isMachine(paragraph(page, 0), english[0]);
		await expect(bar(page)).toHaveCount(0);
		await isMachine(paragraph(page, 0), english[0]);
		await expect(translation(paragraph(page, 5))).toHaveAttribute('data-origin', 'none');
		const once = [...(await asked(page))];
		await page.reload();
		await isMachine(paragraph(page, 0), english[0]);
		await button(page, all).click();
		await expect(said(page)).toContainText('translated', { timeout: 100_000 });
		const twice = await asked(page);
		// Only the sentences in progress at the cancel are requested again.
		expect(twice.filter((sentence) => once.slice(0, -8).includes(sentence))).toEqual([]);
	});

	test(
		'shows its translation again without a model and a network',
		{ tag: '@kept' },
		async ({ read, context, faults }) => {
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
		}
	);

	test('is translated in two tabs with each sentence computed once', async ({ read, context }) => {
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
	});
});

test.describe('translation while reading', () => {
	const many = Array.from({ length: 60 }, (_, n) => `Han väntade ${n + 2} dagar. Ingen kom.`);

	test('covers the paragraphs on the screen and the next ones', async ({ read, open }) => {
		await open(seasidePage, { settings: { translate: 'reading' } });
		const page = await read(many);
		await isMachine(paragraph(page, 0), 'He waited 2 days. Nobody came.');
		const last = paragraph(page, many.length - 1);
		await expect(translation(last)).toHaveAttribute('data-origin', 'none');
		await last.scrollIntoViewIfNeeded();
		await isMachine(last, 'He waited 61 days. Nobody came.');
		await expect(bar(page)).toHaveCount(0);
	});

	test('is chosen in the panel, and stays on at the next visit', async ({ read }) => {
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

test.describe('a machine translation', () => {
	test('can be corrected, and stays as the reader corrected it', async ({ read }) => {
		const page = await read();
		await press(paragraph(page, 2), translate);
		await isMachine(paragraph(page, 2), english[2]);
		await more(page, 2);
		await button(page, 'Correct the translation').click();
		const row = paragraph(page, 2);
		await row
			.getByRole('textbox', { name: 'Your translation into English' })
			.fill('We went back home.');
		await signAndSave(row);
		await expect(translation(row)).toHaveAttribute('data-origin', 'machine');
		await expect(translation(row)).toHaveAttribute('data-revised', 'true');
		await expect(row).toContainText('Machine translation, corrected by Ada');
		// No later machine translation replaces it.
		await button(page, all).click();
		await expect(said(page)).toContainText('were translated');
		await expect(translation(row)).toHaveText('We went back home.');
		await more(page, 2);
		await button(page, 'Compare with a machine translation').click();
		const compared = page.getByRole('region', { name: 'Machine translation, made on your device' });
		await expect(compared).toContainText('We went home.');
		await axe(page);
		await button(page, 'Close').click();
		await expect(translation(row)).toHaveText('We went back home.');
	});

	test('is discarded by paragraph and by article, and restored', async ({ read, context }) => {
		const page = await read();
		await button(page, all).click();
		await expect(said(page)).toContainText('translated');
		const made = await answers(context);
		await more(page, 0);
		await button(page, 'Remove this machine translation').click();
		await expect(paragraph(page, 0).getByText('No translation yet.')).toBeVisible();
		expect(await answers(context)).toBe(made - 2);
		await button(page, 'Undo').click();
		await isMachine(paragraph(page, 0), english[0]);
		expect(await answers(context)).toBe(made);

		await button(page, 'More').click();
		await button(page, 'Machine translation').click();
		await button(page, /^Remove its \d machine translations$/).click();
		await expect(page.locator('.row > .t[data-origin="machine"]')).toHaveCount(0);
		expect(await answers(context)).toBe(0);
		await page.reload();
		await expect(page.getByText('This text has no translation yet.')).toBeVisible();
	});
});

test.describe('when something goes wrong', () => {
	test('a missing model is explained: what is needed, from whom, and where to get it', async ({
		page,
		context
	}) => {
		await keepText(context);
		await openReading(page, seasidePage);
		await press(paragraph(page, 0), translate);
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('about 110 MB, from huggingface.co, licence CC-BY 4.0');
		await expect(dialog).toContainText('Nothing is downloaded until you ask for it.');
		await axe(page);
		await expect(dialog.getByRole('link', { name: 'Download the model…' })).toHaveAttribute(
			'href',
			'/en/settings/#models'
		);
	});

	test('refused cache access is reported, and translation works once it is allowed', async ({
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
		await press(row, translate);
		const refused = page.getByRole('alert').filter({ hasText: 'doesn’t save files for this page' });
		await expect(refused).toBeVisible();
		await page.keyboard.press('Escape');
		await page.evaluate(() => void (window as never as { allow: () => void }).allow());
		await press(row, translate);
		await isMachine(row, english[2]);
	});

	test('a dead worker is replaced without the reader noticing', async ({ read }) => {
		const page = await read([...seaside, long]);
		await button(page, all).click();
		await isMachine(paragraph(page, 0), english[0]);
		await killWorker(page);
		await expect(said(page)).toContainText('7 paragraphs were translated', { timeout: 100_000 });
	});

	test('a tab closed during translation keeps the finished sentences', async ({
		read,
		context
	}) => {
		const page = await read([...seaside, long]);
		await button(page, all).click();
		await isMachine(paragraph(page, 3), english[3]);
		await page.close();
		const again = await context.newPage();
		await openReading(again, seasidePage);
		await isMachine(paragraph(again, 3), english[3]);
		await again.close();
	});

	test('a translator that fails to load is reported, and the next try works', async ({
		page,
		read,
		faults
	}) => {
		faults.allow(/Failed to load resource|ERR_FAILED|translator|wasm/i);
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

	test('where the fast module does not come it translates more slowly, and the settings say so', async ({
		page,
		read,
		faults
	}) => {
		faults.allow(/Failed to load resource|ERR_FAILED|marian|wasm/i);
		await read(seaside.slice(2, 3));
		await page.route(/marian[\w-]*\.[\w-]+\.wasm$/, (route) => route.abort());
		await press(paragraph(page, 0), translate);
		await isMachine(paragraph(page, 0), english[2]);
		await page.goto('/en/settings/');
		const model = page.getByRole('group', { name: 'From Swedish to English' });
		await model.scrollIntoViewIfNeeded();
		await expect(model.getByText('It runs more slowly for now')).toBeVisible();
		await axeInThemes(page);
	});

	test('the translation of a sentence of three thousand words can be cancelled', async ({
		read
	}) => {
		const page = await read([`Han ${'väntade och '.repeat(1500)}väntade.`]);
		await press(paragraph(page, 0), translate);
		await expect(bar(page)).toBeVisible();
		await bar(page).getByRole('button', { name: 'Cancel' }).click();
		await expect(bar(page)).toHaveCount(0);
		await expect(page.getByText('This text has no translation yet.')).toBeVisible();
	});
});

test('a book is translated ahead of its reader, once it is asked for, also after a restart', async ({
	page,
	context
}) => {
	await keepSmallBook(context);
	await keepModel(context);
	await noteAsked(page);
	await page.goto('/en/own/book/?id=havet', { waitUntil: 'networkidle' });
	const ahead = page.getByRole('region', { name: 'Translate ahead' });
	const isOn = ahead.getByRole('checkbox', { name: 'Translate ahead' });
	await expect(isOn).not.toBeChecked();
	await isOn.check();
	await expect(ahead).toContainText(/\d+% translated/);
	await ahead.getByRole('button', { name: 'Pause' }).click();
	await expect(ahead).toContainText('Paused');
	await axe(page);
	await page.reload();
	await expect(ahead).toContainText('Paused');
	expect(await asked(page)).toEqual([]);
	await ahead.getByRole('button', { name: 'Resume' }).click();
	await expect(ahead).toContainText('This chapter and the next are translated.', {
		timeout: 100_000
	});
	for (const width of widths) await fitsWidth(page, width);
	// The next chapter is there, and nothing more is computed for it; the one after it follows.
	await openReading(page, '/en/own/?id=havet-2');
	await isMachine(paragraph(page, 0), 'We went home.');
	await expect.poll(() => asked(page)).toEqual(['Huset stod vid havet, och solen lyste.']);
});

test('on a host without isolation headers, the service worker isolates the page', async ({
	browser
}) => {
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
	await press(paragraph(page, 0), translate);
	await isMachine(paragraph(page, 0), english[0]);
	await context.close();
	await site.close();
});

test('every state fits every width', async ({ read }) => {
	const page = await read([...seaside, long]);
	await button(page, all).click();
	await expect(bar(page)).toBeVisible();
	for (const width of widths) await fitsWidth(page, width);
});
