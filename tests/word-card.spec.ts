/** The card of a word: what it means, in every view, by pointer, finger and key, offline too. */
import type { Locator, Page } from '@playwright/test';
import { dict, stardict } from '../src/lib/core/words/dictionary/dictionary.fixture';
import { saveText } from './adding';
import { kvarnen } from './arriving';
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
	uis
} from './fixtures';
import { selectWords } from './highlights';
import {
	bottomOf,
	button,
	choose,
	frames,
	lit,
	looks,
	openReading,
	original,
	paragraph,
	short,
	timeline,
	translation
} from './reading';
import { underlined } from './words';

const phone = { width: 390, height: 844 };
const card = (page: Page): Locator => page.getByRole('dialog', { name: /^(?:Look-up|Uppslag): / });
const analysis = (page: Page): Locator => card(page).locator('.known .analysis');

/**
 * Returns where a word of an element is in the view. After a switch the page holds its place for a
 * few frames, and would undo a script's scrolling.
 */
async function placeOf(element: Locator, word: string): Promise<{ x: number; y: number }> {
	await frames(element.page());
	await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
	await frames(element.page());
	return element.evaluate((node, word) => {
		const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const text = walker.currentNode as Text;
			const at = text.data.search(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'));
			if (at < 0) continue;
			const range = document.createRange();
			range.setStart(text, at);
			range.setEnd(text, at + word.length);
			const [{ left, top, width, height } = new DOMRect()] = range.getClientRects();
			return { x: left + width / 2, y: top + height / 2 };
		}
		throw new Error(`no “${word}” here`);
	}, word);
}

/** Looks a word up, by a click or, on a phone in Chromium, by a tap. */
async function lookUp(page: Page, element: Locator, word: string, touch = false): Promise<void> {
	const { x, y } = await placeOf(element, word);
	if (touch) await page.touchscreen.tap(x, y);
	else await page.mouse.click(x, y);
	await expect(card(page).locator('.title')).toHaveText(word);
	await expect(card(page).locator('.known')).toHaveAttribute('aria-busy', 'false');
}

/** Returns the word that is marked in the text, and whether the card covers any of its line. */
const marked = (page: Page): Promise<{ word: string; isCovered: boolean }> =>
	page.evaluate(() => {
		const [range] = [...(CSS.highlights.get('word') ?? [])] as Range[];
		const box = document.querySelector('[data-sentence]')?.getBoundingClientRect();
		const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
		if (!range || !box) throw new Error('no word is marked');
		const isCovered = [...range.getClientRects()].some(
			({ top, bottom, left, right }) =>
				(bottom > box.top && top < box.bottom && right > box.left && left < box.right) ||
				bottom > innerHeight ||
				top < Math.max(0, bar - 1)
		);
		return { word: range.toString(), isCovered };
	});

/** Returns the words that are lit as the answer, where they are shown: in their column, in the box. */
const answering = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() =>
		['answer-o', 'answer-t']
			.flatMap((name) => [...((CSS.highlights.get(name) ?? []) as Iterable<Range>)])
			.filter((range) => range.getClientRects().length > 0)
			.map((range) => {
				const isInBox = range.startContainer.parentElement?.closest('.one') !== null;
				return `${isInBox ? 'box' : 'column'}: ${range.toString()}`;
			})
	);

test(
	'a word is looked up in every view, in the original and in the translation',
	{ tag: '@both' },
	async ({ page }) => {
		await openReading(page, short);
		const row = paragraph(page, 2);
		for (const look of looks) {
			await choose(page, look);
			for (const [side, word, lemma, meaning, sentence, answer] of [
				[original(row), 'språken', 'språk', 'language', /Both shows both languages/, 'languages'],
				[translation(row), 'languages', 'language', 'språk', /Båda visar båda språken/, 'språken']
			] as const) {
				if (!(await side.isVisible())) continue;
				await lookUp(page, side, word);
				await expect(analysis(page)).toContainText(lemma);
				await expect(analysis(page)).toContainText(/noun · plural/);
				await expect(analysis(page).getByRole('listitem').first()).toContainText(meaning);
				await expect(card(page).locator('.words')).toHaveText(sentence);
				expect(await marked(page), look.join(' ')).toEqual({ word, isCovered: false });
				expect((await lit(page))[0]).toContain('språken');
				const hidesOther = look[0] !== 'Both' || (look[1] === 'Peek' && lemma === 'språk');
				await expect
					.poll(() => answering(page), look.join(' '))
					.toEqual([...(hidesOther ? [] : [`column: ${answer}`]), `box: ${answer}`]);
				await expect(card(page)).toBeFocused();
				await page.keyboard.press('Escape');
				await expect(card(page)).toHaveCount(0);
				expect(await page.evaluate(() => CSS.highlights.has('word'))).toBe(false);
				expect(await answering(page)).toEqual([]);
			}
		}
	}
);

