/**
 * Reading with no network, shown by ending the server for real; what the page "Available offline"
 * claims; and how a new version comes. Every test serves a site of its own, so that it can end it.
 */
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import {
	axe,
	expect,
	fitsWidth,
	served,
	test as base,
	themes,
	widths,
	type Faults
} from './fixtures';
import { article as ownArticle, withLibrary } from './library';
import { nextBuild, nextMark } from './next-build';

interface Site {
	readonly url: string;
	/** Cuts the network: the server and every open connection end. */
	stop(): Promise<void>;
	/** Serves a folder at the same address. */
	start(dir?: string): Promise<void>;
}

const test = base.extend<{ site: Site }>({
	site: async ({ faults }, use) => {
		toleratesNoNetwork(faults);
		let server = await serve({ lasting: false });
		const { url, port } = server;
		const stop = () => server.close();
		await use({
			url,
			stop,
			async start(dir) {
				await stop();
				server = await serve({ port, lasting: false, ...(dir && { dir }) });
			}
		});
		await stop();
	}
});

/** The browser says so itself where an address cannot be reached. */
function toleratesNoNetwork(faults: Faults): void {
	faults.allow(/ERR_CONNECTION_REFUSED|ERR_FAILED|NetworkError|Failed to load resource/);
	// So Firefox says it of what a page still asked for when it was left.
	faults.allow(/A ServiceWorker intercepted the request/);
}

const article = readdirSync('build/en/read')[0] ?? '';

/** One visit: the page has loaded, and the worker has fetched what it wants. */
async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await settled(page);
}

/** All scripts of the page have come: Firefox reports those that a new page cuts short. */
async function settled(page: Page): Promise<void> {
	await served(page);
	await page.evaluate(async () => {
		const isRunning = async () =>
			(await navigator.locks.query()).held?.some((lock) => lock.name?.startsWith('jamsides.'));
		while (!(await isRunning())) await new Promise((soon) => setTimeout(soon, 20));
	});
}

test('after one visit, with the network gone, everything opens', async ({ page, site }) => {
	await visit(page, `${site.url}/en/`);
	await site.stop();

	await page.goto(`${site.url}/`);
	await page.waitForURL(`${site.url}/en/`);
	await settled(page);
	for (const path of ['/en/', '/sv/', '/en/add/', '/sv/settings/', '/en/offline/']) {
		await page.goto(site.url + path);
		await expect(page.locator('h1')).toHaveCount(1);
		await settled(page);
	}
	expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
	const fonts = await page.evaluate(async () =>
		(await document.fonts.load('600 20px "Source Serif 4"')).map((font) => font.status)
	);
	expect(fonts).toEqual(['loaded']);
});

test('an article never opened before opens by its address', async ({ page, site }) => {
	await visit(page, `${site.url}/en/settings/`);
	await site.stop();
	await page.goto(`${site.url}/sv/read/${article}/?view=translation`);
	await expect(page.locator('[id^="p-"]').first()).toBeVisible();
});

test('an article never opened before opens by a link', async ({ page, site }) => {
	await visit(page, `${site.url}/en/`);
	await site.stop();
	await page.evaluate(() => document.body.setAttribute('data-same-document', ''));
	await page.locator(`a[href*="/read/${article}/"]`).first().click();
	await expect(page.locator('[id^="p-"]').first()).toBeVisible();
	await expect(page.locator('body[data-same-document]')).toHaveCount(1);
});

test('an address without its last slash leads to the page, query and all', async ({
	page,
	site
}) => {
	await visit(page, `${site.url}/en/`);
	await site.stop();
	await page.goto(`${site.url}/en/settings?from=test`);
	expect(page.url()).toBe(`${site.url}/en/settings/?from=test`);
});

