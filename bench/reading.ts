/** A novel is read: views are switched, the page is scrolled, and memory is counted. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Article } from '../src/lib/core/text/article';
import { atMost, compared, single, type Figure, type Pair } from './figures';
import { launch, mainThread, newContext, rest, type Meter } from './browser';
import { addNovel, novelPath } from './own-novel';

const switches = ['original', 'both', 'translation', 'both', 'stacked', 'peek', 'rows'] as const;
type Switch = (typeof switches)[number];

/** A switch and all that follows from it (the place is held for a few frames) is over by then. */
const switchedMs = 600;
const switchBudgetMs = 100;
/** The place is saved, and what was laid out is tidied up, before the first switch. */
const restedMs = 4000;

/** How far the wheel turns, in CSS pixels a turn, and how often. */
const turn = 400;
const turns = 80;
const framePeriodMs = 1000 / 60;

interface Open {
	readonly page: Page;
	readonly meter: Meter;
}

async function openWhole(browser: Browser, address: string, count: number): Promise<Open> {
	const [context] = browser.contexts();
	const page = await (context ?? (await newContext(browser))).newPage();
	const meter = await mainThread(page);
	await page.goto(address);
	await page.waitForFunction(
		(count) =>
			Math.max(
				document.getElementsByClassName('row').length,
				document.getElementsByTagName('p').length
			) >= count,
		count,
		{ timeout: 60_000 }
	);
	await rest(1500);
	return { page, meter };
}

interface Switched {
	readonly to: Switch;
	readonly work: number;
	readonly longest: number;
}

async function switchTo({ page, meter }: Open, to: Switch): Promise<Switched> {
	const before = await meter.work();
	const longest = await page.evaluate(switchAndWatch, { to, ms: switchedMs });
	return { to, work: (await meter.work()) - before, longest };
}

function switchAndWatch({ to, ms }: { to: string; ms: number }): Promise<number> {
	let longest = 0;
	const watch = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
	});
	watch.observe({ type: 'longtask' });
	document.querySelector<HTMLInputElement>(`.bar input[value=${to}]`)?.click();
	return new Promise((done) => setTimeout(() => (watch.disconnect(), done(longest)), ms));
}

async function switching(open: Open, runs: number): Promise<readonly Figure[]> {
	const found: Switched[] = [];
	// The place of a reader in the middle of the novel.
	await open.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
	await rest(restedMs);
	for (let run = 0; run < runs; run++)
		for (const to of switches) found.push(await switchTo(open, to));
	const kinds = [...new Set(switches)];
	return [
		...kinds.map((kind) => {
			const values = found.filter(({ to }) => to === kind).map(({ work }) => work);
			return single(
				`Novel: switch to ${kind}, work of the main thread`,
				'ms',
				values,
				atMost(switchBudgetMs)
			);
		}),
		single('Novel: switches, longest task by the clock', 'ms', [
			Math.max(...found.map(({ longest }) => longest))
		])
	];
}

interface Scrolled {
	/** Share of frames that came late, of those that should have come. */
	readonly dropped: number;
	readonly longest: number;
	readonly work: number;
}

async function scroll({ page, meter }: Open): Promise<Scrolled> {
	await page.bringToFront();
	await page.evaluate(() => scrollTo(0, 0));
	await page.mouse.move(700, 500);
	await rest(1000);
	const before = await meter.work();
	await page.evaluate(() => {
		const frames: number[] = [];
		Object.assign(window, { frames });
		const next = (at: number) => {
			frames.push(at);
			requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
	});
	for (let i = 0; i < turns; i++) {
		await page.mouse.wheel(0, turn);
		await rest(framePeriodMs);
	}
	const work = (await meter.work()) - before;
	const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
	const gaps = frames.slice(1).map((at, i) => at - (frames[i] ?? at));
	const late = gaps.map((gap) => Math.max(0, Math.round(gap / framePeriodMs) - 1));
	const lost = late.reduce((sum, n) => sum + n, 0);
	return { dropped: (100 * lost) / (lost + gaps.length), longest: Math.max(...gaps), work };
}

async function scrolling(ours: Open, plain: Open, runs: number): Promise<readonly Figure[]> {
	const pairs: { ours: Scrolled; plain: Scrolled }[] = [];
	for (let run = 0; run < runs; run++)
		pairs.push({ plain: await scroll(plain), ours: await scroll(ours) });
	const of = (key: keyof Scrolled): Pair[] =>
		pairs.map(({ ours, plain }) => ({ ours: ours[key], plain: plain[key] }));
	return [
		compared('Novel: scrolled, frames dropped', 'percent', of('dropped')),
		compared('Novel: scrolled, longest time between two frames', 'ms', of('longest')),
		compared(
			`Novel: scrolled ${(turn * turns) / 1000},000 px, work of the main thread`,
			'ms',
			of('work')
		)
	];
}

/** The browser process tells which of its processes draws the page; Linux tells its memory. */
async function memory(
	article: Article,
	site: string,
	address: string
): Promise<{ heap: number; process: number }> {
	const browser = await launch();
	try {
		const context = await newContext(browser);
		if (address.startsWith(site)) await addNovel(context, site, article);
		const { page, meter } = await openWhole(browser, address, article.blocks.length);
		const heap = await meter.heap();
		await page.bringToFront();
		const session = await browser.newBrowserCDPSession();
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		const pages = processInfo
			.filter(({ type }) => type === 'renderer')
			.map(({ id }) => privateBytes(id));
		return { heap, process: Math.max(...pages) };
	} finally {
		await browser.close();
	}
}

/** Memory that a process shares with no other, in bytes; not a number where there is no /proc. */
function privateBytes(pid: number): number {
	try {
		const status = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
		const kilobytes = [...status.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)];
		return kilobytes.reduce((sum, [, n]) => sum + Number(n) * 1024, 0);
	} catch {
		return Number.NaN;
	}
}

const megabyte = 1_000_000;

async function remembering(
	site: string,
	plain: string,
	article: Article,
	runs: number
): Promise<readonly Figure[]> {
	const heap: Pair[] = [];
	const whole: Pair[] = [];
	for (let run = 0; run < runs; run++) {
		const theirs = await memory(article, site, `${plain}/novel.html`);
		const ours = await memory(article, site, site + novelPath);
		heap.push({ ours: ours.heap / megabyte, plain: theirs.heap / megabyte });
		whole.push({ ours: ours.process / megabyte, plain: theirs.process / megabyte });
	}
	return [
		compared('Novel: objects of scripts in memory', 'MB', heap),
		compared('Novel: memory of the page’s process', 'MB', whole)
	];
}

export async function reading(
	browser: Browser,
	site: string,
	plain: string,
	article: Article,
	runs: number
): Promise<readonly Figure[]> {
	const context = await newContext(browser);
	await addNovel(context, site, article);
	const count = article.blocks.length;
	const theirs = await openWhole(browser, `${plain}/novel.html`, count);
	const ours = await openWhole(browser, site + novelPath, count);
	const figures = [...(await switching(ours, runs)), ...(await scrolling(ours, theirs, runs))];
	await context.close();
	return [...figures, ...(await remembering(site, plain, article, Math.min(runs, 3)))];
}