test('a second tap on the word closes its card, and one on another word opens that', async ({
	page
}) => {
	await openReading(page, short);
	const words = original(paragraph(page, 0));
	await lookUp(page, words, 'text');
	await lookUp(page, words, 'svenska');
	const { x, y } = await placeOf(words, 'svenska');
	await page.mouse.click(x, y);
	await expect(card(page)).toHaveCount(0);
	await lookUp(page, words, 'text');
	await page.locator('.head .kicker').click();
	await expect(card(page)).toHaveCount(0);
	expect(await page.evaluate(() => CSS.highlights.has('word'))).toBe(false);
});

test('words are walked through by key alone, over the end of a sentence and a paragraph', async ({
	page
}) => {
	await openReading(page, short);
	const row = paragraph(page, 0);
	await row.locator('.perma').focus();
	await page.keyboard.press('w');
	await expect(card(page)).toBeFocused();
	await expect(card(page).locator('.title')).toHaveText('Du');
	for (const word of ['läser', 'en', 'text', 'på', 'svenska', 'Bredvid']) {
		await page.keyboard.press('ArrowRight');
		await expect(card(page).locator('.title')).toHaveText(word);
		expect((await marked(page)).isCovered).toBe(false);
	}
	await expect(card(page)).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(card(page).locator('.title')).toHaveText('svenska');
	await page.keyboard.press('Escape');
	await expect(card(page)).toHaveCount(0);
	await expect(row.locator('.perma')).toBeFocused();
	await page.keyboard.press('W');
	await expect(card(page).locator('.title')).toHaveText('You’re');
	await page.keyboard.press('ArrowLeft');
	await expect(card(page).locator('.title')).toHaveText('read');
	await expect(card(page)).toBeFocused();
	await page.keyboard.press('Escape');
	// The lit sentence is where a word is looked up first.
	await row.locator('.perma').focus();
	await page.keyboard.press('.');
	await page.keyboard.press('.');
	await page.keyboard.press('w');
	await expect(card(page).locator('.title')).toHaveText('Bredvid');
});

test('a text without translation has compounds, phrases and words that nobody knows', async ({
	page
}) => {
	const more = 'Regeringen ställer nu in klimatmötet i byn. Där står en xyzzyqa.';
	await saveText(page, 'kvarnen.txt', `${kvarnen}\n${more}\n`);
	const row = page.locator('.chunk .row.paragraph', { hasText: 'Regeringen' });
	for (const look of [['Both'], ['Original']] as const) {
		await choose(page, look);
		await lookUp(page, original(row), 'klimatmötet');
		await expect(analysis(page)).toContainText(/klimatmöte noun · singular, definite/);
		await expect(analysis(page).locator('.parts')).toHaveText(
			/^Parts: +klimat climate ?\+ mötet meeting/
		);
		await lookUp(page, original(row), 'in');
		await expect(card(page).locator('.phrase').first()).toContainText(/ställa in particle verb/);
		await expect(card(page).locator('.phrase').first()).toContainText('cancel');
		await button(page, 'Look up “ställa in”').click();
		await expect(card(page).locator('.title')).toHaveText('ställer nu in');
		await expect(card(page)).toBeFocused();
		await expect(button(page, 'Save phrase')).toBeVisible();
		await lookUp(page, original(row), 'xyzzyqa');
		await expect(card(page)).toContainText('Not in our word list.');
		expect(await marked(page)).toEqual({ word: 'xyzzyqa', isCovered: false });
	}
	await axe(page);
});

