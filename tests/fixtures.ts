/**
 * The base of every browser test: a `test` that fails on any error of the page, and helpers that
 * open pages, check them with axe, and find the real articles.
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

/** Collects errors in a browser context. The test's own context is watched automatically. */
export interface Faults {
	/** Watches another context that the test made. Call it before its first page opens. */
	watch(context: BrowserContext): Promise<void>;
	/** Ignores errors that this test provokes on purpose, such as a missing page. */
	allow(fault: RegExp): void;
	readonly found: readonly string[];
}

interface Fixtures {
	/** Whether the service worker caches the site; the tag @kept turns this on. */
	kept: boolean;
	faults: Faults;
	/** Opens an address in a theme. `open('/en/settings/', { theme: 'dark' })` */
	open: (path: string, options?: { theme?: Theme; settings?: object }) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
	// eslint-disable-next-line no-empty-pattern -- Playwright asks for a pattern
	kept: async ({}, use, { tags }) => use(tags.includes('@kept')),
	faults: [
		async ({ context, baseURL, browserName, kept }, use) => {
			const faults = collect(baseURL ?? '', browserName);
			await faults.watch(context);
			if (!kept) await context.addInitScript(refuseWorker);
			await use(faults);
			// A request that a test answers may still be under way when the test ends.
			for (const router of [...context.pages(), context])
				await router.unrouteAll({ behavior: 'ignoreErrors' });
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
 * Refuses the service worker, as a browser may do. On a first visit it fetches and hashes the whole
 * site, which takes longer than most tests: only tests tagged @kept have it. Runs in the page.
 */
function refuseWorker(): void {
	if (origin === 'null' || !('serviceWorker' in navigator)) return;
	ServiceWorkerContainer.prototype.register = () =>
		Promise.reject(new DOMException('not in this test', 'SecurityError'));
}

/**
 * Matches the errors that Firefox reports when a page is left while something is still loading: a
 * font, or a response from the service worker. A worker that rejects has another message.
 */
const leftEarly = [
	/downloadable font: download failed .* status=2152398850 /,
	/A ServiceWorker intercepted the request and encountered an unexpected error\./
];

function collect(site: string, browserName: string): Faults {
	const found: string[] = [];
	const allowed: RegExp[] = browserName === 'firefox' ? [...leftEarly] : [];
	const report = (fault: string) => {
		if (!allowed.some((pattern) => pattern.test(fault))) found.push(fault);
	};
	return {
		found,
		allow: (fault) => void allowed.push(fault),
		async watch(context) {
			// Only some browsers log a refused request in the console; all fire the event.
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

/** Whether an address is outside this machine. Tests serve their own sites on other local ports. */
function isForeign(address: string, site: string): boolean {
	const { protocol, hostname } = new URL(address);
	return /^(?:https?|wss?):$/.test(protocol) && hostname !== new URL(site).hostname;
}

/** Returns written files as an input of a page takes them. */
export const picked = (
	files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
): { name: string; mimeType: string; buffer: Buffer }[] =>
	files.map(({ name, bytes }) => ({
		name,
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(bytes)
	}));

/** Stores the reader's settings, as if chosen at an earlier visit. */
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

/** Fails on any axe violation of WCAG 2.2 AA or best practice, and names the elements. */
export const axe = (page: Page): Promise<void> =>
	findsNothing(page, builder(page).withTags(axeTags));

/**
 * Checks colours alone: all other rules give the same result in every theme. One text of each style
 * stands for the others: axe takes half a second for those of an article.
 */
async function contrast(page: Page): Promise<void> {
	await atRest(page);
	await page.evaluate(markStyles);
	await findsNothing(page, builder(page).include('[data-sample]').withRules(['color-contrast']));
}

/** Marks one visible text of each style, by what its contrast depends on. Runs in the page. */
function markStyles(): void {
	const behind = new Map<Element | null, string>([[null, '']]);
	const backgroundOf = (element: Element | null): string => {
		const known = behind.get(element);
		if (known !== undefined || !element) return known ?? '';
		const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
		const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
		const above = backgroundOf(element.parentElement);
		// Most elements have no background: they add nothing.
		const all = own === 'rgba(0, 0, 0, 0) none 1' ? above : `${above}|${own}`;
		behind.set(element, all);
		return all;
	};
	const hasText = (element: Element): boolean =>
		element.matches('input, select, textarea') ||
		[...element.childNodes].some(
			(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
		);
	const styles = new Set<string>();
	for (const element of document.querySelectorAll('body, body *')) {
		element.removeAttribute('data-sample');
		if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
		const { color, fontSize, fontWeight } = getComputedStyle(element);
		const isDisabled = element.closest(':disabled, [aria-disabled="true"]') !== null;
		const style = [color, fontSize, fontWeight, isDisabled, backgroundOf(element)].join(' ');
		if (styles.has(style)) continue;
		styles.add(style);
		element.setAttribute('data-sample', '');
	}
}

/** Checks the page in its present state: all rules in the first theme, contrast in the others. */
export async function axeInThemes(page: Page): Promise<void> {
	for (const [at, theme] of themes.entries()) {
		await wear(page, theme);
		await (at === 0 ? axe : contrast)(page);
	}
}

/** Changes the theme of the open page without changing the stored settings. */
const wear = (page: Page, theme: Theme): Promise<void> =>
	page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);

/** Legacy mode checks this page only: it has no frames, and axe opens no second page. */
const builder = (page: Page): AxeBuilder =>
	new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** Waits for what fades or moves by itself: its colours are checked at the end. */
const atRest = (page: Page): Promise<unknown> =>
	page.evaluate(() => {
		const moving = document.getAnimations().filter(({ timeline, playState, effect }) => {
			const end = effect?.getComputedTiming().endTime;
			return timeline === document.timeline && playState === 'running' && end !== Infinity;
		});
		return Promise.allSettled(moving.map(({ finished }) => finished)).then(() => undefined);
	});

async function findsNothing(page: Page, rules: AxeBuilder): Promise<void> {
	await atRest(page);
	const { violations } = await rules.analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		at: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`)
	}));
	expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Fails if any element extends past the right edge of the window. */
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
 * Waits until the service worker controls this page, which then works without a network. A ready
 * worker takes control only a moment later.
 */
export const served = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		while (!navigator.serviceWorker.controller) await new Promise((soon) => setTimeout(soon, 20));
	});

/**
 * Cuts off the network in Chromium. Firefox set to offline sometimes opens no page and starts no
 * worker, not even the service worker: for Firefox `offline.spec.ts` stops the server instead.
 */
export async function cutOff(context: BrowserContext): Promise<void> {
	if (context.browser()?.browserType().name() === 'chromium') await context.setOffline(true);
}

/**
 * Returns the path of a real article in ../shared/articles, which is outside the repository. Where
 * the file is missing, the test is skipped with a message.
 */
export function sharedArticle(name: string): string {
	const path = resolve('..', 'shared', 'articles', name);
	const there = existsSync(path);
	if (!there) console.log(`skipped, for want of ${path}: ${test.info().title}`);
	test.skip(!there, `needs ${path}`);
	return path;
}

/** Returns the address of the same page in the other language of the interface. */
export const inUi = (ui: Ui, path: string): string => path.replace(/^\/(?:sv|en)\//, `/${ui}/`);
