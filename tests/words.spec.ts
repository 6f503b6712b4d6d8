/** The reader's saved words: listed, changed, undone, exported to Anki, repeated, underlined. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { block } from '../src/lib/core/text/block';
import { axe, axeInThemes, cutOff, expect, fitsWidth, inUi, served, test, uis } from './fixtures';
import { article, backup, withLibrary } from './library';
import { firstWords } from './highlights';
import { button, hydrated, openReading, original, paragraph, timeline } from './reading';
import { ask, hasSqlite } from './sqlite';
import { put, savedWord, underlined } from './words';

const page_ = '/en/words/';
const items = (page: Page) => page.getByRole('list', { name: 'Saved words' }).getByRole('listitem');
const item = (page: Page, lemma: string) =>
	items(page).filter({ has: page.getByText(lemma, { exact: true }) });
const lemmas = (page: Page) => items(page).locator('.head b').allTextContents();

async function openWords(page: Page, path = page_): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await hydrated(page);
}

async function downloaded(page: Page, from: Locator): Promise<{ name: string; bytes: Buffer }> {
	const [file] = await Promise.all([page.waitForEvent('download'), from.click()]);
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const cat = savedWord('katt', { form: 'katten' });
const three = [cat, savedWord('hus', {}, 1), savedWord('åker', { state: 'known' }, 2)];

async function withWords(page: Page, words = three): Promise<void> {
	await withLibrary(page);
	await put(page, words);
	await openWords(page);
	await expect(items(page)).toHaveCount(Math.min(100, words.length));
}

test('a word is added by hand, changed, removed and restored by key alone', async ({ page }) => {
	await page.goto('/en/');
	await page.getByRole('link', { name: 'Words', exact: true }).click();
	await expect(page.getByText('You haven’t saved any words yet.')).toBeVisible();
	await page.getByText('Add a word', { exact: true }).focus();
	await page.keyboard.press('Enter');
	const word = page.getByRole('textbox', { name: 'Word', exact: true });
	await word.focus();
	await page.keyboard.type('kulle');
	await page.keyboard.press('Tab');
	await page.keyboard.type('hill');
	await page.keyboard.press('Enter');
	await expect(page.getByText('“kulle” was added.')).toBeVisible();
	await expect(item(page, 'kulle')).toContainText('hill');
	await expect(word).toBeFocused();
	await page.keyboard.type('Kulle');
	await page.keyboard.press('Enter');
	await expect(page.getByText('“Kulle” is already saved.')).toBeVisible();
	await expect(items(page)).toHaveCount(1);

	await button(page, 'Edit').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Meaning' }).last()).toBeFocused();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('small hill');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Not berg.');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(item(page, 'kulle')).toContainText('small hill');
	await expect(item(page, 'kulle')).toContainText('Not berg.');
	await expect(button(page, 'Edit')).toBeFocused();

	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByText('The word was removed.')).toBeVisible();
	await expect(button(page, 'Undo')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(item(page, 'kulle')).toContainText('Not berg.');
	await page.reload();
	await expect(item(page, 'kulle')).toContainText('Not berg.');
});

test('words are searched, filtered and sorted, and link back to their paragraph', async ({
	page
}) => {
	const kept = article('gard');
	const [first] = kept.article.blocks;
	if (!first || !cat.context) throw new Error('no paragraph');
	const source = { ...cat.context.source, paragraph: first.fingerprint };
	const other = savedWord('berg', { context: null, note: 'Högt' }, 3);
	await withLibrary(page);
	await page.evaluate(
		({ about, article }) => window.library.addArticle(about, article, [], false),
		kept
	);
	await put(page, [{ ...cat, context: { ...cat.context, source } }, ...three.slice(1), other]);
	await openWords(page);
	await expect.poll(() => lemmas(page)).toEqual(['berg', 'åker', 'hus', 'katt']);
	await page.getByLabel('Sort').selectOption('Alphabetically');
	await expect.poll(() => lemmas(page)).toEqual(['åker', 'berg', 'hus', 'katt']);
	await button(page, 'Known').click();
	await expect.poll(() => lemmas(page)).toEqual(['åker']);
	await button(page, 'Known').click();
	const text = page.getByRole('search').getByRole('combobox').first();
	await text.selectOption('Without a text (1)');
	await expect.poll(() => lemmas(page)).toEqual(['berg']);
	await text.selectOption('All texts');
	await page.getByRole('searchbox').fill('HÖGT');
	await expect.poll(() => lemmas(page)).toEqual(['berg']);
	await page.getByRole('searchbox').fill('nothing');
	await expect(page.getByText('No saved word matches.')).toBeVisible();
	await page.getByRole('searchbox').fill('katten');
	await item(page, 'katt').getByRole('link', { name: 'Om gard' }).click();
	await expect(page).toHaveURL(new RegExp(`/own/\\?id=gard#p-${first.fingerprint}$`));
	await expect(page.locator(`#p-${first.fingerprint}`)).toBeInViewport();
});

test('several words are changed and removed at once, and both are undone', async ({ page }) => {
	await withWords(page);
	const state = (lemma: string) => item(page, lemma).getByRole('combobox');
	await page.getByLabel('Select all 3 words').check();
	await expect(page.getByText('3 words selected')).toBeVisible();
	await axe(page);
	await button(page, 'Mark as learning').click();
	await expect(page.getByText('3 words were changed.')).toBeVisible();
	await expect(state('åker')).toHaveValue('learning');
	await button(page, 'Undo').click();
	await expect(state('åker')).toHaveValue('known');
	await expect(state('hus')).toHaveValue('new');
	await page.getByLabel('Select “hus”').uncheck();
	await page.getByRole('group', { name: 'Selected words' }).getByText('Remove').click();
	await expect.poll(() => lemmas(page)).toEqual(['hus']);
	await expect(button(page, 'Undo')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect.poll(() => lemmas(page)).toEqual(['åker', 'hus', 'katt']);
	await state('hus').selectOption('Known');
	await expect(page.getByText('The word was changed.')).toBeVisible();
	await page.reload();
	await expect(state('hus')).toHaveValue('known');
});

test('a thousand words are listed in parts, and searched whole', async ({ page }) => {
	const many = Array.from({ length: 1000 }, (_, n) => savedWord(`ord${n}`, {}, n));
	await withWords(page, many);
	await expect(page.getByText('100 of 1,000 words are shown.')).toBeVisible();
	await button(page, 'Show 100 more').click();
	await expect(items(page)).toHaveCount(200);
	await page.getByRole('searchbox').fill('ord7');
	await expect(items(page)).toHaveCount(100);
	await page.getByRole('searchbox').fill('ord777');
	await expect.poll(() => lemmas(page)).toEqual(['ord777']);
});

test('the package for Anki is a whole collection, and a second one has the same notes', async ({
	page
}) => {
	test.skip(!hasSqlite, 'needs python3 with sqlite3');
	await withWords(page);
	const { name, bytes } = await downloaded(page, button(page, 'Package (.apkg), 3 words'));
	expect(name).toBe('jamsides.apkg');
	await expect(page.getByText('3 words were exported to jamsides.apkg.')).toBeVisible();
	const queries = [
		'pragma integrity_check',
		'select guid, sfld from notes order by sfld',
		'select count(*) from cards'
	];
	const read = (file: Buffer) =>
		ask(unzipSync(new Uint8Array(file))['collection.anki2'] ?? new Uint8Array(), queries);
	const [check, notes, cards] = read(bytes);
	expect(check).toEqual([['ok']]);
	expect(notes?.map(([, word]) => word)).toEqual(['hus', 'katt', 'åker']);
	expect(cards).toEqual([[9]]);
	await item(page, 'katt').getByRole('combobox').selectOption('Known');
	const again = await downloaded(page, button(page, 'Package (.apkg), 3 words'));
	expect(read(again.bytes)[1]).toEqual(notes);
});

test('the text file for Anki has headers and the selected words', async ({ page }) => {
	await withWords(page);
	await page.getByLabel('Select “katt”').check();
	const { name, bytes } = await downloaded(page, button(page, 'Text file (.txt), 1 word'));
	expect(name).toBe('jamsides-anki.txt');
	const lines = bytes.toString('utf8').split('\n');
	expect(lines[0]).toBe('#separator:tab');
	expect(lines[7]?.split('\t').slice(2, 8)).toEqual([
		'katt',
		'katten',
		'noun',
		'meaning of katt',
		'Där står <b>katt</b> i texten.',
		'Där står <span class="gap">_____</span> i texten.'
	]);
	expect(lines.slice(8)).toEqual(['']);
});

test('saved words come with a backup and go with everything', async ({ page }) => {
	await openWords(page, '/en/settings/');
	const restore = page.getByLabel('Restore from a backup');
	await restore.setInputFiles(backup({ savedWords: three }));
	await expect(page.getByText('Added: 3 saved words.')).toBeVisible();
	const { bytes } = await downloaded(page, button(page, 'Export a backup'));
	const written = JSON.parse(bytes.toString('utf8')) as { savedWords: unknown };
	expect(written.savedWords).toEqual(three.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
	await openWords(page);
	await expect(items(page)).toHaveCount(3);
	await openWords(page, '/en/settings/');
	await button(page, 'Delete everything…').click();
	await expect(page.getByRole('dialog')).toContainText('3 saved words');
	await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
	await openWords(page);
	await expect(page.getByText('You haven’t saved any words yet.')).toBeVisible();
});

test('repetition is off until it is chosen, and goes by keys alone', async ({ page }) => {
	await withWords(page);
	await expect(button(page, 'Repeat')).toBeHidden();
	await page.getByRole('link', { name: 'Turn it on in Settings' }).click();
	await page
		.getByRole('radiogroup', { name: 'Repeat saved words' })
		.getByText('On', { exact: true })
		.click();
	await openWords(page);
	await expect(page.getByText('2 words to repeat')).toBeVisible();
	await button(page, 'Repeat').focus();
	await page.keyboard.press('Enter');
	const card = page.locator('.card');
	await expect(card).toBeFocused();
	await expect(card).toContainText('Där står gap i texten.');
	await expect(card).not.toContainText('katt');
	await axe(page);
	await page.keyboard.press('1'); // no grade before the answer
	await expect(page.getByText('2 words left')).toBeVisible();
	await page.keyboard.press('Space');
	await expect(card).toContainText('meaning of katt');
	await page.keyboard.press('3');
	await expect(page.getByText('1 word left')).toBeVisible();
	await page.keyboard.press('z');
	await expect(page.getByText('2 words left')).toBeVisible();
	await page.keyboard.press('Space');
	await page.keyboard.press('1');
	await expect(page.getByText('2 words left')).toBeVisible();
	for (const grade of ['4', '3']) {
		await page.keyboard.press('Space');
		await page.keyboard.press(grade);
	}
	await expect(card).toContainText('Done for now.');
	await page.keyboard.press('Escape');
	await expect(page.getByText('No words to repeat now. The next is due')).toBeVisible();
	await page.reload();
	await expect(item(page, 'katt').getByRole('combobox')).toHaveValue('learning');
	await expect(page.getByText('No words to repeat now. The next is due')).toBeVisible();
});

test(
	'saved words are underlined in a text, those added later too',
	{ tag: '@both' },
	async ({ page, context }) => {
		await openReading(page, timeline);
		const [word = ''] = (await firstWords(original(paragraph(page, 1)), 1)).split(/[^\p{L}]/u);
		expect(await underlined(page)).toEqual([]);
		const other = await withLibrary(await context.newPage());
		await put(other, [savedWord(word.toLowerCase())]);
		await openReading(page, timeline);
		await expect.poll(() => underlined(page)).toContain(word);
		const lower = (await underlined(page)).map((one) => one.toLowerCase());
		expect(new Set(lower)).toEqual(new Set([word.toLowerCase()]));
		await other.evaluate(
			(word) =>
				window.library.putSavedWords([{ word: { ...word, state: 'known' }, base: word.changedAt }]),
			savedWord(word.toLowerCase())
		);
		await expect.poll(() => underlined(page, 'known-word')).toContain(word);
		expect(await underlined(page)).toEqual([]);
	}
);

test('the library says how much of each text is known, once that is turned on', async ({
	page,
	context
}) => {
	const kept = article('gard');
	const blocks = [block({ kind: 'paragraph' }, 'Katten såg katter.')];
	const library = await withLibrary(await context.newPage());
	await library.evaluate(
		({ about, article }) => window.library.addArticle(about, article, [], false),
		{ ...kept, article: { ...kept.article, blocks } }
	);
	const text = page.getByRole('article').filter({ hasText: 'Om gard' });
	await openWords(page, '/en/');
	await expect(text).not.toContainText('You know');
	await openWords(page, '/en/settings/');
	const setting = page.getByRole('radiogroup', { name: 'Known words in the library' });
	await setting.getByText('On', { exact: true }).click();
	await openWords(page, '/en/');
	await expect(page.getByText('You haven’t marked any words as known yet.')).toBeVisible();
	await axe(page);
	await openWords(page);
	await page.getByText('Add a word', { exact: true }).click();
	await page.getByRole('textbox', { name: 'Word', exact: true }).fill('katterna');
	await page.getByLabel('I know it already').check();
	await page.keyboard.press('Enter');
	await expect(page.getByText('“katterna” was marked as known.')).toBeVisible();
	await openWords(page, '/en/');
	await expect(text).toContainText('You know 50% of the words in Swedish');
	await put(library, [savedWord('se', { state: 'known' })]);
	await expect(text).toContainText('You know 75% of the words in Swedish');
	const ofSite = page
		.getByRole('listitem')
		.filter({ hasText: 'Kazakstan i januari 2022: en tidslinje' });
	await expect(ofSite).toContainText(/You know \d+% of the words in Swedish/);
	await axe(page);
	await fitsWidth(page, 320);
});

for (const ui of uis)
	test(`the page is accessible in three themes and fits 320 px in ${ui}`, async ({ page }) => {
		const long = savedWord('a'.repeat(3000), { id: 'long', note: 'b'.repeat(400) }, 4);
		await withLibrary(page);
		await put(page, [...three, long]);
		await openWords(page, inUi(ui, page_));
		await expect(page.locator('li .head')).toHaveCount(4);
		await page.locator('li').first().getByRole('button').first().click();
		await page.locator('details summary').first().click();
		// Colours do not depend on the language.
		await (ui === 'en' ? axeInThemes : axe)(page);
		await fitsWidth(page, 320);
	});

test('saved words work offline', { tag: '@kept' }, async ({ page, context }) => {
	await withWords(page);
	await served(page);
	await cutOff(context);
	await openWords(page);
	await expect(items(page)).toHaveCount(3);
	const { bytes } = await downloaded(page, button(page, 'Package (.apkg), 3 words'));
	expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toContain('media');
});
