/** Puts the novel into a reader’s library as a reader would: by restoring a backup. */
import type { BrowserContext } from 'playwright-core';
import { formatBackup } from '../src/lib/core/library/backup';
import { moment } from '../src/lib/core/library/moment';
import { countWords } from '../src/lib/core/text/words';
import type { Article } from '../src/lib/core/text/article';

export const novelId = 'den-langa-vintern';
export const novelPath = `/en/own/?id=${novelId}`;

function backupOf(article: Article): string {
	const changedAt = moment(Date.UTC(2026, 10, 2));
	const { blocks, ...metadata } = article;
	const about = {
		id: novelId,
		metadata,
		recognised: false,
		paragraphs: blocks.length,
		words: blocks.reduce((sum, { text }) => sum + countWords(text), 0),
		addedAt: changedAt,
		changedAt
	};
	return formatBackup({
		made: changedAt,
		settings: {},
		library: {
			articles: [{ about, article, leftOut: [] }],
			removed: [],
			words: [],
			reviews: [],
			translations: [],
			places: []
		}
	});
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
		buffer: Buffer.from(backupOf(article))
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