test('a phrase is looked up from what is selected, and saved', async ({ page }) => {
	await openReading(page, short);
	const words = original(paragraph(page, 0));
	await selectWords(words, 'läser en text');
	await button(page, 'Look up').click();
	await expect(card(page).locator('.title')).toHaveText('läser en text');
	await expect(card(page).getByRole('listitem')).toHaveText([/^läser read/, /^en /, /^text text/]);
	await expect.poll(() => answering(page)).toContain('box: text');
	await card(page).getByRole('button', { name: 'Save phrase' }).click();
	await expect(card(page).getByRole('button', { name: 'Saved', pressed: true })).toBeVisible();
	await expect.poll(() => underlined(page)).toEqual(['läser en text']);
	await axe(page);
	await page.keyboard.press('ArrowRight');
	await expect(card(page).locator('.title')).toHaveText('på');
	await page.goto('/en/words/');
	const listed = page.getByRole('listitem').filter({ hasText: 'läser en text' });
	await expect(listed.locator('mark')).toHaveText(['läser en text', /read\p{L}* a text/u]);
});

test.describe('dictionaries', () => {
	/** A body in which one entry is longer than a card, and another points past the end. */
	const files = [
		...stardict(
			[
				{ word: 'text', meaning: 'a text, in the reader’s own words' },
				{ word: 'språk', meaning: 'tongue. '.repeat(300) }
			],
			{ about: 'Stora ordboken' }
		),
		...dict([{ word: 'text', meaning: 'lyrics' }], true, 'swe-eng-2')
	];
	const own = (page: Page) => card(page).getByRole('group', { name: 'Your dictionaries' });

	test('of the reader answer in the card after the word list, and say when they cannot', async ({
		page,
		open,
		context
	}) => {
		await open('/en/settings/');
		const input = page.getByLabel('Add dictionaries');
		await expect(input).toBeEnabled();
		await input.setInputFiles(picked(files));
		await expect(page.getByRole('heading', { name: 'Stora ordboken' })).toBeVisible();
		await openReading(page, short);
		await lookUp(page, original(paragraph(page, 0)), 'text');
		await expect(own(page).locator('.name')).toHaveText(['Stora ordboken', 'Swedish-English DICT']);
		await expect(own(page)).toContainText(/a text, in the reader’s own words[^]*lyrics/);
		await expect(analysis(page).first()).toContainText('text');
		expect(await marked(page)).toEqual({ word: 'text', isCovered: false });
		await axe(page);

		await page.setViewportSize({ width: 390, height: 700 });
		await lookUp(page, original(paragraph(page, 2)), 'språken');
		const more = own(page).getByRole('button', { name: 'More from Stora ordboken' });
		await more.click();
		await expect(own(page).getByRole('button', { name: /^Less/ })).toBeFocused();
		await expect.poll(() => bottomOf(page.locator('[data-sentence]'))).toBe(700);
		expect(await marked(page)).toEqual({ word: 'språken', isCovered: false });
		await axeInThemes(page);
		await lookUp(page, original(paragraph(page, 2)), 'visar');
		await expect(own(page)).toHaveText('“visar” isn’t in your dictionaries.');

		// Another tab removes one and then the other: the card follows.
		await lookUp(page, original(paragraph(page, 0)), 'text');
		const other = await context.newPage();
		await other.goto('/en/settings/');
		await other.getByRole('button', { name: 'Remove “Swedish-English DICT”' }).click();
		await expect(own(page).locator('.name')).toHaveText(['Stora ordboken']);
		await other.getByRole('button', { name: 'Remove “Stora ordboken”' }).click();
		await expect(own(page)).toHaveCount(0);
	});
});

test('a point beside the text is no word, and look-up by tap can be turned off', async ({
	page,
	open
}) => {
	await openReading(page, short);
	const row = paragraph(page, 0);
	const beside = await original(row).evaluate((node) => {
		const range = document.createRange();
		range.selectNodeContents(node);
		const last = [...range.getClientRects()].at(-1) ?? new DOMRect();
		return { x: last.right + 30, y: last.top + last.height / 2 };
	});
	await page.mouse.click(beside.x, beside.y);
	await lookUp(page, original(row), 'text');
	await open('/en/settings/');
	await page.getByRole('radiogroup', { name: 'Look-up' }).getByText('By key only').click();
	await openReading(page, short);
	const { x, y } = await placeOf(original(row), 'text');
	await page.mouse.click(x, y);
	await expect.poll(() => lit(page)).not.toContain('');
	await expect(card(page)).toHaveCount(0);
	await page.keyboard.press('w');
	await expect(card(page)).toBeVisible();
});