test('with the network gone, an address that leads nowhere still says so', async ({
	page,
	site,
	faults
}) => {
	faults.allow(/404|Not found|console: Error \(/);
	await visit(page, `${site.url}/en/`);
	await site.stop();
	const answer = await page.goto(`${site.url}/en/nowhere/`);
	expect(answer?.status()).toBe(404);
	await expect(page.locator('h1')).toHaveCount(1);
});

test.describe('what the page claims', () => {
	const whole = (page: Page) => page.getByText('Everything is here.');

	test('it says that everything is here once it is, in every theme and width', async ({
		page,
		site
	}) => {
		await page.goto(`${site.url}/en/offline/`);
		await expect(whole(page)).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
		for (const theme of themes) {
			await page.evaluate(
				(name) => document.documentElement.setAttribute('data-theme', name),
				theme
			);
			await axe(page);
		}
		for (const width of widths) await fitsWidth(page, width);
	});

	test('a file that is gone is missed, and brought back by “Repair”', async ({ page, site }) => {
		await visit(page, `${site.url}/en/offline/`);
		await expect(whole(page)).toBeVisible();
		await forget(page, '/en/settings/');
		await page.getByRole('button', { name: 'Check again' }).click();
		await expect(page.getByText('1 file is missing or damaged.')).toBeVisible();
		await expect(page.getByText('1 file missing')).toHaveCount(1);
		await axe(page);

		await page.getByRole('button', { name: 'Repair' }).click();
		await expect(whole(page)).toBeVisible();
		await site.stop();
		await page.goto(`${site.url}/en/settings/`);
		await expect(page.locator('h1')).toHaveCount(1);
	});

	test('a damaged file is found out, though it is there', async ({ page, site }) => {
		await visit(page, `${site.url}/en/offline/`);
		await expect(whole(page)).toBeVisible();
		await page.evaluate(async () => {
			const [name = ''] = await caches.keys();
			const cache = await caches.open(name);
			const icon = (await (await cache.match('/icon.svg'))?.text()) ?? '';
			await cache.put('/icon.svg', new Response(icon.replace('8', '9')));
		});
		await page.reload();
		await expect(page.getByText('1 file is missing or damaged.')).toBeVisible();
		await page.getByRole('button', { name: 'Repair' }).click();
		await expect(whole(page)).toBeVisible();
	});

	test('a repair without a network loses nothing and says what to do', async ({ page, site }) => {
		await visit(page, `${site.url}/en/offline/`);
		await expect(whole(page)).toBeVisible();
		await site.stop();
		await forget(page, '/en/settings/');
		await page.getByRole('button', { name: 'Check again' }).click();
		await page.getByRole('button', { name: 'Repair' }).click();
		await expect(page.getByRole('alert')).toContainText('1 file did not come');
		await axe(page);

		await site.start();
		await page.getByRole('button', { name: 'Repair' }).click();
		await expect(whole(page)).toBeVisible();
		await expect(page.getByRole('alert')).toHaveCount(0);
	});

	test('all of it dropped by the browser is fetched again at the next visit', async ({
		page,
		site
	}) => {
		await visit(page, `${site.url}/en/`);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
		await page.reload();
		await expect
			.poll(() => page.evaluate(async () => (await caches.match('/offline.json')) !== undefined))
			.toBe(true);
		await page.goto(`${site.url}/en/offline/`);
		await expect(whole(page)).toBeVisible();
	});

	test('a first visit that breaks off says so, and can be taken up again', async ({
		page,
		site,
		faults
	}, { outputDir }) => {
		faults.allow(/404/);
		const torn = `${outputDir}/torn`;
		cpSync('build', torn, { recursive: true });
		rmSync(`${torn}/icon-192.png`);
		await site.start(torn);
		await page.goto(`${site.url}/en/offline/`);
		await expect(page.getByText('The fetching broke off.')).toBeVisible();

		await site.start();
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(whole(page)).toBeVisible();
	});

	test('a text of the reader’s own is listed once it can be read back', async ({
		page,
		context
	}) => {
		const library = await withLibrary(await context.newPage());
		const added = await library.evaluate(
			(kept) => window.library.addArticle(kept.about, kept.article, kept.leftOut, false),
			ownArticle('gard', 2)
		);
		expect(added.ok).toBe(true);
		await page.goto('/en/offline/');
		const row = page.getByRole('listitem').filter({ hasText: 'Om gard' });
		await expect(row).toContainText('kB');
		await expect(row).toContainText('Here');
		await expect(row.getByRole('link')).toHaveAttribute('href', '/en/own/?id=gard');
	});

	test('a browser without service workers is told so', async ({ page, site }) => {
		await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
		await page.goto(`${site.url}/en/offline/`);
		await expect(page.getByText('This browser cannot keep pages.')).toBeVisible();
		await axe(page);
	});

	test('a browser that refuses is quoted', async ({ page, site }) => {
		await page.addInitScript(() => {
			if (origin === 'null') return; // the empty page before the first address
			ServiceWorkerContainer.prototype.register = () =>
				Promise.reject(new DOMException('storage is off', 'SecurityError'));
		});
		await page.goto(`${site.url}/sv/offline/`);
		await expect(page.getByText('storage is off')).toBeVisible();
	});

	test('a browser that keeps nothing back is quoted too', async ({ page, site }) => {
		await page.addInitScript(() => {
			if (origin === 'null') return; // the empty page before the first address
			CacheStorage.prototype.match = () =>
				Promise.reject(new DOMException('no looking', 'SecurityError'));
		});
		await page.goto(`${site.url}/en/offline/`);
		await expect(page.getByText('no looking')).toBeVisible();
	});

	test('without scripts it says what it needs', async ({ browser, browserName, baseURL }) => {
		test.skip(browserName === 'firefox', 'WebDriver BiDi cannot turn scripts off');
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${baseURL}/en/offline/`);
		await expect(page.getByText('Turn on JavaScript to use it')).toBeVisible();
		await expect(page.getByText('Reading everything back')).toBeHidden();
		await context.close();
	});

	test('the browser is asked to keep everything, and its answer is put in words', async ({
		page,
		site
	}) => {
		for (const answer of [false, true]) {
			await page.addInitScript((granted) => {
				if (origin === 'null') return; // the empty page before the first address
				StorageManager.prototype.persisted = () => Promise.resolve(false);
				StorageManager.prototype.persist = () => Promise.resolve(granted);
			}, answer);
			await page.goto(`${site.url}/en/offline/`);
			await page.getByRole('button', { name: 'Ask it to keep everything' }).click();
			await expect(
				page.getByText(answer ? 'The browser has promised' : 'The browser made no promise')
			).toBeVisible();
			await settled(page);
		}
	});

	test('the app can be installed where the browser offers it, once', async ({ page, site }) => {
		await visit(page, `${site.url}/en/offline/`);
		const button = page.getByRole('button', { name: 'Install the app' });
		await expect(button).toHaveCount(0);
		await page.evaluate(() => {
			const offer = new Event('beforeinstallprompt', { cancelable: true });
			Object.assign(offer, {
				prompt: async () => {
					document.body.dataset.asked = String(offer.defaultPrevented);
					return { outcome: 'accepted' };
				}
			});
			dispatchEvent(offer);
		});
		await button.click();
		await expect(page.locator('body[data-asked="true"]')).toHaveCount(1);
		await expect(button).toHaveCount(0);
	});

	/** Drops one file from the caches, as a browser short of room might. */
	const forget = (page: Page, path: string) =>
		page.evaluate(async (gone) => {
			for (const name of await caches.keys()) await (await caches.open(name)).delete(gone);
		}, path);
});

test.describe('a new version', () => {
	const ready = 'A new version is ready.';
	const take = { name: 'Use the new version' };

	/** The version that a document runs, by the script that started it. */
	/** The page asks for it once its text is painted. */
	async function startScript(page: Page): Promise<string | undefined> {
		const link = page.locator('link[href*="/entry/start."]').first();
		return /start\.[\w-]+/.exec((await link.getAttribute('href')) ?? '')?.[0];
	}
	const kept = (page: Page) => page.evaluate(() => caches.keys());
	const scripts = (page: Page) =>
		page.evaluate(() =>
			performance
				.getEntriesByType('resource')
				.map(({ name }) => new URL(name).pathname)
				.filter((path) => path.endsWith('.js'))
		);

	test('waits until the reader takes it; the other tab goes on in the old one', async ({
		page,
		context,
		site
	}) => {
		test.setTimeout(120_000);
		const next = await nextBuild();
		await visit(page, `${site.url}/en/`);
		const other = await context.newPage();
		await visit(other, `${site.url}/en/`);
		const old = await startScript(page);

		await site.start(next);
		await page.reload();
		await expect(page.getByText(ready)).toBeVisible();
		await expect(other.getByText(ready)).toBeVisible();
		await axe(page);
		await page.reload();
		expect(await startScript(page)).toBe(old);

		await page.getByRole('button', take).click();
		await expect.poll(() => startScript(page).catch(() => old)).not.toBe(old);
		const taken = await startScript(page);

		// The other tab: client-side navigation, with scripts that only the old version has.
		expect(await startScript(other)).toBe(old);
		const before = await scripts(other);
		await other.getByRole('link', { name: 'Available offline' }).first().click();
		await expect(other.getByText('Everything is here.')).toBeVisible();
		expect(await startScript(other)).toBe(old);
		const lazy = (await scripts(other)).filter((path) => !before.includes(path));
		expect(lazy.filter((path) => !existsSync(next + path))).not.toEqual([]);
		// Files that are named alike in both versions are each tab's own, too.
		const icon = (of: Page) => of.evaluate(async () => (await fetch('/icon.svg')).text());
		expect(await icon(other)).not.toContain(nextMark);
		expect(await icon(page)).toContain(nextMark);
		expect(await kept(page)).toHaveLength(2);

		await other.getByRole('button', take).click();
		await expect.poll(() => startScript(other).catch(() => old)).toBe(taken);
		await expect.poll(() => kept(other)).toEqual(['jamsides-next']);
		await site.stop();
		await other.goto(`${site.url}/sv/settings/`);
		await expect(other.locator('h1')).toHaveCount(1);
	});

	test('can be put off', async ({ page, site }) => {
		test.setTimeout(120_000);
		await visit(page, `${site.url}/sv/`);
		await site.start(await nextBuild());
		await page.reload();
		await expect(page.getByText('En ny version är klar.')).toBeVisible();
		await page.getByRole('button', { name: 'Inte nu' }).click();
		await expect(page.getByText('En ny version är klar.')).toHaveCount(0);
	});

	test('that breaks off while it comes leaves the old one whole, and comes later', async ({
		page,
		site,
		faults
	}, { outputDir }) => {
		test.setTimeout(120_000);
		faults.allow(/404/);
		const next = await nextBuild();
		const torn = `${outputDir}/torn`;
		cpSync(next, torn, { recursive: true });
		for (const packed of ['', '.br', '.gz']) rmSync(`${torn}/sv/settings/index.html${packed}`);
		await visit(page, `${site.url}/en/`);
		const old = await startScript(page);

		await site.start(torn);
		const outcome = await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			await registration.update();
			const worker = registration.installing;
			return new Promise((resolve) =>
				worker?.addEventListener('statechange', () => resolve(worker.state))
			);
		});
		expect(outcome).toBe('redundant');
		await site.stop();
		await page.goto(`${site.url}/en/settings/`);
		expect(await startScript(page)).toBe(old);
		await settled(page);

		await site.start(next);
		await page.reload();
		await page.getByRole('button', take).click();
		await expect.poll(() => startScript(page).catch(() => old)).not.toBe(old);
	});
});
