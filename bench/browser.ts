/** Chromium as the tests run it, and what its debugging protocol measures. */
import {
	chromium,
	type Browser,
	type BrowserContext,
	type CDPSession,
	type Page
} from 'playwright-core';
import { findBrowser } from '../scripts/browsers.mjs';

const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

export async function launch(): Promise<Browser> {
	const found = await findBrowser('chromium');
	return chromium.launch({
		args,
		...(found?.from === 'system' && { executablePath: found.path })
	});
}

/** esbuild names functions through a helper of its own, which a page does not have. */
const helper = 'globalThis.__name ??= (named) => named;';

/** `baseURL`: what addresses without a site of their own belong to. */
export async function newContext(browser: Browser, baseURL?: string): Promise<BrowserContext> {
	const context = await browser.newContext({
		...(baseURL !== undefined && { baseURL }),
		viewport: { width: 1440, height: 900 },
		locale: 'en-GB'
	});
	await context.addInitScript({ content: helper });
	return context;
}

/** Runs `script` in the page before any of its own. */
export const atStart = <Given>(
	page: Page,
	script: (given: Given) => void,
	given: Given
): Promise<unknown> =>
	page.addInitScript({ content: `${helper}(${String(script)})(${JSON.stringify(given)})` });

/** Opens a page in a context of its own, uses it and throws both away: nothing is cached between runs. */
export async function visiting<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
	const context = await newContext(browser);
	try {
		return await use(await context.newPage());
	} finally {
		await context.close();
	}
}

/**
 * The work of the page’s main thread in milliseconds of processor time, which other programs on the
 * machine do not lengthen as they do the clock’s.
 */
export async function mainThread(page: Page): Promise<Meter> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	return new Meter(session);
}

export class Meter {
	constructor(readonly session: CDPSession) {}

	async metric(name: string): Promise<number> {
		const { metrics } = await this.session.send('Performance.getMetrics');
		return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
	}

	/** Processor time of the main thread so far, in milliseconds. */
	async work(): Promise<number> {
		return 1000 * (await this.metric('TaskDuration'));
	}

	/** Bytes of living objects, after a collection. */
	async heap(): Promise<number> {
		await this.session.send('HeapProfiler.collectGarbage');
		return this.metric('JSHeapUsedSize');
	}
}

export const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