test('nothing of the lexicon is loaded before a word is looked up', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (/\/workers\//.test(request.url())) asked.push(request.url());
	});
	await openReading(page, short);
	const row = paragraph(page, 0);
	const { x, y } = await placeOf(original(row), 'text');
	await page.mouse.move(x, y);
	await expect.poll(() => lit(page)).not.toContain('');
	expect(asked).toEqual([]);
	await lookUp(page, original(row), 'text');
	expect(asked.length).toBeGreaterThan(0);
});

test(
	'a word is looked up without a network',
	{ tag: '@kept' },
	async ({ page, context, faults }) => {
		// An article that was never opened is drawn from its data when its page does not come.
		faults.allow(/Failed to load resource.*page\.json/);
		await openReading(page, short);
		await served(page);
		await cutOff(context);
		await openReading(page, timeline);
		await lookUp(page, original(paragraph(page, 1)), 'oljearbetarna');
		await expect(analysis(page).locator('.parts')).toContainText('olje');
		await expect(analysis(page)).toContainText(/oil worker/);
		await lookUp(page, translation(paragraph(page, 1)), 'police');
		await expect(analysis(page)).toContainText('polis');
	}
);

test.describe('on a phone', () => {
	test.use({ viewport: phone, hasTouch: true });

	test('the card is a sheet that leaves the line in view', async ({ page, browserName }) => {
		test.skip(browserName === 'firefox', 'WebDriver BiDi has no touch');
		await openReading(page, timeline);
		for (const look of [['Original'], ['Both', 'Stacked'], ['Both', 'Peek']] as const) {
			await choose(page, look);
			for (const [nth, word] of [
				[1, 'Myndigheterna'],
				[2, 'Whale']
			] as const) {
				await lookUp(page, original(paragraph(page, nth)), word, true);
				await expect.poll(() => bottomOf(page.locator('[data-sentence]'))).toBe(phone.height);
				expect(await marked(page), look.join(' ')).toEqual({ word, isCovered: false });
				await axe(page);
			}
			await button(page, 'Close the word').click();
			await expect(card(page)).toHaveCount(0);
		}
	});
});

for (const ui of uis)
	test(`the card passes axe in three themes and fits 320 px (${ui})`, async ({ page }) => {
		await openReading(page, inUi(ui, timeline));
		const row = paragraph(page, 1);
		await lookUp(page, original(row), 'oljearbetarna');
		await expect(analysis(page)).toContainText(
			ui === 'sv' ? 'substantiv · plural, bestämd form' : 'noun · plural, definite'
		);
		// Colours do not depend on the language.
		await (ui === 'en' ? axeInThemes : axe)(page);
		await page.keyboard.press('Escape');
		for (const [side, word] of [
			[original(row), 'Myndigheterna'],
			[translation(row), 'authorities'],
			[translation(row), 'demonstrators']
		] as const) {
			await page.setViewportSize({ width: 320, height: 640 });
			await lookUp(page, side, word);
			expect(await marked(page)).toEqual({ word, isCovered: false });
			await fitsWidth(page, 320);
		}
	});

test('a word is saved from its card, underlined, listed, marked as known, and taken back', async ({
	page
}) => {
	await openReading(page, short);
	const row = paragraph(page, 2);
	await lookUp(page, original(row), 'språken');
	await expect(card(page).locator('.here')).toHaveText(/In this sentence:\s*languages/);
	await card(page).getByRole('button', { name: 'Save word' }).click();
	const saved = card(page).getByRole('button', { name: 'Saved', pressed: true });
	await expect(saved).toBeVisible();
	await axe(page);
	await expect.poll(() => underlined(page)).toContain('språken');

	await page.goto('/en/words/');
	const listed = page.getByRole('listitem').filter({ hasText: 'språk' });
	await expect(listed.first()).toContainText('language');
	await expect(listed.first().getByRole('link').first()).toHaveAttribute('href', /#p-/);

	await openReading(page, short);
	await lookUp(page, original(paragraph(page, 2)), 'språken');
	await card(page).getByRole('button', { name: 'I know it', pressed: false }).click();
	await expect(card(page).getByRole('button', { name: 'I know it', pressed: true })).toBeVisible();
	await expect.poll(() => underlined(page)).toEqual([]);
	await saved.click();
	await expect(card(page).getByRole('button', { name: 'Save word' })).toBeVisible();
	await expect.poll(() => underlined(page)).toEqual([]);
});
