/** A person's translation is brought to an article: from a file to two texts side by side. */
import { readFileSync } from 'node:fs';
import { file, fyren, readFile, saveText, settled } from './adding';
import { grid, line, shown, tool } from './aligning';
import {
	chooseFile,
	credit,
	kvarnen,
	openArrival,
	saveTranslation,
	setSideBySide,
	theMill,
	translationFile
} from './arriving';
import { axe, cutOff, expect, served, sharedArticle, test } from './fixtures';
import { lit, paragraph, translation, wordAt } from './reading';
import { webFile } from './webpage';

test('from a file to two texts side by side, and offline', async ({ page, context }) => {
	await openArrival(page);
	await axe(page);
	await chooseFile(page, translationFile());
	await expect(page.getByRole('heading', { name: 'About the translation' })).toBeVisible();
	await axe(page);
	await credit(page);
	await setSideBySide(page);
	await expect(page.getByRole('heading', { name: 'Before it is saved' })).toBeVisible();
	await axe(page);
	await saveTranslation(page);

	await page.waitForURL(/\/own\//);
	await expect(page.getByText('Translation: Ida Holm')).toBeVisible();
	await expect(page.getByText('Valley Review, October 2014 · CC BY 4.0')).toBeVisible();
	const first = paragraph(page, 0);
	await expect(first).toContainText('Translated by Ida Holm');
	await expect(translation(first).locator('p')).toHaveText([
		'The mill was built in 1871 by Nils Ekman. It had three floors and a wheel of oak.',
		'Every autumn the farmers came from the whole parish with their grain.'
	]);
	await axe(page);

	const word = await wordAt(translation(first).locator('p').nth(1), 'first');
	await page.mouse.move(word.x, word.y);
	await expect
		.poll(() => lit(page))
		.toEqual([
			'Varje höst kom bönderna från hela socknen med sin säd.',
			'Every autumn the farmers came from the whole parish with their grain.'
		]);

	await page.reload();
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
	await served(page);
	await cutOff(context);
	await page.reload();
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
	await expect(page.getByText('Translation: Ida Holm')).toBeVisible();
});

test(
	'a translation is mended, found again after its tab was closed, changed, removed and put back',
	{ tag: '@chromium' },
	async ({ page, context }) => {
		const id = await openArrival(page);
		await chooseFile(page, translationFile());
		await credit(page);
		await setSideBySide(page);
		await expect(page.getByRole('heading', { name: 'Before it is saved' })).toBeVisible();
		await page.getByRole('button', { name: 'Unlink' }).click();
		await expect(page.getByText(/^Unlinked/)).toBeAttached();
		await expect.poll(() => page.url()).toContain('draft=');

		// Discarded by mistake, it is put back.
		await page.getByRole('button', { name: 'Discard' }).click();
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(page.getByText('By you').first()).toBeVisible();

		// Nothing is lost by closing the tab.
		await page.close();
		const again = await context.newPage();
		await again.goto('/en/');
		await axe(again);
		await again.getByRole('link', { name: 'Translation of Kvarnen vid ån' }).click();
		await expect(again.getByRole('heading', { name: 'Before it is saved' })).toBeVisible();
		await expect(again.getByText('By you').first()).toBeVisible();
		await again.getByRole('button', { name: 'Change what is said about it' }).click();
		await expect(again.getByLabel('Translator', { exact: true })).toHaveValue('Ida Holm');
		await again.getByLabel('Translator', { exact: true }).fill('Ida Holm-Berg');
		await again.getByRole('button', { name: 'Go on to the paragraphs' }).click();
		await saveTranslation(again);

		await again.waitForURL(/\/own\//);
		await expect(again.getByText('Translation: Ida Holm-Berg')).toBeVisible();
		await again.getByRole('link', { name: /^Mend the alignment/ }).click();
		await expect(again.getByText('By you').first()).toBeVisible();
		await saveTranslation(again);
		await again.waitForURL(/\/own\//);

		await again.getByRole('button', { name: /^Remove the translation/ }).click();
		await expect(again.getByText('Translation: Ida Holm-Berg')).toBeHidden();
		await expect(translation(paragraph(again, 1))).toContainText('No translation yet');
		await again.getByRole('button', { name: 'Undo' }).click();
		await expect(again.getByText('Translation: Ida Holm-Berg')).toBeVisible();
		await again.goto('/en/');
		await expect(again.getByRole('link', { name: /^Translation of/ })).toHaveCount(0);
		expect(id).not.toBe('');
	}
);

test.describe('what is no translation of it', { tag: '@chromium' }, () => {
	const noise = Array.from(
		{ length: 9 },
		(_, n) =>
			`The ${n + 3}th committee of the harbour board met again on a Tuesday, and nobody could say which rope belonged to whom. They counted ${n * 7 + 11} barrels.`
	).join('\n\n');

	for (const [what, chosen, said] of [
		['the same file again', translationFile(kvarnen), 'This is the original itself'],
		[
			'another text in the original’s language',
			translationFile(fyren()),
			'By its words this text is in Swedish'
		],
		['a file without words', translationFile('* * *\n'), 'There are no words in this file.'],
		['an empty file', translationFile(' \n'), 'mill.txt'],
		['a broken XLIFF', translationFile('<xliff version="2.1"><file>', 'mill.xlf'), 'It is broken'],
		[
			'another text altogether',
			translationFile(noise),
			'do not seem to be translations of each other'
		]
	] as const)
		test(`${what} is refused, and nothing stored changes`, async ({ page }) => {
			await openArrival(page);
			await chooseFile(page, chosen);
			const form = page.getByRole('heading', { name: 'About the translation' });
			const wrong = page.getByRole('alert').filter({ hasText: said });
			await expect(form.or(wrong).first()).toBeVisible();
			if ((await wrong.count()) === 0) {
				await credit(page);
				await setSideBySide(page);
			}
			await expect(wrong).toBeVisible();
			await axe(page);
			await expect(page.getByRole('button', { name: 'Save the translation' })).toHaveCount(0);
		});

	test('one side ten times the other is asked about first', async ({ page }) => {
		await openArrival(page);
		const long = Array.from({ length: 14 }, () => theMill.split('\n\n').slice(1).join('\n\n'));
		await chooseFile(page, translationFile(long.join('\n\n')));
		await expect(page.getByText(/times as long as the original/)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Set side by side' })).toBeEnabled();
	});

	test('what is asked for is missed only when the reader goes on without it', async ({ page }) => {
		await openArrival(page);
		await chooseFile(page, translationFile());
		await expect(page.getByRole('heading', { name: 'About the translation' })).toBeVisible();
		await expect(page.getByRole('alert')).toHaveCount(0);
		await setSideBySide(page);
		await expect(page.getByRole('alert')).toContainText('Choose the language of the translation.');
		await page.getByLabel('Language of the translation').selectOption('sv');
		await expect(page.getByRole('alert').first()).toContainText('The original is in Swedish too.');
	});
});

test(
	'what was done to the links can be undone after what is said about it has changed',
	{ tag: '@chromium' },
	async ({ page }) => {
		await openArrival(page);
		await chooseFile(page, translationFile());
		await credit(page);
		await setSideBySide(page);
		await line(page, 'source', 2).click();
		await tool(page, 'Unlink').click();
		const after = await shown(page);
		await page.getByRole('button', { name: 'Change what is said about it' }).click();
		await expect(grid(page)).toBeHidden();
		await page.getByLabel('Translator', { exact: true }).fill('Ida Maria Holm');
		await page.getByRole('button', { name: 'Go on to the paragraphs' }).click();
		await expect(grid(page)).toBeVisible();
		expect(await shown(page)).toBe(after);
		await tool(page, 'Undo').click();
		expect(await shown(page)).not.toBe(after);
		await saveTranslation(page);
		await expect(page.getByText('Translation: Ida Maria Holm')).toBeVisible();
	}
);

test('what was begun is not saved over a translation that has changed elsewhere since: that is said at once', async ({
	page,
	context
}) => {
	await openArrival(page);
	await chooseFile(page, translationFile());
	await credit(page);
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	const article = page.url();
	await page.getByRole('link', { name: /^Mend the alignment/ }).click();
	await line(page, 'source', 2).click();
	await tool(page, 'Unlink').click();
	const begun = await shown(page);
	await page.waitForURL(/draft=|translation=/);
	const draft = page.url();

	const other = await context.newPage();
	await other.goto(article);
	await other.getByRole('button', { name: /^Remove the translation/ }).click();
	await other.getByRole('button', { name: 'Undo' }).click();
	await expect(other.getByText('Translation: Ida Holm')).toBeVisible();
	await other.close();

	await page.goto(draft);
	const told = page.getByRole('alert').filter({ hasText: 'has been changed elsewhere' });
	await expect(told).toBeInViewport();
	expect(await shown(page)).toBe(begun);
	await saveTranslation(page);
	await expect(told).toBeVisible();
	await axe(page);
	expect(await shown(page)).toBe(begun);
});

test('a page saved from a browser is a translation too', async ({ page }) => {
	await openArrival(page);
	const html = `<!DOCTYPE html><html lang="en"><head><title>The Mill by the Stream</title><script>window.hacked = 1</script></head><body><nav><a href="/">Home</a></nav><article><h1>The Mill by the Stream</h1>${theMill
		.split('\n\n')
		.slice(1)
		.map((text) => `<p>${text}</p>`)
		.join('')}</article></body></html>`;
	await chooseFile(page, webFile(html, 'mill.html'));
	await expect(page.getByText('It was not run, and is not kept.')).toBeVisible();
	await credit(page);
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
	expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('another text of the library is the translation', { tag: '@chromium' }, async ({ page }) => {
	await saveText(page, 'mill.txt', theMill);
	await openArrival(page);
	await page
		.getByLabel('Or take another text of the library')
		.selectOption({ label: 'The Mill by the Stream (en)' });
	await page.getByRole('button', { name: 'Take this text' }).click();
	await expect(page.getByLabel('Language of the translation')).toHaveValue('en');
	await page.getByLabel('The translator is not named').check();
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await expect(page.getByText('Translated by a person who is not named').first()).toBeVisible();
});

test(
	'a real article takes a translation of its beginning, cut otherwise',
	{ tag: '@chromium' },
	async ({ page }) => {
		const path = sharedArticle('ryskledda-insatsen.sv.txt');
		await readFile(page, file('ryskledda.txt', readFileSync(path)));
		await page.getByRole('button', { name: 'Save to the library' }).click();
		await page.waitForURL(/\/read\/ryskledda-insatsen\//);
		await settled(page);
		await page.getByRole('button', { name: 'More', exact: true }).click();
		await page.getByRole('link', { name: 'Add a translation' }).click();
		// The site’s own translation of it, as a person might have handed it on: one text, cut anew.
		const stored = await page.evaluate(async () => {
			const answer = await fetch('/stored/ryskledda-insatsen.json');
			const { translations } = (await answer.json()) as {
				translations: readonly { units: readonly { kind: string; text: readonly string[] }[] }[];
			};
			return (translations[0]?.units ?? [])
				.filter(({ kind }) => kind === 'paragraph')
				.map(({ text }) => text.join(' '));
		});
		const joined = stored.map((text, nth) => text + (nth % 3 === 0 ? ' ' : '\n\n')).join('');
		await chooseFile(page, translationFile(joined, 'edition.txt'));
		await credit(page);
		await setSideBySide(page);
		await expect(page.getByRole('heading', { name: 'Before it is saved' })).toBeVisible();
		await saveTranslation(page);
		await page.waitForURL(/\/read\/ryskledda-insatsen\//);
		await expect(page.getByText('Translation: Ida Holm')).toBeVisible();
		// People’s work comes before the draft of an AI.
		await expect(page.getByText('Translated by Ida Holm').first()).toBeVisible();
		await expect(page.locator('.row.paragraph .t[data-origin="human"]').nth(5)).toBeVisible();
	}
);
