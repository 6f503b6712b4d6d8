/**
 * Adding texts: they are read, checked, corrected and saved. Covers every way in which it can fail.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { maxFiles } from '../src/lib/core/translation/identifyInLibrary';
import { maxCandidates } from '../src/lib/core/translation/libraryFiles';
import { file, fyren, fyrenTitle, readFile, saveText, settled } from './adding';
import { axeInThemes, expect, fitsWidth, sharedArticle, test } from './fixtures';
import { hydrated } from './reading';

const save = (page: Page) => page.getByRole('button', { name: 'Save to the library' });
const lines = (page: Page) =>
	page.getByRole('list', { name: 'Paragraphs in the text' }).locator('li');
const line = (page: Page, number: number) => page.locator(`[data-line="${number}"]`);
const field = (page: Page) => page.getByRole('textbox', { name: /^Text of paragraph/ });
const kind = (page: Page) => page.getByRole('combobox', { name: 'Type' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });
const redo = (page: Page) => page.getByRole('button', { name: 'Redo', exact: true });

/** Expects the reader's library to hold exactly these texts, newest first. */
async function holds(page: Page, ...titles: string[]): Promise<void> {
	await page.goto('/en/');
	const yours = page.getByRole('region', { name: /^Your texts/ });
	await expect(yours.getByRole('heading', { level: 3 })).toHaveText(titles);
}

/** Puts the caret into the open field. */
const caretAt = (page: Page, at: number) =>
	field(page).evaluate((element, at) => {
		const area = element as HTMLTextAreaElement;
		area.focus();
		area.setSelectionRange(at, at);
		area.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
	}, at);

test('a text is read, previewed, saved and opened', async ({ page }) => {
	await readFile(page, file('fyren.txt', fyren()));
	await expect(page.getByLabel('Title', { exact: true })).toHaveValue(fyrenTitle);
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(save(page)).toBeFocused();
	await expect(page.getByLabel('Language')).toHaveValue('sv');
	await expect(page.getByText('The library has no translation of this text.')).toBeVisible();
	await expect(lines(page).first()).toContainText('Det var den 1 oktober');
	await expect(line(page, 3)).toHaveAccessibleName(/Heading 2: Båten från norr$/);
	await save(page).click();
	await page.waitForURL(/\/en\/own\/\?id=fyren-som-ingen-slackte-\w+$/);
	await expect(page.locator('h1')).toContainText(fyrenTitle);
	await holds(page, fyrenTitle);
});

test('a text other than the one asked for is reported as different', async ({ page }) => {
	await page.goto('/en/add/?for=ryskledda-insatsen');
	await expect(page.getByText('You’re adding the original:')).toBeVisible();
	await page.getByLabel('Add texts', { exact: true }).setInputFiles([file('fyren.txt', fyren())]);
	await expect(page.getByText('doesn’t look like this one')).toBeVisible();
	await expect(save(page)).toBeEnabled();
	await settled(page);
});

test('kinds, words, splits, joins and omissions are corrected, undone and redone', async ({
	page
}) => {
	await readFile(page, file('fyren.txt', fyren()));
	await expect(lines(page).first()).toBeVisible();
	const count = await lines(page).count();

	await line(page, 1).click();
	await kind(page).selectOption('Introduction');
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(line(page, 1)).toHaveText('Introduction');

	await line(page, 2).click();
	const at = (await field(page).inputValue()).indexOf('Han bodde');
	await caretAt(page, at);
	await page.getByRole('button', { name: 'Split at the cursor' }).click();
	await expect(lines(page)).toHaveCount(count + 1);
	await expect(field(page)).toHaveValue(/^Han bodde/);
	await page.keyboard.press('Backspace'); // At the start of a block: joins it with the one before.
	await expect(lines(page)).toHaveCount(count);
	await expect(field(page)).toHaveValue(/^Vaktmästaren .*sedan\. Han bodde/);

	await field(page).fill('Vaktmästaren var borta.');
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(lines(page).nth(1)).toContainText('Vaktmästaren var borta.');

	await line(page, 4).press('Delete');
	await expect(lines(page)).toHaveCount(count - 1);
	await page.getByText(/lines? (?:was|were) left out/).click();
	const left = page.getByRole('listitem').filter({ hasText: 'En kväll kom en båt' });
	await expect(left).toContainText('Removed by you');
	await left.getByRole('button', { name: /^Put back/ }).click();
	await expect(lines(page)).toHaveCount(count);
	await expect(lines(page).nth(3)).toContainText('En kväll kom en båt');

	for (let i = 0; i < 20 && (await undo(page).isEnabled()); i++) await undo(page).click();
	await expect(line(page, 1)).toHaveText('Paragraph');
	await expect(lines(page).nth(1)).toContainText('Vaktmästaren hade slutat');
	for (let i = 0; i < 20 && (await redo(page).isEnabled()); i++) await redo(page).click();
	await expect(line(page, 1)).toHaveText('Introduction');
	await expect(lines(page).nth(1)).toContainText('Vaktmästaren var borta.');

	await line(page, 3).click();
	await kind(page).selectOption('Title');
	await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Båten från norr');
	await expect(lines(page).first()).toContainText(fyrenTitle);
});

