/**
 * A whole novel with its translation, at work: opened, scrolled, corrected, exported, aligned, mended
 * and restored. Of every step the longest task of the main thread is measured.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Article } from '../src/lib/core/text/article';
import { mainThread, newContext, rest } from './browser';
import { longestTask } from './tasks';
import { atMost, compared, none, single, type Budget, type Figure } from './figures';
import {
	translatedBackup,
	translatedId,
	translatedParagraphs,
	unaligned
} from './translated-novel';

/** What one visit measured; every value is in milliseconds but where its name says otherwise. */
export type Measured = Record<string, number>;

interface Painted {
	paint: number;
	first: number;
	all: number;
}
declare global {
	interface Window {
		painted: Painted;
	}
}

function watchRows(count: number): void {
	const painted: Painted = { paint: 0, first: 0, all: 0 };
	Object.assign(window, { painted });
	const rows = document.getElementsByClassName('row');
	const look = () => {
		painted.paint ||= performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
		if (!painted.first && rows.length > 0) painted.first = performance.now();
		if (rows.length >= count) painted.all = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

export interface Machine {
	/** How many times slower the processor is made. */
	readonly slowdown: number;
	readonly steps: readonly string[];
}

/** Measures one build, in a context of its own. */
export async function visit(
	browser: Browser,
	site: string,
	article: Article,
	{ slowdown, steps }: Machine
): Promise<Measured> {
	const context = await newContext(browser, site);
	const found: Measured = {};
	const wants = (step: string) => steps.length === 0 || steps.includes(step);
	try {
		found['restore: longest task'] = await restored(context, article, slowdown);
		if (wants('read')) Object.assign(found, await readIn(context, slowdown));
		if (wants('files')) Object.assign(found, await filesIn(context, slowdown));
		if (wants('align')) Object.assign(found, await alignedIn(context, article, slowdown));
		return found;
	} finally {
		await context.close();
	}
}

async function opened(context: BrowserContext, slowdown: number): Promise<Page> {
	const page = await context.newPage();
	if (slowdown > 1) {
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	}
	return page;
}

async function restored(context: BrowserContext, article: Article, slowdown: number) {
	const page = await opened(context, slowdown);
	const { session } = await mainThread(page);
	await page.goto('/en/settings/', { waitUntil: 'networkidle' });
	const field = page.getByLabel('Restore from a backup');
	// A file by its path: Playwright would decode a buffer in the page, in a task of its own.
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-bench-'));
	const backup = join(folder, 'novel.json');
	writeFileSync(backup, translatedBackup(article));
	const longest = await longestTask(session, async () => {
		await field.setInputFiles(backup);
		await page
			.locator('[role=status]', { hasText: /restored/i })
			.first()
			.waitFor({ timeout: 120_000 });
		await rest(1500);
	});
	await page.close();
	rmSync(folder, { recursive: true });
	return longest;
}

async function readIn(context: BrowserContext, slowdown: number): Promise<Measured> {
	const page = await opened(context, slowdown);
	const meter = await mainThread(page);
	const { session } = meter;
	await page.addInitScript({
		content: `globalThis.__name ??= (f) => f; (${watchRows})(${translatedParagraphs})`
	});
	const all = () => page.waitForFunction(() => window.painted?.all > 0, null, { timeout: 180_000 });
	const opening = async () => {
		await page.goto(`/en/own/?id=${translatedId}`, { waitUntil: 'commit' });
		await all();
		await rest(2500);
	};
	const open = await longestTask(session, opening);
	const painted = await page.evaluate(() => window.painted);
	const heap = (await meter.heap()) / 1e6;
	const nodes = await meter.metric('Nodes');
	const scroll = await longestTask(session, async () => {
		await page.mouse.move(700, 500);
		for (let i = 0; i < 20; i++) {
			await page.mouse.wheel(0, 400);
			await rest(30);
		}
		await rest(3500 * Math.min(2, slowdown));
	});
	const jump = await longestTask(session, async () => {
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
		await rest(3500 * Math.min(2, slowdown));
	});
	const switches = await longestTask(session, async () => {
		for (const to of ['original', 'both', 'peek', 'rows']) {
			await page.evaluate(
				(to) => document.querySelector<HTMLInputElement>(`.bar input[value=${to}]`)?.click(),
				to
			);
			await rest(800);
		}
	});
	const correct = await longestTask(session, async () => {
		await page.keyboard.press('j');
		await page.keyboard.press('e');
		await shown(page, '.row textarea');
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText('Someone put this in other words.');
		await click(page, '.row form .primary');
		// Whose words these are is asked for once.
		await shown(page, '.row form input');
		await page.keyboard.insertText('Ada');
		await click(page, '.row form .primary');
		await shown(page, '.row textarea', false);
		await rest(1500);
	});
	await page.close();
	return {
		'open: first paint': painted.paint,
		'open: first row after the first paint': painted.first - painted.paint,
		'open: all rows': painted.all,
		'open: longest task': open,
		'nodes (count)': nodes,
		'heap (MB)': heap,
		'scroll and save the place: longest task': scroll,
		'jump to the middle: longest task': jump,
		'switch views: longest task': switches,
		'correct a paragraph: longest task': correct
	};
}

/**
 * Waits until the page has an element, or no longer has it. Asks the browser itself: locators of
 * Playwright look at every element of a long page, in tasks that would be measured.
 */
const shown = (page: Page, selector: string, wanted = true): Promise<unknown> =>
	page.waitForFunction(
		({ selector, wanted }) => (document.querySelector(selector) !== null) === wanted,
		{ selector, wanted },
		{ timeout: 300_000 }
	);

/** Clicks an element as a script does, for the same reason. */
const click = (page: Page, selector: string): Promise<unknown> =>
	page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), selector);

