/** A novel is opened: ours from the reader’s own library, beside the same text as plain HTML. */
import type { Browser, BrowserContext } from 'playwright-core';
import type { Article } from '../src/lib/core/text/article';
import { compared, none, times, type Figure, type Pair } from './figures';
import { atStart, mainThread, newContext, rest } from './browser';
import { addNovel, novelPath } from './own-novel';

interface Opening {
	/** From the start of the navigation, in milliseconds. */
	readonly first: number;
	readonly all: number;
	/** Of the main thread, processor time. */
	readonly work: number;
}

declare global {
	interface Window {
		opened: { first: number; all: number };
	}
}

/** Watches for the text: the moment of the frame after the one in which it came. */
function watch({ selector, count }: { selector: string; count: number }): void {
	window.opened = { first: 0, all: 0 };
	const found = document.getElementsByClassName(selector);
	const paragraphs = document.getElementsByTagName('p');
	const here = () => (selector ? found.length : paragraphs.length);
	const look = () => {
		if (!window.opened.first && here() > 0) afterPaint((at) => (window.opened.first ||= at));
		if (here() >= count) afterPaint((at) => (window.opened.all ||= at));
		else requestAnimationFrame(look);
	};
	const afterPaint = (then: (at: number) => void) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => then(performance.now());
		// A message sent from a frame’s callback comes once that frame is laid out and painted.
		requestAnimationFrame(() => port2.postMessage(null));
	};
	requestAnimationFrame(look);
}

async function open(
	context: BrowserContext,
	address: string,
	wanted: { selector: string; count: number }
): Promise<Opening> {
	const page = await context.newPage();
	try {
		await atStart(page, watch, wanted);
		const meter = await mainThread(page);
		await page.goto(address, { waitUntil: 'commit' });
		await page.waitForFunction(() => window.opened?.all > 0, null, { timeout: 60_000 });
		await rest(300);
		return { ...(await page.evaluate(() => window.opened)), work: await meter.work() };
	} finally {
		await page.close();
	}
}

export async function opening(
	browser: Browser,
	site: string,
	plain: string,
	article: Article,
	runs: number
): Promise<readonly Figure[]> {
	const context = await newContext(browser);
	await addNovel(context, site, article);
	const count = article.blocks.length;
	const pairs: { ours: Opening; plain: Opening }[] = [];
	for (let run = 0; run < runs; run++) {
		const theirs = await open(context, `${plain}/novel.html`, { selector: '', count });
		const ours = await open(context, site + novelPath, { selector: 'row', count });
		pairs.push({ ours, plain: theirs });
	}
	await context.close();
	const of = (key: keyof Opening): Pair[] =>
		pairs.map(({ ours, plain }) => ({ ours: ours[key], plain: plain[key] }));
	return [
		compared('Novel: opened, first paragraph painted', 'ms', of('first'), times(2)),
		compared('Novel: opened, all 5,000 paragraphs there', 'ms', of('all'), times(2)),
		compared('Novel: opened, work of the main thread', 'ms', of('work'), none)
	];
}
