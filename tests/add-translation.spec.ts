/** Adding a person's translation to an article: from a file to two texts side by side. */
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
import { axe, cutOff, expect, fitsWidth, served, sharedArticle, test } from './fixtures';
import { lit, paragraph, translation, wordAt } from './reading';
import { webFile } from './webpage';

test(
	'a file becomes two texts side by side, which open offline too',
	{ tag: ['@both', '@kept'] },
	async ({ page, context }) => {
		await openArrival(page);
		await axe(page);
		await chooseFile(page, translationFile());
		await expect(page.getByRole('heading', { name: 'About the translation' })).toBeVisible();
		await axe(page);
		await credit(page);
		await setSideBySide(page);
		await expect(page.getByRole('heading', { name: 'Before you save' })).toBeVisible();
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
	}
);

test('a translation is corrected, reopened, changed, removed and restored', async ({
	page,
	context
}) => {
	const id = await openArrival(page);
	await chooseFile(page, translationFile());
	await credit(page);
	await setSideBySide(page);
	await expect(page.getByRole('heading', { name: 'Before you save' })).toBeVisible();
	await page.getByRole('button', { name: 'Unmatch' }).click();
	await expect(page.getByText(/^Unmatched/)).toBeAttached();
	await expect.poll(() => page.url()).toContain('draft=');

	// It is discarded by mistake and restored.
	await page.getByRole('button', { name: 'Discard' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('By you').first()).toBeVisible();

	// Closing the tab loses nothing that another tab lists.
	const again = await context.newPage();
	await again.goto('/en/');
	await expect(again.getByRole('link', { name: 'Translation of Kvarnen vid ån' })).toBeVisible();
	await page.close();
	await axe(again);
	await again.getByRole('link', { name: 'Translation of Kvarnen vid ån' }).click();
	await expect(again.getByRole('heading', { name: 'Before you save' })).toBeVisible();
	await expect(again.getByText('By you').first()).toBeVisible();
	await again.getByRole('button', { name: 'Edit details' }).click();
	await expect(again.getByLabel('Translator', { exact: true })).toHaveValue('Ida Holm');
	await again.getByLabel('Translator', { exact: true }).fill('Ida Holm-Berg');
	await again.getByRole('button', { name: 'Continue to the matches' }).click();
	await saveTranslation(again);

	await again.waitForURL(/\/own\//);
	await expect(again.getByText('Translation: Ida Holm-Berg')).toBeVisible();
	await again.getByRole('link', { name: /^Fix the matches/ }).click();
	await expect(again.getByRole('heading', { name: 'Fix the matching' })).toBeVisible();
	await expect(again.getByText('By you').first()).toBeVisible();
	// A change that is undone leaves nothing unfinished.
	await line(again, 'source', 2).click();
	await tool(again, 'Confirm').click();
	await tool(again, 'Undo').click();
	await saveTranslation(again);
	await again.waitForURL(/\/own\//);

	await again.getByRole('button', { name: /^Remove the translation/ }).click();
	await expect(again.getByText('Translation: Ida Holm-Berg')).toBeHidden();
	await expect(again.getByText('This text has no translation yet.')).toBeVisible();
	await again.getByRole('button', { name: 'Undo' }).click();
	await expect(again.getByText('Translation: Ida Holm-Berg')).toBeVisible();
	await again.goto('/en/');
	await expect(again.getByRole('link', { name: /^Translation of/ })).toHaveCount(0);
	expect(id).not.toBe('');
});

test.describe('a text that is not a translation of the article', () => {
	const noise = Array.from(
		{ length: 9 },
		(_, n) =>
			`The ${n + 3}th committee of the harbour board met again on a Tuesday, and nobody could say which rope belonged to whom. They counted ${n * 7 + 11} barrels.`
	).join('\n\n');

	const refused = [
		['the same file again', translationFile(kvarnen), 'This is the original itself'],
		[
			'another text in the original’s language',
			translationFile(fyren()),
			'This text appears to be in Swedish'
		],
		['a file without words', translationFile('* * *\n'), 'This file contains no text.'],
		['an empty file', translationFile(' \n'), 'mill.txt'],
		['a broken XLIFF', translationFile('<xliff version="2.1"><file>', 'mill.xlf'), 'It is damaged'],
		[
			'another text altogether',
			translationFile(noise),
			'don’t seem to be translations of each other'
		]
	] as const;

	test('is refused, and nothing stored changes', async ({ page }) => {
		test.slow();
		await openArrival(page);
		const address = page.url();
		for (const [at, [what, chosen, said]] of refused.entries())
			await test.step(what, async () => {
				await page.goto(address);
				await chooseFile(page, chosen);
				const form = page.getByRole('heading', { name: 'About the translation' });
				const wrong = page.getByRole('alert').filter({ hasText: said });
				await expect(form.or(wrong).first()).toBeVisible();
				if ((await wrong.count()) === 0) {
					await credit(page);
					await setSideBySide(page);
				}
				await expect(wrong).toBeVisible();
				if (at === 0) await axe(page);
				await expect(page.getByRole('button', { name: 'Save the translation' })).toHaveCount(0);
				const discard = page.getByRole('button', { name: 'Discard' });
				if ((await discard.count()) > 0) await discard.first().click();
			});
	});

	test('a side ten times as long as the other asks for confirmation first', async ({ page }) => {
		await openArrival(page);
		const long = Array.from({ length: 14 }, () => theMill.split('\n\n').slice(1).join('\n\n'));
		await chooseFile(page, translationFile(long.join('\n\n')));
		await expect(page.getByText(/times as long as the original/)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Match the sentences' })).toBeEnabled();
	});

	test('a long title in the list of texts makes the page no wider', async ({ page }) => {
		await saveText(page, 'long.txt', `${'En mycket lång titel '.repeat(9)}\n\n${fyren()}`);
		await openArrival(page);
		await page.setViewportSize({ width: 320, height: 700 });
		await expect(page.getByLabel('Or use another text')).toBeVisible();
		await fitsWidth(page, 320);
		await chooseFile(page, translationFile(`Translated by Bo Prov\n\n${theMill}`));
		await fitsWidth(page, 320);
	});

	test('a missing detail is reported only when the reader goes on without it', async ({ page }) => {
		await openArrival(page);
		await chooseFile(page, translationFile());
		await expect(page.getByRole('heading', { name: 'About the translation' })).toBeVisible();
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expect(page.getByLabel('Language of the translation')).toHaveValue('en');
		await setSideBySide(page);
		const translator = page.getByRole('textbox', { name: /^Translator/ });
		await expect(translator).toBeFocused();
		await expect(translator).toHaveAccessibleDescription(/^Give the translator’s name/);
		await axe(page);
		await page.getByLabel('Language of the translation').selectOption('sv');
		await expect(
			page.getByRole('alert').filter({ hasText: 'The original is also in Swedish.' })
		).toBeVisible();
	});
});

test('changes to the links can still be undone after the details have changed', async ({
	page
}) => {
	await openArrival(page);
	await chooseFile(page, translationFile());
	await credit(page);
	await setSideBySide(page);
	await line(page, 'source', 2).click();
	await tool(page, 'Unmatch').click();
	const after = await shown(page);
	await page.getByRole('button', { name: 'Edit details' }).click();
	await expect(grid(page)).toBeHidden();
	await page.getByLabel('Translator', { exact: true }).fill('Ida Maria Holm');
	await page.getByRole('button', { name: 'Continue to the matches' }).click();
	await expect(grid(page)).toBeVisible();
	expect(await shown(page)).toBe(after);
	await tool(page, 'Undo').click();
	expect(await shown(page)).not.toBe(after);
	await saveTranslation(page);
	await expect(page.getByText('Translation: Ida Maria Holm')).toBeVisible();
});

test('a draft does not overwrite a translation that changed elsewhere', async ({
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
	await page.getByRole('link', { name: /^Fix the matches/ }).click();
	await line(page, 'source', 2).click();
	await tool(page, 'Unmatch').click();
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
	const told = page.getByRole('alert').filter({ hasText: 'was changed elsewhere' });
	await expect(told).toBeInViewport();
	await expect.poll(() => shown(page)).toBe(begun);
	await saveTranslation(page);
	await expect(told).toBeVisible();
	await axe(page);
	await expect.poll(() => shown(page)).toBe(begun);
});

test('a page saved from a browser can be added as a translation', async ({ page }) => {
	await openArrival(page);
	const html = `<!DOCTYPE html><html lang="en"><head><title>The Mill by the Stream</title><script>window.hacked = 1</script></head><body><nav><a href="/">Home</a></nav><article><h1>The Mill by the Stream</h1>${theMill
		.split('\n\n')
		.slice(1)
		.map((text) => `<p>${text}</p>`)
		.join('')}</article></body></html>`;
	await chooseFile(page, webFile(html, 'mill.html'));
	await expect(page.getByText('It wasn’t run, and isn’t saved.')).toBeVisible();
	await credit(page);
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
	expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('another text of the library can be added as the translation', async ({ page }) => {
	await saveText(page, 'mill.txt', theMill);
	await openArrival(page);
	await page
		.getByLabel('Or use another text from the library')
		.selectOption({ label: 'The Mill by the Stream (en)' });
	await page.getByRole('button', { name: 'Use this text' }).click();
	await expect(page.getByLabel('Language of the translation')).toHaveValue('en');
	await page.getByLabel('The translator isn’t named').check();
	await setSideBySide(page);
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await expect(page.getByText('Translated by an unnamed person').first()).toBeVisible();
});

test('a real article takes a translation of its beginning with other paragraph breaks', async ({
	page
}) => {
	const path = sharedArticle('ryskledda-insatsen.sv.txt');
	await readFile(page, file('ryskledda.txt', readFileSync(path)));
	await page.getByRole('button', { name: 'Save to the library' }).click();
	await page.waitForURL(/\/read\/ryskledda-insatsen\//);
	await settled(page);
	await page.getByRole('button', { name: 'More', exact: true }).click();
	await page.getByRole('link', { name: 'Add a translation' }).click();
	// The site’s own translation, as a person might hand it on: one text with other paragraph
	// breaks.
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
	await expect(page.getByRole('heading', { name: 'Before you save' })).toBeVisible();
	await saveTranslation(page);
	await page.waitForURL(/\/read\/ryskledda-insatsen\//);
	await expect(page.getByText('Translation: Ida Holm')).toBeVisible();
	// A person’s work takes precedence over an AI draft.
	await expect(page.getByText('Translated by Ida Holm').first()).toBeVisible();
	await expect(page.locator('.row.paragraph .t[data-origin="human"]').nth(5)).toBeVisible();
});

/** Writes the first paragraphs of the mill as XLIFF 1.2, with attributes for each target. */
function millXliff(...attributes: readonly string[]): string {
	const [ours, theirs] = [kvarnen, theMill].map((text) => text.trim().split('\n\n').slice(1));
	const pairs = [
		[ours?.[0], theirs?.slice(0, 2).join(' ')],
		[ours?.[3], theirs?.[3]],
		[ours?.[4], theirs?.[4]]
	];
	const units = pairs.map(
		([source, target], at) =>
			`<trans-unit id="${at}"><source>${source}</source><target ${attributes[at] ?? ''}>${target}</target></trans-unit>`
	);
	return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f" source-language="sv" target-language="en" datatype="plaintext"><body>${units.reverse().join('')}</body></file></xliff>`;
}

test('what a tool’s file says of a machine is kept, and asked about where unclear', async ({
	page
}) => {
	await openArrival(page);
	const text = millXliff('', 'state-qualifier="leveraged-mt"', 'state-qualifier="x-mtpe"');
	await chooseFile(page, file('mill.xlf', text));
	await expect(page.getByText('1 paragraph is machine translation.')).toBeVisible();
	const question = page.getByRole('radiogroup', { name: 'Who translated it?' });
	await expect(question).toBeVisible();
	await page.getByLabel('Translator', { exact: true }).fill('Ida Holm');
	await page.getByRole('button', { name: 'Continue to the matches' }).click();
	await expect(page.getByText('Choose who translated them')).toBeVisible();
	await expect(question).toBeFocused();
	await axe(page);
	await page.getByRole('radio', { name: 'A person' }).check();
	await page.getByRole('button', { name: 'Continue to the matches' }).click();
	await saveTranslation(page);
	await page.waitForURL(/\/own\//);
	await expect(paragraph(page, 0)).toContainText('Translated by Ida Holm');
	await expect(translation(paragraph(page, 3))).toHaveAttribute('data-origin', 'machine');
	await expect(paragraph(page, 3)).toContainText('Machine translation, not reviewed');
	await expect(paragraph(page, 4)).toContainText('Translated by Ida Holm');
	await expect(paragraph(page, 1)).toContainText('Not in this translation');
});
