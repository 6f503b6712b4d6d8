/** The settings page: choices take effect, and one file moves the reader's library anywhere. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { axe, axeInThemes, expect, fitsWidth, test, uis, widths } from './fixtures';
import { article, at, backup, file, ids, withLibrary, words } from './library';

const root = (page: Page) => page.locator('html');
/** Playwright can set files on an input before it is enabled: wait until it is. */
async function restore(page: Page, name: string, given: ReturnType<typeof file>): Promise<void> {
	await expect(page.getByLabel(name)).toBeEnabled();
	await page.getByLabel(name).setInputFiles(given);
}
const status = (page: Page) =>
	page
		.getByRole('region', { name: /^(Your library|Ditt bibliotek)$/ })
		.getByRole('status')
		.first();
const choose = (page: Page, group: string, option: string) =>
	page
		.getByRole('radiogroup', { name: group })
		.getByRole('radio', { name: option, exact: true })
		.check();

/** Returns the file that a button saves. */
async function saved(page: Page, button: Locator): Promise<{ name: string; text: string }> {
	if (test.info().project.name === 'firefox') return handed(page, button);
	const downloading = page.waitForEvent('download');
	await button.click();
	const download = await downloading;
	return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Playwright misses a system Firefox's downloads: read the blob that the page saves instead. */
async function handed(page: Page, button: Locator): Promise<{ name: string; text: string }> {
	const handing = page.evaluate(
		() =>
			new Promise<{ name: string; text: string }>((resolve) => {
				const { click } = HTMLAnchorElement.prototype;
				const { createObjectURL } = URL;
				let blob = new Blob();
				URL.createObjectURL = (made: Blob) => createObjectURL((blob = made));
				HTMLAnchorElement.prototype.click = function () {
					HTMLAnchorElement.prototype.click = click;
					URL.createObjectURL = createObjectURL;
					void blob.text().then((text) => resolve({ name: this.download, text }));
				};
			})
	);
	await button.click();
	return handing;
}

test.describe('settings', () => {
	test(
		'change the page at once, and apply before the first paint of the next page',
		{ tag: '@both' },
		async ({ page, open }) => {
			await open('/en/settings/');
			await choose(page, 'Theme', 'Dark');
			await choose(page, 'Text size', 'Largest');
			await choose(page, 'Line spacing', 'Loose');
			await choose(page, 'Line length', 'Long');
			await choose(page, 'Typeface of the original', 'Sans serif');
			await choose(page, 'Translations to show', 'Human translations only');
			const chosen = {
				'data-theme': 'dark',
				'data-size': 'largest',
				'data-leading': 'loose',
				'data-measure': 'wide',
				'data-face': 'sans',
				'data-floor': 'human'
			};
			for (const [name, value] of Object.entries(chosen))
				await expect(root(page)).toHaveAttribute(name, value);
			const size = await page
				.getByRole('group', { name: 'Sample' })
				.locator('[lang=sv]')
				.evaluate((p) => getComputedStyle(p).fontSize);
			expect(Math.round(Number.parseFloat(size))).toBe(32);

			await page.reload({ waitUntil: 'commit' });
			for (const [name, value] of Object.entries(chosen))
				await expect(root(page)).toHaveAttribute(name, value);
			await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

			await choose(page, 'Theme', 'System');
			await expect(root(page)).not.toHaveAttribute('data-theme');
		}
	);

	test('are followed by other tabs', { tag: '@both' }, async ({ page, context, open }) => {
		await open('/en/settings/');
		const other = await context.newPage();
		await other.goto('/sv/settings/');
		await choose(page, 'Theme', 'Sepia');
		await expect(root(other)).toHaveAttribute('data-theme', 'sepia');
		await expect(other.getByRole('radio', { name: 'Sepia' })).toBeChecked();
	});

	test('can be chosen by keyboard alone', async ({ page, open }) => {
		await open('/en/settings/');
		// Before the scripts load, the choices are disabled because nothing would store them.
		await expect(page.getByRole('radio', { name: 'System' })).toBeEnabled();
		await page.getByRole('radio', { name: 'System' }).focus();
		await page.keyboard.press('ArrowRight');
		await expect(root(page)).toHaveAttribute('data-theme', 'light');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('radio', { name: 'Normal' }).first()).toBeFocused();
		await page.getByRole('radio', { name: 'English' }).focus();
		await page.keyboard.press('ArrowLeft');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inställningar');
		await expect(page.getByRole('radio', { name: 'Svenska' })).toBeFocused();
		expect(new URL(page.url()).pathname).toBe('/sv/settings/');
		await expect(root(page)).toHaveAttribute('lang', 'sv');
	});

	test('fall back to the defaults when the stored ones are invalid', async ({ page }) => {
		await page.addInitScript(() => {
			if (origin !== 'null') localStorage.setItem('jamsides.settings', '{"theme":"</x>","size":');
		});
		await page.goto('/en/settings/');
		await expect(page.getByRole('radio', { name: 'System' })).toBeChecked();
		await choose(page, 'Theme', 'Dark');
		await expect(root(page)).toHaveAttribute('data-theme', 'dark');
	});

	test('last for the visit when localStorage is full', async ({ page, open }) => {
		await page.addInitScript(() => {
			Storage.prototype.setItem = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		});
		await open('/en/settings/');
		await choose(page, 'Theme', 'Dark');
		await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
		await expect(root(page)).toHaveAttribute('data-theme', 'dark');
		await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada');
	});
});