async function filesIn(context: BrowserContext, slowdown: number): Promise<Measured> {
	const page = await opened(context, slowdown);
	const { session } = await mainThread(page);
	const found: Measured = {};
	found['exchange page: longest task'] = await longestTask(session, async () => {
		await page.goto(`/en/exchange/?article=${translatedId}`);
		await shown(page, 'input[type=radio]');
		await rest(500);
	});
	for (const [label, name] of [
		['XLIFF', /^XLIFF 2/],
		['TMX', /^TMX/],
		['JSON', /JSON/]
	] as const) {
		found[`${label}: longest task`] = await longestTask(session, async () => {
			await page.getByRole('radio', { name }).first().check();
			const file = page.waitForEvent('download', { timeout: 120_000 });
			await page.locator('section:has(#out) button.primary').click();
			await file;
			await rest(500);
		});
	}
	await page.goto('/en/settings/', { waitUntil: 'networkidle' });
	found['backup: longest task'] = await longestTask(session, async () => {
		const file = page.waitForEvent('download', { timeout: 120_000 });
		await page.getByRole('button', { name: 'Export a backup' }).first().click();
		await file;
		await rest(500);
	});
	await page.close();
	return found;
}

async function putDraft(page: Page, draft: unknown): Promise<void> {
	await page.goto('/robots.txt');
	await page.evaluate(
		(draft) =>
			new Promise<void>((done, failed) => {
				const request = indexedDB.open('jamsides');
				request.onerror = () => failed(request.error);
				request.onsuccess = () => {
					const writing = request.result.transaction('alignments', 'readwrite');
					writing.objectStore('alignments').put(draft);
					writing.oncomplete = () => (request.result.close(), done());
				};
			}),
		draft
	);
}

async function alignedIn(
	context: BrowserContext,
	article: Article,
	slowdown: number
): Promise<Measured> {
	const page = await opened(context, slowdown);
	const { session } = await mainThread(page);
	const draft = unaligned(article);
	await putDraft(page, draft);
	const found: Measured = {};
	found['draft opened: longest task'] = await longestTask(session, async () => {
		await page.goto(`/en/align/?draft=${draft.id}`);
		await shown(page, 'form .primary');
		await rest(1500);
	});
	found['typing 17 letters about the translation: longest task'] = await longestTask(
		session,
		async () => {
			await page.getByRole('textbox', { name: /^Title/ }).fill('');
			await page
				.getByRole('textbox', { name: /^Title/ })
				.pressSequentially('The Longer Winter', { delay: 60 });
			await rest(2500);
		}
	);
	found['align, until the editor is there: longest task'] = await longestTask(session, async () => {
		await click(page, 'form .primary');
		await shown(page, '[role=grid]');
		await rest(3000);
	});
	const key = (key: string) =>
		longestTask(session, async () => {
			await page.keyboard.press(key);
			await rest(1500 * Math.min(3, slowdown));
		});
	await page.locator('[data-item="source 4"]').focus();
	found['editor, next doubtful: longest task'] = await key('n');
	found['editor, join: longest task'] = await key('j');
	found['editor, undo: longest task'] = await key('z');
	await page.close();
	return found;
}

/** A task of the desktop, and of a phone at a quarter of its speed, in milliseconds. */
const taskBudgets = [
	{ name: 'desktop', slowdown: 1, task: atMost(100) },
	{ name: 'phone', slowdown: 4, task: atMost(200) }
] as const;
const firstRowBudget = atMost(500);

/**
 * Measures the site; where `beside` is the address of another build of it, both in turn: the other
 * one's figures are in the column of the plain page.
 */
export async function twoTexts(
	browser: Browser,
	site: string,
	beside: string | null,
	article: Article,
	runs: number
): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const { name, slowdown, task } of taskBudgets) {
		const ours: Measured[] = [];
		const theirs: Measured[] = [];
		for (let run = 0; run < runs; run++) {
			if (beside) theirs.push(await visit(browser, beside, article, { slowdown, steps: [] }));
			ours.push(await visit(browser, site, article, { slowdown, steps: [] }));
		}
		for (const step of Object.keys(ours[0] ?? {}))
			figures.push(figureOf(`Both texts, ${name}: ${step}`, step, ours, theirs, task));
	}
	return figures;
}

function figureOf(
	what: string,
	step: string,
	ours: readonly Measured[],
	theirs: readonly Measured[],
	task: Budget
): Figure {
	const unit = step.includes('(count)') ? 'count' : step.includes('(MB)') ? 'MB' : 'ms';
	const budget = step.endsWith('longest task')
		? task
		: step.includes('first row')
			? firstRowBudget
			: none;
	const of = (all: readonly Measured[]) => all.map((found) => found[step] ?? Number.NaN);
	if (theirs.length === 0) return single(what, unit, of(ours), budget);
	const others = of(theirs);
	const pairs = of(ours).map((value, run) => ({ ours: value, plain: others[run] ?? Number.NaN }));
	return compared(what, unit, pairs, budget);
}
