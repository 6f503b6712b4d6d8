/** The reader's dictionaries on the settings page: files of every kind, made here. */
import type { Locator, Page } from '@playwright/test';
import {
	dict,
	stardict,
	tabbed,
	type Word,
	type WrittenFile
} from '../src/lib/core/words/dictionary/dictionary.fixture';
import {
	axe,
	axeInThemes,
	cutOff,
	expect,
	fitsWidth,
	inUi,
	picked,
	served,
	test,
	uis,
	widths
} from './fixtures';

const words: readonly Word[] = [
	{ word: 'bok', meaning: 'book' },
	{ word: 'Åland', meaning: 'the Åland Islands' }
];

const section = (page: Page) => page.getByRole('region', { name: /^(Dictionaries|Ordböcker)$/ });
const items = (page: Page) =>
	section(page)
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading') });
const names = (page: Page) => items(page).getByRole('heading');

async function add(page: Page, files: readonly WrittenFile[]): Promise<void> {
	const input = page.getByLabel(/^(Add dictionaries|Lägg till ordböcker)$/);
	// Playwright can set files on an input before it is enabled: wait until it is.
	await expect(input).toBeEnabled();
	await input.setInputFiles(picked(files));
}

async function lookUp(page: Page, word: string) {
	await page.getByRole('textbox', { name: /^(Try a word|Prova ett ord)$/ }).fill(word);
	await page.keyboard.press('Enter');
	return section(page).getByRole('status', { name: /^(Entries|Uppslag)$/ });
}

/** Drags by the events that a browser sends: Playwright's own drag does nothing in a system Firefox. */
async function drag(page: Page, handle: Locator, target: Locator): Promise<void> {
	const dataTransfer = await page.evaluateHandle(() => new DataTransfer());
	await handle.dispatchEvent('dragstart', { dataTransfer });
	await target.dispatchEvent('dragover', { dataTransfer });
	await target.dispatchEvent('drop', { dataTransfer });
	await handle.dispatchEvent('dragend', { dataTransfer });
}

const two = [
	...stardict(words, { about: 'Stora svensk-engelska', dictzip: true }),
	...dict([{ word: 'bok', meaning: 'beech' }], true, 'swe-eng-2')
];