test.describe('a backup', () => {
	const library = {
		articles: [article('gard', 3), article('hus')],
		words: [words('The cat sat on the steps.')]
	};

	test(
		'of everything restores everything on another device',
		{ tag: '@both' },
		async ({ page, open, browser, faults }) => {
			await open('/en/settings/');
			await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
			await choose(page, 'Theme', 'Sepia');
			await restore(page, 'Restore from a backup', backup(library));
			await expect(status(page)).toContainText(
				'Added: 2 texts and 1 paragraph that you translated or corrected.'
			);

			const { name, text } = await saved(
				page,
				page.getByRole('button', { name: 'Export a backup' })
			);
			expect(name).toMatch(/^jamsides-backup-\d{4}-\d\d-\d\d\.json$/);
			await expect(status(page)).toContainText(
				'2 texts and 1 paragraph that you translated or corrected'
			);

			const elsewhere = await browser.newContext({ locale: 'sv-SE' });
			await faults.watch(elsewhere);
			const there = await elsewhere.newPage();
			await there.goto('/sv/settings/');
			await restore(there, 'Återställ från en säkerhetskopia', file('kopia.json', text));
			await expect(status(there)).toContainText(
				'Tillagt: 2 texter och 1 stycke som du har översatt eller rättat.'
			);
			await expect(root(there)).toHaveAttribute('data-theme', 'sepia');
			await expect(there.getByRole('textbox', { name: 'Namn' })).toHaveValue('Ada');
			const kept = await withLibrary(await elsewhere.newPage());
			const dump = await kept.evaluate(() => window.library.dump());
			expect(dump.ok && dump.value).toMatchObject(library);
			// One page at a time: Playwright takes a screenshot of a page that closes with its
			// context, which adds a style.
			for (const page of elsewhere.pages()) await page.close();
			await elsewhere.close();
		}
	);

	test('restored twice changes nothing the second time and says so', async ({ page, open }) => {
		await open('/en/settings/');
		await restore(page, 'Restore from a backup', backup(library));
		await expect(status(page)).toContainText('Added');
		await restore(page, 'Restore from a backup', backup(library));
		await expect(status(page)).toContainText(
			'Unchanged, because what is here is the same or newer: 2 texts and 1 paragraph that you translated or corrected.'
		);

		// One that was removed on another device goes here too, and can be put back.
		const gone = { removed: [{ id: 'hus', changedAt: at(5) }] };
		await restore(page, 'Restore from a backup', backup(gone));
		await expect(status(page)).toContainText('Removed, because you had removed it');
		await page.getByRole('button', { name: 'Restore the removed text' }).click();
		await expect(status(page)).toContainText('1 text has been restored.');
		await expect(page.getByText('2 texts').first()).toBeVisible();
	});

	test('never overwrites newer work', async ({ page, context, open }) => {
		const mine = await withLibrary(await context.newPage());
		await mine.evaluate((w) => window.library.putWords(w, null), words('Mine, later.', 5));
		await open('/en/settings/');
		await restore(page, 'Restore from a backup', backup(library));
		await expect(status(page)).toContainText('newer: 1 paragraph that you translated or corrected');
		const work = await mine.evaluate(() => window.library.work('gard'));
		expect(work.ok && work.value.words[0]?.text).toEqual(['Mine, later.']);
	});

	const whole = backup({ articles: [article('ny')] }).buffer.toString();
	const bad: [what: string, text: string, says: string][] = [
		[
			'torn',
			whole.slice(0, -200),
			'x.json is incomplete: the end is missing, so nothing was changed.'
		],
		[
			'altered',
			whole.replace('och så', 'och sa'),
			'x.json has been changed or damaged since it was made, so nothing was restored.'
		],
		['empty', '', 'x.json isn’t a backup from Jämsides, so nothing was changed.'],
		[
			'foreign',
			'{"format":"annat","version":1}',
			'x.json isn’t a backup from Jämsides, so nothing was changed.'
		],
		[
			'newer',
			'{"format":"jamsides-backup","version":99,"library":{}}',
			'x.json was made by a newer version of Jämsides (format 99), and nothing was changed.'
		],
		[
			'broken',
			backup({ places: [{ article: 'x' }] as never }).buffer.toString(),
			'contains invalid data (places.0.fingerprint'
		]
	];
	test('that is not whole and readable changes nothing and says why', async ({
		page,
		context,
		open
	}) => {
		await open('/en/settings/', { settings: { theme: 'dark', changedAt: at(0) } });
		await restore(page, 'Restore from a backup', backup(library));
		await expect(status(page)).toContainText('Added');
		for (const [what, text, says] of bad)
			await test.step(what, async () => {
				await restore(page, 'Restore from a backup', file('x.json', text));
				await expect(status(page)).toContainText(says);
				await expect(root(page)).toHaveAttribute('data-theme', 'dark');
			});
		expect(await ids(await withLibrary(await context.newPage()))).toEqual(['gard', 'hus']);
	});
});

