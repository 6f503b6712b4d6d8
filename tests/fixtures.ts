/**
 * What every browser test builds on: a `test` that fails on any fault of the page, whoever looks
 * for it, and ways to open pages, to check them with axe, and to reach the real articles.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

export { expect };

export const uis = ['sv', 'en'] as const;
export const themes = ['light', 'sepia', 'dark'] as const;
export const widths = [320, 390, 820, 1440] as const;

type Ui = (typeof uis)[number];
type Theme = (typeof themes)[number];

/** Collects what goes wrong in a context; the test's own context is watched by itself. */
export interface Faults {
	/** Watches another context too, one that the test made itself. Call it before the first page. */
	watch(context: BrowserContext): Promise<void>;
	/** Faults that this test provokes and expects, such as a page that is not there. */
	allow(fault: RegExp): void;
	readonly found: readonly string[];
}

interface Fixtures {
	faults: Faults;
	/** Opens an address in a theme. `open('/en/settings/', { theme: 'dark' })` */
	open: (path: string, options?: { theme?: Theme; settings?: object }) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
	faults: [
		async ({ context, baseURL }, use) => {
			const faults = collect(baseURL ?? '');
			await faults.watch(context);
			await use(faults);
			expect(faults.found, 'faults of the page').toEqual([]);
		},
		{ auto: true }
	],
	open: async ({ page }, use) => {
		await use(async (path, { theme, settings } = {}) => {
			if (theme || settings) await remember(page, { ...settings, ...(theme && { theme }) });
			await page.goto(path);
			return page;
		});
	}
});

/**
 * Firefox calls it a fault of a page that something had not come when the page was left: a font, or
 * what its service worker was about to answer. A worker that rejects is told of in other words.
 */
const leftEarly = [
	/downloadable font: download failed .* status=2152398850 /,
	/A ServiceWorker intercepted the request and encountered an unexpected error\./
];

function collect(site: string): Faults {
	const found: string[] = [];
	const allowed: RegExp[] = [...leftEarly];
	const report = (fault: string) => {
		if (!allowed.some((pattern) => pattern.test(fault))) found.push(fault);
	};
	return {
		found,
		allow: (fault) => void allowed.push(fault),
		async watch(context) {
			// A refused request is said in the console by some browsers only; the event by all.
			await context.addInitScript(() =>
				document.addEventListener('securitypolicyviolation', (event) =>
					console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
				)
			);
			context.on('console', (message) => {
				if (message.type() === 'error')
					report(`console: ${message.text()} (${message.location().url})`);
			});
			context.on('weberror', (error) => report(`error: ${error.error().stack ?? error.error()}`));
			context.on('request', (request) => {
				if (isForeign(request.url(), site)) report(`foreign request: ${request.url()}`);
			});
		}
	};
}

/** Tests that serve a site of their own do so on another port of this machine. */
function isForeign(address: string, site: string): boolean {
	const { protocol, hostname } = new URL(address);
	return /^(?:https?|wss?):$/.test(protocol) && hostname !== new URL(site).hostname;
}

/** The reader's settings, as if chosen at an earlier visit. */
const remember = (page: Page, settings: object): Promise<unknown> =>
	page.addInitScript((json) => {
		// The empty page before the first address has no storage.
		if (origin !== 'null') localStorage.setItem('jamsides.settings', json);
	}, JSON.stringify(settings));

const axeTags = [
	'wcag2a',
	'wcag2aa',
	'wcag21a',
	'wcag21aa',
	'wcag22a',
	'wcag22aa',
	'best-practice'
];

/** Fails on anything that axe finds against WCAG 2.2 AA or best practice, named with its elements. */
export async function axe(page: Page): Promise<void> {
	// Legacy mode runs in the page alone: there are no frames, and no second page is opened.
	const { violations } = await new AxeBuilder({ page })
		.setLegacyMode(true)
		.withTags(axeTags)
		.analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		at: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`)
	}));
	expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Fails where anything of the page reaches past the right edge of the window. */
export async function fitsWidth(page: Page, width: number): Promise<void> {
	await page.setViewportSize({ width, height: 900 });
	const wide = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		return [...document.querySelectorAll('body *')]
			.filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
			.map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
			.slice(0, 5);
	});
	expect(wide, `wider than ${width} px at ${page.url()}`).toEqual([]);
}

/**
 * The service worker serves this page: from now on it goes on without a network. That one is ready
 * does not say so: it takes over a moment later.
 */
export const served = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		while (!navigator.serviceWorker.controller) await new Promise((soon) => setTimeout(soon, 20));
	});

/**
 * Cuts off the network, in Chromium. A Firefox that is told to be offline now and then opens no page
 * and starts no worker, not even a service worker’s: there `offline.spec.ts` stops the server instead.
 */
export async function cutOff(context: BrowserContext): Promise<void> {
	if (context.browser()?.browserType().name() === 'chromium') await context.setOffline(true);
}

/**
 * The path of a real article in ../shared/articles, which is no part of the repository: where it is
 * not there, the test is skipped and says so.
 */
export function sharedArticle(name: string): string {
	const path = resolve('..', 'shared', 'articles', name);
	const there = existsSync(path);
	if (!there) console.log(`skipped, for want of ${path}: ${test.info().title}`);
	test.skip(!there, `needs ${path}`);
	return path;
}

/** The same page in the other language of the interface. */
export const inUi = (ui: Ui, path: string): string => path.replace(/^\/(?:sv|en)\//, `/${ui}/`);
