/**
 * A made-up original and its translation, and helpers that add the translation as a reader does.
 */
import type { Page } from '@playwright/test';
import { file, saveText, type TextFile } from './adding';
import { expect } from './fixtures';

/** Six paragraphs; the translation breaks them differently. */
export const kvarnen = `Kvarnen vid ån

Kvarnen byggdes 1871 av Nils Ekman. Den hade tre våningar och ett hjul av ek. Varje höst kom bönderna från hela socknen med sin säd.

År 1904 brann taket. Ingen vet hur elden började. Ekman lagade allt med egna händer, och det tog honom fyra år.

Sedan kom elektriciteten till dalen. En ny kvarn byggdes i Lund, och den gamla stod tom.

Barnen i byn lekte där om somrarna. De sade att hjulet ibland vred sig om natten, fast vattnet stod stilla.

I dag är kvarnen ett museum. Den är öppen från maj till september, och 12 000 människor kommer dit varje år.
`;

export const theMill = `The Mill by the Stream

The mill was built in 1871 by Nils Ekman. It had three floors and a wheel of oak.

Every autumn the farmers came from the whole parish with their grain.

In 1904 the roof burned. Nobody knows how the fire began. Ekman repaired everything with his own hands, and it took him four years. Then electricity came to the valley. A new mill was built in Lund, and the old one stood empty.

The children of the village played there in the summers. They said that the wheel sometimes turned at night, although the water stood still.

Today the mill is a museum. It is open from May to September, and 12,000 people come there every year.
`;

export const translationFile = (text = theMill, name = 'mill.txt'): TextFile => file(name, text);

/** Adds the original and opens the page that adds a translation to it. */
export async function openArrival(page: Page): Promise<string> {
	await saveText(page, 'kvarnen.txt', kvarnen);
	const id = new URL(page.url()).searchParams.get('id') ?? '';
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('link', { name: 'Add a translation' }).click();
	await expect(page.getByRole('heading', { name: 'Add a translation' })).toBeVisible();
	return id;
}

export const chooseFile = (page: Page, chosen: TextFile): Promise<void> =>
	page.getByLabel('Choose the translation').setInputFiles(chosen);

/** Fills in the required detail, who made the translation; its language is chosen already. */
export async function credit(page: Page, translator = 'Ida Holm'): Promise<void> {
	await page.getByLabel('Translator', { exact: true }).fill(translator);
	await page.getByLabel('Published in').fill('Valley Review');
	await page.getByLabel('Date').fill('2014-10');
	await page.getByLabel('Rights').fill('CC BY 4.0');
}

export const setSideBySide = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'Match the sentences' }).click();

export const saveTranslation = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'Save the translation' }).click();
