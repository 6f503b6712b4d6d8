/**
 * Which face is drawn, told by its width: `document.fonts.check` says yes while a stand-in is drawn.
 * The upright faces are part of every page; the others are fetched when the page is idle.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, served, test } from './fixtures';

const article = '/en/read/kazakstan-i-januari-2022/';

const faces = {
	serif: 'source-serif-4-latin-wght-normal',
	sans: 'source-sans-3-latin-wght-normal'
} as const;
type Face = keyof typeof faces;
type Widths = Record<Face, number>;

const words = 'Ögonblick, ansåg hon, vägde mer: “quite so”, 1848';

/** Runs in the page: measures words, and remembers the widths at the first paint. */
function watch(words: string): void {
	const width: Window['width'] = (family, text = words, weight = 400) => {
		const span = document.createElement('span');
		Object.assign(span.style, {
			position: 'absolute',
			visibility: 'hidden',
			whiteSpace: 'nowrap',
			font: `${weight} 100px monospace`,
			fontFamily: family
		});
		span.textContent = text;
		document.body.append(span);
		const { width } = span.getBoundingClientRect();
		span.remove();
		return width;
	};
	window.width = width;
	window.drawn = () => ({ serif: width('var(--serif)'), sans: width('var(--sans)') });
	window.shift = 0;
	new PerformanceObserver(() => (window.first ??= window.drawn())).observe({
		type: 'paint',
		buffered: true
	});
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			window.shift += (entry as PerformanceEntry & { value: number }).value;
	}).observe({ type: 'layout-shift', buffered: true });
}
declare global {
	interface Window {
		width: (family: string, text?: string, weight?: number) => number;
		drawn: () => Widths;
		first?: Widths;
		shift: number;
	}
}

/** Returns the widths of the words in Adobe's own files, whatever the page has loaded. */
async function trueWidths(page: Page): Promise<Widths> {
	const widthOf = (face: Face) =>
		page.evaluate(
			async ([name, data]) => {
				const font = new FontFace(name, `url(data:font/woff2;base64,${data})`, {
					weight: '200 900'
				});
				document.fonts.add(await font.load());
				return window.width(name);
			},
			[
				`true-${face}`,
				readFileSync(`src/lib/ui/fonts/${faces[face]}.woff2`).toString('base64')
			] as const
		);
	return { serif: await widthOf('serif'), sans: await widthOf('sans') };
}

/** Fails unless both widths are those of the real faces, to the pixel at 100 px letters. */
function expectReal(widths: Widths | undefined, real: Widths): void {
	expect(widths?.serif).toBeCloseTo(real.serif, 0);
	expect(widths?.sans).toBeCloseTo(real.sans, 0);
}

test.describe('a first visit has its own faces from the first paint', () => {
	test.skip(
		({ browserName }) => browserName !== 'chromium',
		'latency is set by Chromium’s protocol'
	);
	test.beforeEach(({ page }) => page.addInitScript(watch, words));

	for (const [latency, megabits] of [
		[28, 5],
		[85, 8],
		[560, 1.4]
	] as const)
		test(`at ${latency} ms, by a shared link or from the library`, async ({ page }) => {
			const session = await page.context().newCDPSession(page);
			await session.send('Network.enable');
			const bytes = (megabits * 1024 * 1024) / 8;
			await session.send('Network.emulateNetworkConditions', {
				offline: false,
				latency,
				downloadThroughput: bytes,
				uploadThroughput: bytes
			});
			for (const path of [article, '/en/']) {
				await page.goto(path);
				await page.waitForFunction(() => window.first);
				const seen = await page.evaluate(() => ({ first: window.first, last: window.drawn() }));
				const real = await trueWidths(page);
				expectReal(seen.first, real);
				expectReal(seen.last, real);
				expect(await page.evaluate(() => window.shift)).toBeLessThan(0.01);
			}
			// The service worker is not there yet, nor is any other face.
			await page.locator(`a[href="${article}"]`).first().click();
			await page.waitForURL(`**${article}`);
			expectReal(await page.evaluate(() => window.drawn()), await trueWidths(page));
		});

	test('although nothing but the document has arrived', async ({ page }) => {
		await page.route('**/*', (route) =>
			route.request().resourceType() === 'document' ? route.continue() : undefined
		);
		await page.goto(article, { waitUntil: 'commit' });
		await page.waitForFunction(() => window.first);
		expectReal(await page.evaluate(() => window.first), await trueWidths(page));
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('no face is fetched, even where the text has italics', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => {
			if (request.resourceType() === 'font' && !request.url().startsWith('data:'))
				asked.push(request.url());
		});
		await page.goto(article, { waitUntil: 'networkidle' });
		await expect(page.locator('.row em').first()).toBeAttached();
		expect(asked).toEqual([]);
	});
});

