/** The first visit to a reading page: nothing cached, nobody has touched it. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { atMost, compared, single, times, type Figure, type Pair } from './figures';
import { paragraphOf, type PlainText } from './plain-page';
import { atStart, rest, visiting } from './browser';

export const articlePath = '/en/read/kazakstan-i-januari-2022/';

/** A page counts as settled when it has asked for nothing for this long, in milliseconds. */
const settledMs = 1500;

/** The text of the built page, read from its HTML alone. */
export const articleText = (browser: Browser, site: string): Promise<PlainText> =>
	withoutScript(browser, async (page) => {
		await page.goto(site + articlePath);
		const title = await page.locator('h1').innerText();
		const paragraphs = await page.locator('.row :is(.o, .t) > *').evaluateAll((all) =>
			all.map((element) => ({
				lang: element.closest('[lang]')?.getAttribute('lang') ?? 'sv',
				text: element.textContent.trim()
			}))
		);
		return { title, paragraphs: paragraphs.map(({ lang, text }) => paragraphOf(lang, text)) };
	});

async function withoutScript<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	try {
		return await use(await context.newPage());
	} finally {
		await context.close();
	}
}

interface Visit {
	readonly largestPaint: number;
	readonly shift: number;
	readonly scripts: readonly string[];
}

/** `line`: what stands between the server and the browser. */
type Line = 'none' | 'mobile';

function visit(browser: Browser, address: string, line: Line): Promise<Visit> {
	return visiting(browser, async (page) => {
		const scripts: string[] = [];
		page.on('request', (request) => {
			if (request.resourceType() === 'script') scripts.push(request.url());
		});
		if (line === 'mobile') await slow(page);
		await atStart(page, observe, null);
		await page.goto(address, { waitUntil: 'load' });
		await page.waitForLoadState('networkidle');
		await rest(settledMs);
		const { paint, shift } = await page.evaluate(() => window.seen);
		return { largestPaint: paint, shift, scripts };
	});
}

declare global {
	interface Window {
		seen: { paint: number; shift: number };
	}
}

function observe(): void {
	window.seen = { paint: 0, shift: 0 };
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) window.seen.paint = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			window.seen.shift += (entry as PerformanceEntry & { value: number }).value;
	}).observe({ type: 'layout-shift', buffered: true });
}

/** Lighthouse’s “slow 4G”: 150 ms there and back, 1.6 Mbit/s. */
async function slow(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 150,
		downloadThroughput: (1.6 * 1024 * 1024) / 8,
		uploadThroughput: (750 * 1024) / 8
	});
}

/** What a script weighs on the way to the reader, in bytes of brotli. */
const weight = (url: string): number => statSync(join('build', `${new URL(url).pathname}.br`)).size;

const kilobyte = 1000;
export const scriptBudget = 50 * kilobyte;

export async function firstLoad(
	browser: Browser,
	site: string,
	plain: string,
	runs: number
): Promise<readonly Figure[]> {
	const paints: Record<Line, Pair[]> = { none: [], mobile: [] };
	// A page whose faces come after its text paints earlier, in a stand-in, and then moves.
	const beside: Record<Line, Pair[]> = { none: [], mobile: [] };
	const shifts: Record<Line, number[]> = { none: [], mobile: [] };
	const theirShifts: number[] = [];
	let scripts: readonly string[] = [];
	for (let run = 0; run < runs; run++)
		for (const line of ['none', 'mobile'] as const) {
			const theirs = await visit(browser, `${plain}/article.html`, line);
			const whole = await visit(browser, `${plain}/article-whole.html`, line);
			const ours = await visit(browser, site + articlePath, line);
			beside[line].push({ ours: ours.largestPaint, plain: whole.largestPaint });
			if (line === 'mobile') theirShifts.push(theirs.shift);
			paints[line].push({ ours: ours.largestPaint, plain: theirs.largestPaint });
			shifts[line].push(ours.shift);
			scripts = ours.scripts;
		}
	const bytes = [...new Set(scripts)].reduce((sum, url) => sum + weight(url), 0);
	return [
		single(
			'First load: script before anyone interacts (brotli)',
			'kB',
			[bytes / kilobyte],
			atMost(50)
		),
		single('First load: the page’s HTML (brotli)', 'kB', [
			statSync(join('build', `${articlePath}index.html.br`)).size / kilobyte
		]),
		single('First load: paragraphs in the HTML without script', 'count', [
			readFileSync(join('build', `${articlePath}index.html`), 'utf8').match(/id="p-/g)?.length ?? 0
		]),
		compared('First load: largest paint, no network in between', 'ms', paints.none, times(1.1)),
		compared('First load: largest paint, slow 4G', 'ms', paints.mobile, times(1.05)),
		compared(
			'First load: largest paint, no network in between (plain: its faces in it)',
			'ms',
			beside.none,
			times(1.1)
		),
		compared(
			'First load: largest paint, slow 4G (plain: its faces in it)',
			'ms',
			beside.mobile,
			times(1.05)
		),
		single(
			'First load: layout shift, no network in between (the worst run)',
			'count',
			[Math.max(...shifts.none)],
			atMost(0)
		),
		single(
			'First load: layout shift, slow 4G (the worst run)',
			'count',
			[Math.max(...shifts.mobile)],
			atMost(0)
		),
		single('Plain page: layout shift, slow 4G (the worst run)', 'count', [Math.max(...theirShifts)])
	];
}
