/** A novel is imported: a text file of 2 MB, from the choice of the file until its preview stands. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Article } from '../src/lib/core/text/article';
import { atMost, single, type Figure } from './figures';
import { visiting } from './browser';
import { novelText } from './novel';
import { longestTask } from './tasks';

const importBudgetMs = 2000;

const taskBudgetMs = 100;

/** Time after the preview, in milliseconds, in which the draft is written. */
const restMs = 1500;

declare global {
	interface Window {
		importBegan: number;
	}
}

/** Takes the time at which the input has the file. */
function watch(): void {
	window.importBegan = 0;
	document.addEventListener('change', () => (window.importBegan = performance.now()), true);
}

export async function importing(
	browser: Browser,
	site: string,
	article: Article,
	runs: number
): Promise<readonly Figure[]> {
	// A file on the disk: the bytes of a buffer would be decoded by a task of the page.
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-novel-'));
	const file = join(folder, 'novel.txt');
	writeFileSync(file, novelText(article));
	const times: number[] = [];
	const longest: number[] = [];
	for (let run = 0; run < runs; run++)
		await visiting(browser, async (page) => {
			await page.goto(`${site}/en/add/`, { waitUntil: 'networkidle' });
			await page.evaluate(watch);
			const session = await page.context().newCDPSession(page);
			const task = await longestTask(session, async () => {
				await page.getByLabel('Add texts').setInputFiles(file);
				const shown = await page.waitForFunction(
					() => document.getElementById('text-heading') !== null && performance.now(),
					null,
					{ polling: 'raf', timeout: 60_000 }
				);
				times.push(
					Number(await shown.jsonValue()) - (await page.evaluate(() => window.importBegan))
				);
				await page.waitForTimeout(restMs);
			});
			longest.push(task);
		});
	rmSync(folder, { recursive: true });
	return [
		single('Import of 2 MB: until the preview is shown', 'ms', times, atMost(importBudgetMs)),
		single('Import of 2 MB: longest task, processor time', 'ms', longest, atMost(taskBudgetMs))
	];
}
