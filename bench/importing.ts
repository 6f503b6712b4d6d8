/** A novel is imported: a text file of 2 MB, from the choice of the file until its preview stands. */
import type { Browser } from 'playwright-core';
import type { Article } from '../src/lib/core/text/article';
import { atMost, none, single, type Figure } from './figures';
import { visiting } from './browser';
import { novelText } from './novel';

const importBudgetMs = 2000;

declare global {
	interface Window {
		importing: { began: number; longest: number };
	}
}

/** Takes the time from the moment in which the input has the file. */
function watch(): void {
	window.importing = { began: 0, longest: 0 };
	document.addEventListener('change', () => (window.importing.began = performance.now()), true);
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries())
			if (window.importing.began > 0)
				window.importing.longest = Math.max(window.importing.longest, duration);
	}).observe({ type: 'longtask' });
}

export async function importing(
	browser: Browser,
	site: string,
	article: Article,
	runs: number
): Promise<readonly Figure[]> {
	const buffer = Buffer.from(novelText(article));
	const times: number[] = [];
	const longest: number[] = [];
	for (let run = 0; run < runs; run++)
		await visiting(browser, async (page) => {
			await page.goto(`${site}/en/add/`, { waitUntil: 'networkidle' });
			await page.evaluate(watch);
			await page
				.getByLabel('Add texts')
				.setInputFiles({ name: 'novel.txt', mimeType: 'text/plain', buffer });
			const shown = await page.waitForFunction(
				() => document.getElementById('text-heading') !== null && performance.now(),
				null,
				{ polling: 'raf', timeout: 60_000 }
			);
			const { began, longest: task } = await page.evaluate(() => window.importing);
			times.push(Number(await shown.jsonValue()) - began);
			longest.push(task);
		});
	return [
		single('Import of 2 MB: until the preview is shown', 'ms', times, atMost(importBudgetMs)),
		single('Import of 2 MB: longest task of the page, by the clock', 'ms', longest, none)
	];
}
