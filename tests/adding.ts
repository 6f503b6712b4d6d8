/** Made-up texts, and helpers that add them as a reader does. */
import type { Page } from '@playwright/test';

export interface TextFile {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

export const file = (name: string, text: string | Buffer): TextFile => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(text as string)
});

export const fyrenTitle = 'Fyren som ingen släckte';

/** Returns a small Swedish text: a title, a heading, paragraphs. `nth` makes different ones. */
export const fyren = (nth = 1): string =>
	[
		nth === 1 ? fyrenTitle : `${fyrenTitle}, del ${nth}`,
		`Det var den ${nth} oktober och vinden hade vänt. Längst ut på udden stod den gamla fyren och lyste, som den hade gjort varje natt i hundra år, fast ingen längre brydde sig om att tända den.`,
		'Vaktmästaren hade slutat för länge sedan. Han bodde kvar i det röda huset nedanför, och när någon frågade hur det kunde komma sig att lampan brann svarade han bara att den nog inte visste av något annat.',
		'Båten från norr',
		'En kväll kom en båt in från norr. Hon gick utan lanternor och utan att någon syntes på däck, och hon lade till vid den brygga som hade varit stängd sedan före kriget.',
		'De som stod på stranden väntade länge. Sedan gick de hem, en efter en, och ingen av dem ville efteråt berätta vad de hade sett.'
	].join('\n\n') + '\n';

export const readFile = async (page: Page, ...files: TextFile[]): Promise<void> => {
	await page.goto('/en/add/');
	await page.getByLabel('Add texts', { exact: true }).setInputFiles(files);
};

/** Adds a text and saves it without corrections. */
export async function saveText(page: Page, name: string, text: string): Promise<void> {
	await readFile(page, file(name, text));
	await page.getByRole('button', { name: 'Save to the library' }).click();
	await page.waitForURL(/\/(?:own|read)\//);
	await settled(page);
}

/** Matches Firefox's error for anything still loading when a page is left or closed. */
export async function settled(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
