/** Puts the novel into a reader’s library as a reader would: by restoring a backup. */
import type { BrowserContext } from 'playwright-core';
import { formatBackup } from '../src/lib/core/library/backup';
import { moment } from '../src/lib/core/library/moment';
import { countWords } from '../src/lib/core/text/words';
import type { Dump, OwnTranslation } from '../src/lib/core/library/store';
import type { KeptArticle } from '../src/lib/core/library/ownArticle';
import type { Article } from '../src/lib/core/text/article';

export const novelId = 'den-langa-vintern';
export const novelPath = `/en/own/?id=${novelId}`;

export const changedAt = moment(Date.UTC(2026, 10, 2));

/** Returns a backup of one text of a reader’s own, with their translations of it. */
export function backupOf(
	id: string,
	article: Article,
	translations: readonly OwnTranslation[] = []
): string {
	return backupText({ articles: [keptArticle(id, article)], translations });
}

/** Returns the text of a backup of a library. */
export const backupText = (library: Partial<Dump>): string =>
	formatBackup({ made: changedAt, settings: {}, library: { ...nothing, ...library } });

const nothing: Dump = {
	articles: [],
	removed: [],
	words: [],
	reviews: [],
	translations: [],
	places: [],
	highlights: [],
	savedWords: [],
	books: [],
	pictures: []
};

/** Returns an article as a reader’s library keeps it. */
export function keptArticle(id: string, article: Article): KeptArticle {
	const { blocks, ...metadata } = article;
	const about = {
		id,
		metadata,
		recognised: false,
		paragraphs: blocks.length,
		words: blocks.reduce((sum, { text }) => sum + countWords(text), 0),
		addedAt: changedAt,
		changedAt
	};
	return { about, article, leftOut: [] };
}

export async function addNovel(
	context: BrowserContext,
	site: string,
	article: Article
): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${site}/en/settings/`, { waitUntil: 'networkidle' });
	await page.getByLabel('Restore from a backup').setInputFiles({
		name: 'novel.json',
		mimeType: 'application/json',
		buffer: Buffer.from(backupOf(novelId, article))
	});
	await page
		.getByText(/restored/i)
		.first()
		.waitFor({ timeout: 60_000 });
	await page.waitForFunction(
		() =>
			new Promise((done) => {
				const request = indexedDB.open('jamsides');
				request.onsuccess = () => {
					const count = request.result.transaction('texts').objectStore('texts').count();
					count.onsuccess = () => (request.result.close(), done(count.result === 1));
				};
			})
	);
	await page.close();
}