test.describe('dictionaries', () => {
	test(
		'are added several at once, stay, and answer in their order',
		{ tag: '@both' },
		async ({ page, open }) => {
			await open('/en/settings/');
			await expect(section(page)).toContainText('You haven’t added any dictionaries yet.');
			await add(page, [...two, { name: 'note.pdf', bytes: Buffer.from('%PDF-1.4') }]);
			await expect(names(page)).toHaveText(['Stora svensk-engelska', 'Swedish-English DICT']);
			await expect(items(page).first()).toContainText('Swedish to English · 2 entries');
			await expect(items(page).first()).toContainText('Licence: CC BY-SA 4.0');
			await expect(section(page)).toContainText('note.pdf isn’t a dictionary in a format');

			await page.reload();
			await expect(names(page)).toHaveText(['Stora svensk-engelska', 'Swedish-English DICT']);
			const found = await lookUp(page, 'BOK');
			await expect(found.getByRole('heading')).toHaveText([
				'Stora svensk-engelska',
				'Swedish-English DICT'
			]);
			await expect(found).toContainText(/book[^]*beech/);
			await expect(found.getByText('bok', { exact: true }).first()).toBeVisible();
			await expect(await lookUp(page, 'qqq')).toHaveText('“qqq” isn’t in your dictionaries.');
		}
	);

	test(
		'are put in order by keyboard and by dragging, removed at once and restored',
		{ tag: '@both' },
		async ({ page, open }) => {
			await open('/en/settings/');
			await add(page, two);
			await expect(names(page)).toHaveCount(2);
			await page.getByRole('button', { name: 'Move “Swedish-English DICT” up' }).focus();
			await page.keyboard.press('Enter');
			await expect(names(page)).toHaveText(['Swedish-English DICT', 'Stora svensk-engelska']);
			await expect(section(page)).toContainText('“Swedish-English DICT” is now number 1 of 2.');
			// Its way up has ended: the focus is on the way down.
			const down = page.getByRole('button', { name: 'Move “Swedish-English DICT” down' });
			await expect(down).toBeFocused();

			await drag(page, items(page).first().locator('.handle'), items(page).last());
			await expect(names(page)).toHaveText(['Stora svensk-engelska', 'Swedish-English DICT']);

			await page.getByRole('button', { name: 'Remove “Stora svensk-engelska”' }).click();
			await expect(names(page)).toHaveText(['Swedish-English DICT']);
			await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
			await expect(await lookUp(page, 'Åland')).toHaveText('“Åland” isn’t in your dictionaries.');
			await page.getByRole('button', { name: 'Undo' }).click();
			await expect(names(page)).toHaveText(['Stora svensk-engelska', 'Swedish-English DICT']);
			await expect(await lookUp(page, 'Åland')).toContainText('the Åland Islands');
		}
	);

	test('show HTML that loads things as plain words', async ({ page, open }) => {
		const meaning =
			'<script>document.title="run"</script><img src="https://example.org/x.png" alt="a picture" onerror="document.title=1"><style>body{background:url(https://example.org/y)}</style><a href="https://example.org/">words</a><ul><li><b>one</b><li>two</ul>';
		// The fixture escapes what it writes as HTML: plain `m` is written as it is.
		const files = stardict([{ word: 'bok', meaning }]).map((file) =>
			file.name.endsWith('.ifo')
				? {
						...file,
						bytes: Buffer.from(
							Buffer.from(file.bytes).toString().replace('sequence=m', 'sequence=h')
						)
					}
				: file
		);
		await open('/en/settings/');
		await add(page, files);
		const found = await lookUp(page, 'bok');
		await expect(found).toContainText('[a picture]words');
		await expect(found.getByRole('listitem')).toHaveText(['one', 'two']);
		expect(await found.locator('a, img, script, style, iframe').count()).toBe(0);
		await expect(page).toHaveTitle(/Settings/);
	});

	test('ask for the part that is missing by its name, and store nothing', async ({
		page,
		open
	}) => {
		await open('/en/settings/');
		await add(page, stardict(words).slice(0, 2));
		await expect(section(page)).toContainText(
			'swe-eng.dict is missing: swe-eng.ifo is only a part'
		);
		await expect(section(page)).toContainText('You haven’t added any dictionaries yet.');
		await axe(page);
		await add(page, tabbed(words));
		await expect(names(page)).toHaveText(['sv-en']);
		await add(page, tabbed(words));
		await expect(section(page)).toContainText('“sv-en” is already in the list');
	});

	test('that are dropped on the page are added', async ({ page, open }) => {
		await open('/en/settings/');
		await expect(page.getByLabel('Add dictionaries')).toBeEnabled();
		const [file] = tabbed(words);
		await page.evaluate(
			(text) => {
				const dataTransfer = new DataTransfer();
				dataTransfer.items.add(new File([text], 'sv-en.tsv'));
				window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
			},
			Buffer.from(file?.bytes ?? []).toString()
		);
		await expect(names(page)).toHaveText(['sv-en']);
	});

	test('are not added once that is cancelled', async ({ page, open }) => {
		await open('/en/settings/');
		const many = Array.from({ length: 400_000 }, (_, i) => ({
			word: `ord${i}`,
			meaning: 'meaning '.repeat(8)
		}));
		await add(page, tabbed(many));
		await expect(section(page).getByRole('progressbar')).toBeVisible();
		await section(page).getByRole('button', { name: 'Cancel' }).click();
		await expect(section(page)).toContainText('You cancelled.');
		await expect(section(page)).toContainText('You haven’t added any dictionaries yet.');
		await add(page, tabbed(words));
		await expect(names(page)).toHaveText(['sv-en']);
	});

	test('are deleted with everything else, which says so', async ({ page, open }) => {
		await open('/en/settings/');
		await add(page, two);
		await expect(names(page)).toHaveCount(2);
		await page.getByRole('button', { name: 'Delete everything…' }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('In this browser you have 2 dictionaries');
		await dialog.getByRole('button', { name: 'Delete everything' }).click();
		await expect(section(page)).toContainText('You haven’t added any dictionaries yet.');
	});

	test('can be looked up offline', { tag: '@kept' }, async ({ page, open, context, faults }) => {
		faults.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
		await open('/en/settings/');
		await served(page);
		await add(page, two);
		await expect(names(page)).toHaveCount(2);
		await cutOff(context);
		await page.reload();
		await expect(names(page)).toHaveCount(2);
		await expect(await lookUp(page, 'bok')).toContainText('beech');
	});

	for (const ui of uis)
		test(`are accessible and fit every width (${ui})`, async ({ page, open }) => {
			await open(inUi(ui, '/en/settings/'));
			const long = stardict([{ word: 'o'.repeat(180), meaning: 'm'.repeat(400) }], {
				about: `${'Nordisk'.repeat(20)} svensk-engelsk`,
				name: 'long'
			});
			await add(page, [...two, ...long]);
			await expect(names(page)).toHaveCount(3);
			await page.getByRole('button', { name: /^(Remove|Ta bort) .Swedish-English DICT/ }).click();
			await expect(names(page)).toHaveCount(2);
			await expect(await lookUp(page, 'o'.repeat(180))).toContainText('mmm');
			// Colours do not depend on the language.
			await (ui === 'en' ? axeInThemes : axe)(page);
			for (const width of widths) await fitsWidth(page, width);
		});
});