test('a text is corrected and saved by keyboard alone', { tag: '@both' }, async ({ page }) => {
	await readFile(page, file('fyren.txt', fyren()));
	await line(page, 1).focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(line(page, 3)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(field(page)).toBeFocused();
	await page.keyboard.press('Home');
	await page.keyboard.type('Den tysta ');
	await page.keyboard.press('Escape');
	await expect(line(page, 3)).toBeFocused();
	await expect(lines(page).nth(2)).toContainText('Den tysta Båten från norr');
	await page.keyboard.press('Control+z');
	await expect(lines(page).nth(2)).not.toContainText('Den tysta');
	await page.keyboard.press('Control+Shift+z');
	await expect(lines(page).nth(2)).toContainText('Den tysta');
	await save(page).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/own\//);
});

test('the details of a text can be corrected, and an invalid date is refused', async ({ page }) => {
	await readFile(page, file('fyren.txt', fyren()));
	await page.getByLabel('Title', { exact: true }).fill('Fyrens sista natt');
	await page.getByLabel('Authors').fill('Åsa Öberg, Per Ek');
	await page.getByLabel('Publication').fill('Kustbladet');
	await page.getByRole('textbox', { name: 'Date' }).fill('förra våren');
	await page.getByRole('textbox', { name: 'Date' }).blur();
	await expect(page.getByRole('alert')).toContainText('“förra våren” isn’t a valid date');
	await page.getByRole('textbox', { name: 'Date' }).fill('2022-01-17/2022-01-21');
	await page.getByRole('textbox', { name: 'Date' }).blur();
	await expect(page.getByText('17–21 January 2022')).toBeVisible();
	await save(page).click();
	await page.waitForURL(/\/own\//);
	await page.goto('/en/');
	const entry = page.getByRole('article').filter({ hasText: 'Fyrens sista natt' });
	await expect(entry).toContainText(/Åsa Öberg, Per Ek · Kustbladet · 17–21\s*January\s*2022/);
});

test('an unfinished text is found again, and can be finished or discarded', async ({
	page,
	context
}) => {
	await readFile(page, file('fyren.txt', fyren()));
	await page.getByLabel('Title', { exact: true }).fill('Halvvägs');
	await page.getByLabel('Title', { exact: true }).blur();
	await expect(page.getByText('Saved as a draft')).toBeVisible();
	await page.close();

	const again = await context.newPage();
	await again.goto('/en/add/');
	const unfinished = again.getByRole('listitem').filter({ hasText: 'Halvvägs' });
	await expect(unfinished).toContainText('Unfinished');
	await unfinished.getByRole('button', { name: 'Discard' }).click();
	await expect(unfinished).toHaveCount(0);
	await again.getByRole('button', { name: 'Undo' }).click();
	await unfinished.getByRole('link', { name: 'Check and edit' }).click();
	await expect(again.getByLabel('Title', { exact: true })).toHaveValue('Halvvägs');
	await again.reload();
	await expect(again.getByLabel('Title', { exact: true })).toHaveValue('Halvvägs');
	await save(again).click();
	await again.waitForURL(/\/own\//);
	await again.goto('/en/add/');
	await expect(again.getByText('Unfinished')).toHaveCount(0);
});

test(
	'an unfinished text can be edited in one tab at a time',
	{ tag: '@both' },
	async ({ page, context }) => {
		await readFile(page, file('fyren.txt', fyren()));
		await expect(save(page)).toBeVisible();
		const other = await context.newPage();
		await other.goto('/en/add/');
		await expect(other.getByText('1 unfinished text is open in another tab.')).toBeVisible();
		await page.close();
		await other.reload();
		await expect(other.getByRole('link', { name: 'Check and edit' })).toBeVisible();
	}
);

test('two tabs add texts at once, and both texts are kept', async ({ page, context }) => {
	const other = await context.newPage();
	await Promise.all([saveText(page, 'a.txt', fyren(2)), saveText(other, 'b.txt', fyren(3))]);
	await page.goto('/en/');
	for (const nth of [2, 3])
		await expect(page.getByRole('heading', { name: `${fyrenTitle}, del ${nth}` })).toBeVisible();
});

test('several files are read side by side, each with its own result', async ({ page }) => {
	await readFile(
		page,
		file('ett.txt', fyren(1)),
		file('tom.txt', ' \n'),
		file('bild.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1])),
		file('tva.txt', fyren(2))
	);
	const list = page.getByRole('region', { name: 'Being added' });
	await expect(list.getByRole('listitem')).toHaveCount(4);
	await expect(list.getByText('“tom.txt” wasn’t added: it contains no text.')).toBeVisible();
	await expect(
		list.getByText('“bild.txt” wasn’t added: it is an image, not plain text.')
	).toBeVisible();
	await page.getByRole('button', { name: 'Save all' }).click();
	await expect(list.getByText('Saved in your library.')).toHaveCount(2);
	await list.getByRole('button', { name: 'Dismiss' }).first().click();
	await expect(list.getByRole('listitem')).toHaveCount(3);
	await holds(page, `${fyrenTitle}, del 2`, fyrenTitle);
});

test('a text that is already in the library is opened or replaced, never duplicated', async ({
	page
}) => {
	await saveText(page, 'fyren.txt', fyren());
	await readFile(page, file('igen.txt', fyren()));
	await page.getByLabel('Title', { exact: true }).fill('Fyren igen');
	await save(page).click();
	const alert = page.getByRole('alert').filter({ hasText: 'already in your library' });
	await expect(alert.getByRole('link', { name: 'Open the saved text' })).toHaveAttribute(
		'href',
		/\/en\/own\/\?id=fyren-/
	);
	await alert.getByRole('button', { name: 'Replace it with this one' }).click();
	await page.waitForURL(/\/own\//);
	await holds(page, 'Fyren igen');
});

test(
	'a pasted text is read like a file, even with lone surrogates',
	{ tag: '@both' },
	async ({ page }) => {
		await page.goto('/en/add/');
		const paste = page.getByLabel('Or paste text');
		await paste.fill(fyren());
		await paste.evaluate((area: HTMLTextAreaElement) => {
			area.value = area.value.replace('norr.', 'no\ud800rr.');
			area.dispatchEvent(new Event('input', { bubbles: true }));
		});
		await page.getByRole('button', { name: 'Add this text' }).click();
		await expect(page.getByLabel('Title', { exact: true })).toHaveValue(fyrenTitle);
		await save(page).click();
		await page.waitForURL(/\/own\//);
	}
);

test('files dropped anywhere on the page are read', { tag: '@both' }, async ({ page }) => {
	await page.goto('/en/add/');
	await hydrated(page);
	const dropped = await page.evaluateHandle((text) => {
		const data = new DataTransfer();
		data.items.add(new File([text], 'fyren.txt', { type: 'text/plain' }));
		return data;
	}, fyren());
	await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
	await expect(page.getByText('Drop to add the files.')).toBeVisible();
	await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
	await expect(page.getByLabel('Title', { exact: true })).toHaveValue(fyrenTitle);
});

test('a long import shows its progress and can be cancelled', async ({ page }) => {
	// A worker that never finishes, and records that it was terminated.
	await page.addInitScript(() => {
		window.Worker = class extends EventTarget {
			onmessage: ((event: { data: unknown }) => void) | null = null;
			postMessage({ id }: { id: number }) {
				setTimeout(() => this.onmessage?.({ data: { type: 'progress', id, progress: 0.4 } }));
			}
			terminate() {
				document.documentElement.dataset['ended'] = '';
			}
		} as unknown as typeof Worker;
	});
	await readFile(page, file('lang.txt', fyren()));
	await expect(page.getByRole('progressbar')).toHaveAccessibleName('Finding the paragraphs… 40%');
	await page.getByRole('button', { name: 'Cancel: lang.txt' }).click();
	await expect(page.locator('html[data-ended]')).toHaveCount(1);
	await expect(page.getByRole('progressbar')).toHaveCount(0);
	await expect(page.getByText('lang.txt')).toHaveCount(0);
});

test('the page stays responsive while a text of 2 MB is read', async ({ page }) => {
	const paragraph = fyren().split('\n\n')[1] ?? '';
	const novel = `En mycket lång roman\n\n${Array.from({ length: 11_000 }, (_, i) => `${i} ${paragraph}`).join('\n\n')}\n`;
	expect(Buffer.byteLength(novel)).toBeGreaterThan(2_000_000);
	await page.goto('/en/add/');
	await page.evaluate(() => {
		const beat = () => {
			document.documentElement.dataset['beats'] = String(
				Number(document.documentElement.dataset['beats'] ?? 0) + 1
			);
			if (!document.querySelector('ol')) requestAnimationFrame(beat);
		};
		requestAnimationFrame(beat);
	});
	await page.getByLabel('Add texts', { exact: true }).setInputFiles(file('roman.txt', novel));
	await expect(page.getByText(/11,000 paragraphs/)).toBeVisible();
	expect(Number(await page.locator('html').getAttribute('data-beats'))).toBeGreaterThan(3);
	// Only the visible part is in the page; the End key goes to the end.
	expect(await lines(page).count()).toBeLessThan(2000);
	await line(page, 1).focus();
	await page.keyboard.press('End');
	await expect(line(page, 11_000)).toBeFocused();
	await save(page).click();
	await page.waitForURL(/\/own\//);
});

test('a file in doubtful letters asks which reads right, with a line in each', async ({ page }) => {
	const text = `${fyren()}\nDet hÃ¤r stycket kommer från en annan fil, och dÃ¤rfÃ¶r är det fel.\n`;
	await readFile(page, file('blandat.txt', text));
	const question = page.getByRole('group', { name: 'Which line reads right?' });
	const asIs = question.getByRole('radio', { name: /^Det hÃ¤r stycket.* UTF-8, as it is$/ });
	const right = question.getByRole('radio', { name: /^Det här stycket/ });
	await expect(asIs).toBeChecked();
	await right.check();
	await expect(lines(page).last()).toContainText('Det här stycket kommer från en annan fil');
	await expect(right).toBeChecked();
	await undo(page).click();
	await expect(lines(page).last()).toContainText('hÃ¤r');
	await expect(asIs).toBeChecked();
	await redo(page).click();
	await axeInThemes(page);
	await save(page).click();
	await page.waitForURL(/\/own\//);
	await expect(page.getByText('därför är det fel')).toBeVisible();
});

test('a reference whose note is missing says so', async ({ page }) => {
	const text = fyren()
		.replace('hundra år,', 'hundra år,¹')
		.replace('före kriget.', 'före kriget.²');
	await readFile(page, file('noter.txt', `${text}\n¹ Enligt journalen.\n`));
	await expect(page.getByText('1 reference has no note in the file.')).toBeVisible();
	await save(page).click();
	await page.waitForURL(/\/own\//);
	await expect(page.getByRole('link', { name: 'Note 1' })).toBeVisible();
	await expect(page.getByRole('img', { name: 'Note 2: the text has no such note' })).toBeVisible();
});

test.describe('an unreadable input says why, and changes nothing', () => {
	const refused: readonly [what: string, name: string, content: string | Buffer, says: RegExp][] = [
		['an empty file', 'tom.txt', '', /“tom.txt” wasn’t added: it contains no text/],
		['a PDF that is cut short', 'sida.txt', '%PDF-1.7\n%âãÏÓ\n', /is damaged or incomplete/],
		['a rich text', 'brev.txt', '{\\rtf1 Ord.}', /, not plain text/],
		[
			'a binary',
			'data.txt',
			Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)),
			/isn’t plain text/
		],
		[
			'a text in a third language',
			'drei.txt',
			'Es war einmal ein kleines Mädchen, das hatte jedermann lieb, der es nur ansah, am allerliebsten aber seine Großmutter. Sie wusste gar nicht, was sie alles dem Kinde geben sollte, und schenkte ihm einmal ein Käppchen von rotem Samt.\n\n'.repeat(
				4
			),
			/seems to be German, not Swedish or English/
		]
	];
	test('a file that is empty, in another format or in another language', async ({ page }) => {
		await saveText(page, 'fyren.txt', fyren());
		for (const [what, name, content, says] of refused)
			await test.step(what, async () => {
				await readFile(page, file(name, content));
				await expect(page.getByRole('alert')).toContainText(says);
			});
		await holds(page, fyrenTitle);
	});

	test('a file of 50 MB', async ({ page }) => {
		const path = test.info().outputPath('stor.txt');
		writeFileSync(path, 'Ord. '.repeat(10_000_000));
		await page.goto('/en/add/');
		await page.getByLabel('Add texts', { exact: true }).setInputFiles(path);
		await expect(page.getByRole('alert')).toContainText(/is 50 MB, and the limit is 20 MB/);
	});

	test('the message is in Swedish on the Swedish page', async ({ page }) => {
		await page.goto('/sv/add/');
		await page.getByLabel('Lägg till texter', { exact: true }).setInputFiles(file('tom.txt', ''));
		await expect(page.getByRole('alert')).toContainText(
			'”tom.txt” lades inte till: filen innehåller ingen text.'
		);
	});
});

test('the reader can correct the recognised language', async ({ page }) => {
	await readFile(
		page,
		file(
			'norsk.txt',
			'Jeg vet ikke hva dette er, men det skulle gjerne leses likevel.\n\nHvor er du nå? Hun kjente noe som ikke lenger fantes der.\n'
		)
	);
	await page.getByRole('button', { name: 'It’s in Swedish' }).click();
	await expect(page.getByLabel('Language')).toHaveValue('sv');
	await expect(save(page)).toBeVisible();
});

test('a text that contains markup and script stays plain text', async ({ page }) => {
	const evil = [
		'En text om taggar',
		'Den som skriver <script>document.documentElement.dataset.ran = 1</script> i en text vill att det ska stå där och inte göra något alls.',
		'Detsamma gäller <img src="https://example.org/x.png" onerror="document.documentElement.dataset.ran = 1"> och [en länk](javascript:alert(1)) som ingen ska kunna följa, hur mycket de än vill det.'
	].join('\n\n');
	await saveText(page, 'taggar.txt', evil);
	await expect(page.locator('body')).toContainText('<img src="https://example.org/x.png"');
	await page.goto('/en/add/');
	expect(await page.locator('html').getAttribute('data-ran')).toBeNull();
	expect(await page.locator('a[href^="javascript"], img, script[src*="example"]').count()).toBe(0);
});

test('one endless line and a hundred thousand one-word lines are read', async ({ page }) => {
	const sentence = 'Det var en gång en liten pojke som bodde vid havet och väntade på sin far. ';
	await readFile(page, file('rad.txt', sentence.repeat(8000)));
	await expect(save(page)).toBeVisible();
	await readFile(page, file('ord.txt', sentence.repeat(7000).trim().split(' ').join('\n')));
	await expect(save(page)).toBeVisible();
	await expect(lines(page).first()).toBeVisible();
});

test('a full disk is reported, and nothing is lost', { tag: '@both' }, async ({ page }) => {
	await saveText(page, 'fyren.txt', fyren());
	await page.addInitScript(() => {
		for (const method of ['put', 'add'] as const)
			IDBObjectStore.prototype[method] = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
	});
	await readFile(page, file('tva.txt', fyren(2)));
	await save(page).click();
	await expect(page.getByRole('alert')).toContainText('The browser’s storage is full');
	await expect(lines(page).first()).toBeVisible();
	await holds(page, fyrenTitle);
});

test('a real article is recognised at once, and opens side by side', async ({ page }) => {
	const path = sharedArticle('ryskledda-insatsen.sv.txt');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto('/en/');
	await page.getByRole('link', { name: /^Add the original: Ryskledda/ }).click();
	await expect(page.getByText('You’re adding the original:')).toBeVisible();
	await page.getByLabel('Add texts', { exact: true }).setInputFiles(path);
	await expect(
		page.getByText(/The library has this text in English: (\d+) of \1 paragraphs\./)
	).toBeVisible();
	await expect(page.getByLabel('Title', { exact: true })).toHaveValue(/^Ryskledda insatsen/);
	await expect(page.getByLabel('Authors')).toHaveValue('Jakob Hedenskog, Hugo von Essen');
	await expect(page.getByRole('textbox', { name: 'Date' })).toHaveValue('2022-01-15');
	// The importer alone asks, for the article and some prefixes.
	const files = asked.filter((path) => path.startsWith('/stored/fingerprints/'));
	expect(files).toContain('/stored/fingerprints/root.json');
	expect(files.length).toBeLessThanOrEqual(1 + maxFiles + maxCandidates);
	expect(new Set(files).size).toBe(files.length);
	await save(page).click();
	await page.waitForURL('/en/read/ryskledda-insatsen/');
	await expect(page.getByRole('radio', { name: 'Both' })).toBeEnabled();
	await settled(page);
});

test('every state is accessible in every theme, and fits every width', async ({ page, open }) => {
	await open('/en/add/');
	await page
		.getByLabel('Add texts', { exact: true })
		.setInputFiles([file('ett.txt', fyren(1)), file('tom.txt', '')]);
	await expect(page.getByRole('alert')).toBeVisible();
	await axeInThemes(page);
	await page.getByRole('link', { name: 'Check and edit' }).first().click();
	await line(page, 1).click();
	await axeInThemes(page);
	for (const width of [320, 390, 820]) await fitsWidth(page, width);
});