/** Whether the author's slanted words use the real italic, not a synthesised slant. */
const isItalic = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const width = (family: string): number => {
			const probe = document.createElement('em');
			probe.textContent = 'faksimil';
			Object.assign(probe.style, { position: 'absolute', fontSize: '100px', fontFamily: family });
			document.body.append(probe);
			const { width: wide } = probe.getBoundingClientRect();
			probe.remove();
			return wide;
		};
		return width('var(--serif)') === width("'Source Serif 4', monospace");
	});

// Firefox drops a face that took more than 100 ms to load: there it may show at the next visit.
test(
	'the other faces show on the next page, or at once when the site is cached',
	{ tag: '@kept' },
	async ({ page }) => {
		await page.goto('/en/');
		await served(page);
		await expect(page.locator(':root')).not.toHaveAttribute('data-fonts');
		await page.waitForFunction(() =>
			[...document.fonts].every(({ style, status }) => style === 'normal' || status === 'loaded')
		);
		await page.locator(`a[href="${article}"]`).first().click();
		await page.waitForURL(`**${article}`);
		await expect.poll(() => isItalic(page)).toBe(true);
		await page.reload();
		await expect(page.locator(':root')).toHaveAttribute('data-fonts', 'all');
	}
);

test('letters that the upright faces lack are fetched only where they are drawn', async ({
	page
}) => {
	const asked: string[] = [];
	page.on('request', (request) => {
		const [name] = /source-\w+-\d-latin-[a-z-]+/.exec(request.url()) ?? [];
		if (name) asked.push(name);
	});
	await page.goto('/en/settings/');
	await page.waitForFunction(() =>
		[...document.fonts].every(({ style, status }) => style === 'normal' || status === 'loaded')
	);
	expect(asked.sort()).toEqual([
		'source-sans-3-latin-wght-italic',
		'source-serif-4-latin-wght-italic'
	]);
	const fetched = page.waitForRequest(/source-serif-4-latin-ext/);
	await page.evaluate(() => {
		document.documentElement.dataset['fonts'] = 'all';
		const name = document.createElement('p');
		name.style.fontFamily = 'var(--serif)';
		name.textContent = 'Dvořák';
		document.body.append(name);
	});
	await fetched;
	expect(asked.filter((name) => name.startsWith('source-sans')).length).toBe(1);
});

test('the stand-ins that this system has are as wide as the faces', async ({ page }) => {
	await page.addInitScript(watch, words);
	await page.goto(article);
	const ratios = await page.evaluate(() => {
		const text = [...document.querySelectorAll('.row .o')]
			.map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '))
			.join(' ')
			.slice(0, 4000);
		const style = getComputedStyle(document.documentElement);
		return ['serif', 'sans'].map((kind) =>
			style
				.getPropertyValue(`--stand-in-${kind}`)
				.split(',')
				.filter((family) => family.includes('Stand-in'))
				.flatMap((family) =>
					[400, 600].map((weight) => {
						const width = (stack: string) => window.width(stack, text, weight);
						const stand = width(`${family}, monospace`);
						return stand === width('monospace') ? [] : [stand / width(`var(--${kind})`)];
					})
				)
				.flat()
		);
	});
	for (const kind of ratios) {
		expect(kind.length).toBeGreaterThan(0);
		for (const ratio of kind) expect(Math.abs(ratio - 1)).toBeLessThan(0.012);
	}
});

test('every face that the CSS names exists', async ({ page }) => {
	await page.goto('/en/');
	const missing = await page.evaluate(() => {
		const there = new Set([...document.fonts].map(({ family }) => family.replace(/["']/g, '')));
		const named = new Set<string>();
		for (const fonts of ['', 'all']) {
			document.documentElement.dataset['fonts'] = fonts;
			const style = getComputedStyle(document.documentElement);
			for (const stack of ['--serif', '--sans'])
				for (const family of style.getPropertyValue(stack).split(','))
					named.add(family.trim().replace(/["']/g, ''));
		}
		const system = ['serif', 'sans-serif'];
		return [...named].filter((family) => !there.has(family) && !system.includes(family));
	});
	expect(missing).toEqual([]);
});