test.describe('deleting everything', () => {
	test('asks first, offers a backup, and leaves nothing', async ({ page, context, open }) => {
		await open('/en/settings/');
		await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
		await restore(
			page,
			'Restore from a backup',
			backup({ articles: [article('gard')], words: [words('Mine.')] })
		);
		await expect(status(page)).toContainText('Added');

		await page.evaluate(() => localStorage.setItem('jamsides.unsaved.gard/en/1', 'half a sen'));
		const dialog = page.getByRole('dialog');
		await page.getByRole('button', { name: 'Delete everything…' }).click();
		await expect(dialog).toContainText('1 text and 1 paragraph that you translated or corrected');
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await expect(page.getByRole('button', { name: 'Delete everything…' })).toBeFocused();

		await page.getByRole('button', { name: 'Delete everything…' }).click();
		const { text } = await saved(
			page,
			dialog.getByRole('button', { name: 'Export a backup first' })
		);
		await expect(dialog.getByRole('status')).toContainText('The backup is ready');
		await dialog.getByRole('button', { name: 'Delete everything', exact: true }).click();
		await expect(status(page)).toContainText('has been deleted');
		await expect(page.getByText('You haven’t added any texts yet.')).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('');
		await expect.poll(() => page.evaluate(() => localStorage.getItem('jamsides.own'))).toBe('[]');
		expect(
			await page.evaluate(() => localStorage.getItem('jamsides.unsaved.gard/en/1'))
		).toBeNull();
		expect(await ids(await withLibrary(await context.newPage()))).toEqual([]);

		await restore(page, 'Restore from a backup', file('back.json', text));
		await expect(status(page)).toContainText('Added: 1 text and 1 paragraph');
		await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada');
	});
});

for (const ui of uis) {
	test(`the page is accessible with everything open (${ui})`, async ({ page, open }) => {
		await open(`/${ui}/settings/`);
		const label = ui === 'en' ? 'Restore from a backup' : 'Återställ från en säkerhetskopia';
		await restore(page, label, file('x.json', '{'));
		await expect(status(page)).toContainText('x.json');
		// Colours do not depend on the language.
		const check = ui === 'en' ? axeInThemes : axe;
		await check(page);
		await page.locator('.clear button').click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await check(page);
		for (const width of widths) await fitsWidth(page, width);
	});
}
