/** A person's translation is brought to an article: from a file to two texts side by side. */
import { axe, expect, test } from './fixtures';
import {
	chooseFile,
	credit,
	openArrival,
	saveTranslation,
	setSideBySide,
	translationFile
} from './arriving';
import { lit, paragraph, translation, wordAt } from './reading';

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
	await context.setOffline(true);
	await page.reload();
	await expect(translation(paragraph(page, 0))).toContainText('a wheel of oak');
	await expect(page.getByText('Translation: Ida Holm')).toBeVisible();
	await context.setOffline(false);
});
