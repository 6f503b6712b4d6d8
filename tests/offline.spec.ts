/**
 * Reading without a network, tested by really stopping the server; the claims of the page
 * "Available offline"; and updates to a new version. Each test serves its own site, which it can
 * stop.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { file, fyren } from './adding';
import {
	axe,
	axeInThemes,
	expect,
	fitsWidth,
	served,
	test as base,
	widths,
	type Faults
} from './fixtures';
import { firstWords, highlighted, selectWords } from './highlights';
import { article as ownArticle, withLibrary } from './library';
import { largeBuild, nextBuild, nextMark } from './next-build';

interface Site {
	readonly url: string;
	/** Cuts the network: stops the server and closes every open connection. */
	stop(): Promise<void>;
	/** Serves a folder at the same address. */
	start(dir?: string): Promise<void>;
}

const test = base.extend<{ site: Site }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright asks for a pattern
	kept: async ({}, use) => use(true),
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

/** Matches the browser’s own messages when an address cannot be reached. */
function toleratesNoNetwork(faults: Faults): void {
	faults.allow(/ERR_CONNECTION_REFUSED|ERR_FAILED|NetworkError|Failed to load resource/);
	// Firefox reports this for requests still pending when a page is left.
	faults.allow(/A ServiceWorker intercepted the request/);
}

const article = readdirSync('build/en/read')[0] ?? '';

/** Makes one visit: the page has loaded, and the worker has fetched all its files. */
async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await settled(page);
}

/** Waits for all scripts of the page: Firefox reports loads that a navigation cuts short. */
async function settled(page: Page): Promise<void> {
	await served(page);
	await page.evaluate(async () => {
		const isRunning = async () =>
			(await navigator.locks.query()).held?.some((lock) => lock.name?.startsWith('jamsides.'));
		while (!(await isRunning())) await new Promise((soon) => setTimeout(soon, 20));
	});
}

// One visit fetches the whole site, which takes most of the time: its promises are tried in a row.
test(
	'after one visit, everything opens without a network',
	{ tag: '@both' },
	async ({ page, site, faults, browserName }) => {
		faults.allow(/404|Not found|console: Error \(/);
		await visit(page, `${site.url}/en/`);
		await site.stop();

		await test.step('an unvisited article by a link', async () => {
			await page.evaluate(() => document.body.setAttribute('data-same-document', ''));
			await page.locator(`a[href*="/read/${article}/"]`).first().click();
			await expect(page.locator('[id^="p-"]').first()).toBeVisible();
			await expect(page.locator('body[data-same-document]')).toHaveCount(1);
		});
		await test.step('an unvisited article by its address', async () => {
			await page.goto(`${site.url}/sv/read/${article}/?view=translation`);
			await expect(page.locator('[id^="p-"]').first()).toBeVisible();
			await settled(page);
		});
		await test.step('every other page', async () => {
			await page.goto(`${site.url}/`);
			await page.waitForURL(`${site.url}/en/`);
			await settled(page);
			const others = ['/en/', '/sv/', '/en/add/', '/sv/settings/', '/en/offline/', '/en/notes/'];
			for (const path of others) {
				await page.goto(site.url + path);
				await expect(page.locator('h1')).toHaveCount(1);
				await settled(page);
			}
			expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
		});
		await test.step('a face that no page has shown', () =>
			// Firefox now and then gives up a load right after a page is opened, until the next page.
			expect(async () => {
				await page.goto(`${site.url}/en/`);
				await settled(page);
				const faces = await page.evaluate(() =>
					document.fonts
						.load('italic 600 20px "Source Serif 4"')
						.then((faces) => faces.map(({ status }) => status))
				);
				expect(faces).toEqual(['loaded']);
			}).toPass());
		await test.step('an address without its last slash, with its query', async () => {
			await page.goto(`${site.url}/en/settings?from=test`);
			expect(page.url()).toBe(`${site.url}/en/settings/?from=test`);
			await settled(page);
		});
		await test.step('an unknown address, which says so', async () => {
			const answer = await page.goto(`${site.url}/en/nowhere/`);
			expect(answer?.status()).toBe(404);
			await expect(page.locator('h1')).toHaveCount(1);
		});
		if (browserName === 'firefox') return;
		await test.step('an added text: a kept one is recognised, another was not compared', async () => {
			await page.goto(`${site.url}/en/add/`);
			const add = (file: Parameters<Locator['setInputFiles']>[0]) =>
				page.getByLabel('Add texts', { exact: true }).setInputFiles(file);
			await add(`src/articles/${article}.md`);
			await expect(page.getByText(/^\s*The library has this text in/)).toBeVisible();
			await page.goto(`${site.url}/en/add/`);
			await add(file('fyren.txt', fyren()));
			await expect(page.getByText('The text wasn’t compared with the library')).toBeVisible();
			await site.start();
			await page.getByRole('button', { name: 'Compare again' }).click();
			await expect(page.getByText('The library has no translation of this text.')).toBeVisible();
			await site.stop();
		});
		await test.step('a highlight made without a network, after a reload', async () => {
			await page.goto(`${site.url}/en/read/${article}/?view=both`);
			const words = page.locator('.chunk .row.paragraph > .t').first();
			const chosen = await firstWords(words);
			await selectWords(words, chosen);
			await page.getByRole('button', { name: 'Green' }).click();
			await expect.poll(() => highlighted(page, 'green')).toEqual([chosen]);
			await page.reload();
			await expect.poll(() => highlighted(page, 'green')).toEqual([chosen]);
		});
	}
);

test('of a large library what is opened and what is chosen opens without a network', async ({
	page,
	site,
	faults
}) => {
	faults.allow(/50[03]|console: Error \(/);
	const [opened = '', other = ''] = readdirSync('build/en/read');
	const articles = readdirSync('build/en/read').length;
	const stored = () =>
		page.evaluate(async () => {
			const paths = await Promise.all(
				(await caches.keys()).map(async (name) => (await caches.open(name)).keys())
			);
			return paths.flat().filter(({ url }) => /\/stored\/(?!index)[\w-]+\.json$/.test(url)).length;
		});
	await site.start(await largeBuild());
	await visit(page, `${site.url}/en/read/${opened}/`);
	await expect.poll(stored, 'the article that was opened').toBe(1);
	await site.stop();

	await test.step('its panel says so without a network, removes it and tells what stops it', async () => {
		await page.getByRole('button', { name: 'More', exact: true }).click();
		const panel = page.getByRole('dialog', { name: 'More' });
		await expect(panel.getByText('Saved for reading offline.')).toBeVisible();
		await panel.getByRole('button', { name: /^Remove from this device \d+ kB/ }).click();
		await expect.poll(stored).toBe(0);
		const save = panel.getByRole('button', { name: /^Save for reading offline \d+ kB/ });
		await expect(save).toBeFocused();
		await save.click();
		await expect(panel.getByRole('alert')).toContainText('What you have saved is safe');
		await site.start(await largeBuild());
		await save.click();
		await expect.poll(stored).toBe(1);
		await expect(panel.getByRole('alert')).toHaveCount(0);
		await axe(page);
		await site.stop();
	});
	await test.step('the article that was opened, and no other', async () => {
		await page.goto(`${site.url}/sv/read/${opened}/?view=translation`);
		await expect(page.locator('[id^="p-"]').first()).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
		await settled(page);
		const answer = await page.goto(`${site.url}/en/read/${other}/`);
		expect(answer?.status()).toBe(503);
		await expect(page.locator('h1')).toHaveCount(1);
		await settled(page);
	});
	await test.step('everything, once it is asked for, with its size before', async () => {
		await site.start(await largeBuild());
		await page.goto(`${site.url}/en/offline/`);
		await expect(page.getByText('Everything that is saved is intact.')).toBeVisible();
		const keep = page.getByRole('button', { name: `Save ${articles - 1} more texts (` });
		await expect(keep).toContainText(/\d kB|\d MB/);
		await axe(page);
		await keep.click();
		await expect(page.getByText('All of it is saved.')).toBeVisible();
		expect(await stored()).toBe(articles);
		await settled(page);
		await site.stop();
		await page.goto(`${site.url}/en/read/${other}/`);
		await expect(page.locator('[id^="p-"]').first()).toBeVisible();
		await settled(page);
	});
	await test.step('but not what is removed', async () => {
		await page.goto(`${site.url}/en/offline/`);
		await page
			.getByRole('button', { name: /^Remove “/ })
			.first()
			.click();
		await expect.poll(stored).toBe(articles - 1);
		await expect(page.getByText('Everything that is saved is intact.')).toBeVisible();
		await page.getByRole('button', { name: /^Remove \d+ texts/ }).click();
		await expect.poll(stored).toBe(0);
	});
});

test.describe('the page “Available offline”', () => {
	const whole = (page: Page) => page.getByText('Everything is available offline.');

	test('says that everything is saved once it is, and offers once to install the app', async ({
		page,
		site
	}) => {
		await page.goto(`${site.url}/en/offline/`);
		await expect(whole(page)).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
		await axeInThemes(page);
		for (const width of widths) await fitsWidth(page, width);

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

	test('reports missing and damaged files, and “Repair” restores them', async ({ page, site }) => {
		const repair = page.getByRole('button', { name: 'Repair' });
		await visit(page, `${site.url}/en/offline/`);
		await expect(whole(page)).toBeVisible();
		await test.step('a missing file', async () => {
			await forget(page, '/en/settings/');
			await page.getByRole('button', { name: 'Check again' }).click();
			await expect(page.getByText('1 file is missing or damaged.')).toBeVisible();
			await expect(page.getByText('1 file missing')).toHaveCount(1);
			await axe(page);
			await repair.click();
			await expect(whole(page)).toBeVisible();
		});
		await test.step('a damaged file that is still there', async () => {
			await page.evaluate(async () => {
				const [name = ''] = await caches.keys();
				const cache = await caches.open(name);
				const icon = (await (await cache.match('/icon.svg'))?.text()) ?? '';
				await cache.put('/icon.svg', new Response(icon.replace('8', '9')));
			});
			await page.reload();
			await expect(page.getByText('1 file is missing or damaged.')).toBeVisible();
			await repair.click();
			await expect(whole(page)).toBeVisible();
		});
		await test.step('without a network it loses nothing, and says what to do', async () => {
			await site.stop();
			await forget(page, '/en/settings/');
			await page.getByRole('button', { name: 'Check again' }).click();
			await repair.click();
			await expect(page.getByRole('alert')).toContainText('1 file couldn’t be downloaded');
			await axe(page);

			await site.start();
			await repair.click();
			await expect(whole(page)).toBeVisible();
			await expect(page.getByRole('alert')).toHaveCount(0);
			await site.stop();
			await page.goto(`${site.url}/en/settings/`);
			await expect(page.locator('h1')).toHaveCount(1);
		});
	});

	test('fetches everything again at the next visit after the browser dropped it', async ({
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

	test('reports an interrupted first visit with its reason, and can resume it', async ({
		page,
		site,
		faults,
		browserName
	}, { outputDir }) => {
		faults.allow(/404/);
		const retry = page.getByRole('button', { name: 'Try again' });
		// Half published: the list of files is there, the files of a whole language are not.
		const torn = `${outputDir}/torn`;
		cpSync('build', torn, { recursive: true });
		rmSync(`${torn}/sv`, { recursive: true });
		await page.goto(`${site.url}/robots.txt`);
		if (browserName === 'chromium')
			await test.step('a full disk', async () => {
				// Set first: Chromium remembers the free space that it has found.
				const devtools = await page.context().newCDPSession(page);
				const quota = (quotaSize?: number) =>
					devtools.send('Storage.overrideQuotaForOrigin', {
						origin: site.url,
						...(quotaSize && { quotaSize })
					});
				await quota(1_000_000);
				await page.goto(`${site.url}/en/offline/`);
				await expect(page.getByText('free some space on the device')).toBeVisible();
				await quota();
			});
		await site.start(torn);
		await page.goto(`${site.url}/en/offline/`);
		await expect(page.getByText('Download interrupted.')).toBeVisible();
		await expect(page.getByText('the site is probably being updated')).toBeVisible();

		await site.start();
		await retry.click();
		await expect(whole(page)).toBeVisible();
	});

	test('says so where the part of the app that it needs is not on the server', async ({
		page,
		site
	}) => {
		const chunks = '_app/immutable/chunks';
		const needed = readdirSync(`build/${chunks}`).filter(
			(name) =>
				name.endsWith('.js') &&
				readFileSync(`build/${chunks}/${name}`, 'utf8').includes('/offline.json')
		);
		expect(needed).not.toEqual([]);
		for (const name of needed)
			await page.route(`**/${chunks}/${name}`, (route) => route.fulfill({ status: 404 }));
		await page.goto(`${site.url}/en/offline/`);
		await expect(page.getByText('This page couldn’t be loaded completely.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
	});

	test('lists a text of the reader’s own once it can be read back', async ({ page, context }) => {
		const library = await withLibrary(await context.newPage());
		const added = await library.evaluate(
			(kept) => window.library.addArticle(kept.about, kept.article, kept.leftOut, false),
			ownArticle('gard', 2)
		);
		expect(added.ok).toBe(true);
		await page.goto('/en/offline/');
		const row = page.getByRole('listitem').filter({ hasText: 'Om gard' });
		await expect(row).toContainText('kB');
		await expect(row).toContainText('Saved');
		await expect(row.getByRole('link')).toHaveAttribute('href', '/en/own/?id=gard');
	});

	test('says so in a browser without service workers', async ({ page, site }) => {
		await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
		await page.goto(`${site.url}/en/offline/`);
		await expect(
			page.getByText('This browser can’t save pages for reading offline.')
		).toBeVisible();
		await axe(page);
	});

	test('quotes the error of a browser that refuses the service worker', async ({ page, site }) => {
		await page.addInitScript(() => {
			if (origin === 'null') return; // the empty page before the first address
			ServiceWorkerContainer.prototype.register = () =>
				Promise.reject(new DOMException('storage is off', 'SecurityError'));
		});
		await page.goto(`${site.url}/sv/offline/`);
		await expect(page.getByText('storage is off')).toBeVisible();
	});

	test('quotes the error of a browser that refuses the caches', async ({ page, site }) => {
		await page.addInitScript(() => {
			if (origin === 'null') return; // the empty page before the first address
			CacheStorage.prototype.match = () =>
				Promise.reject(new DOMException('no looking', 'SecurityError'));
		});
		await page.goto(`${site.url}/en/offline/`);
		await expect(page.getByText('no looking')).toBeVisible();
	});

	test('says what it needs without scripts', async ({ browser, browserName, baseURL }) => {
		test.skip(browserName === 'firefox', 'WebDriver BiDi cannot turn scripts off');
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${baseURL}/en/offline/`);
		await expect(page.getByText('This page needs JavaScript')).toBeVisible();
		await expect(page.getByText('Checking everything')).toBeHidden();
		await context.close();
	});

	test('asks the browser for persistent storage, and explains its answer', async ({
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
			await page.getByRole('button', { name: 'Protect from clearing' }).click();
			await expect(
				page.getByText(answer ? 'The browser has promised' : 'The browser made no promise')
			).toBeVisible();
			await settled(page);
		}
	});

	/** Drops one file from the caches, as a browser short of space might. */
	const forget = (page: Page, path: string) =>
		page.evaluate(async (gone) => {
			for (const name of await caches.keys()) await (await caches.open(name)).delete(gone);
		}, path);
});

test.describe('a new version', () => {
	const ready = 'A new version is ready.';
	const take = { name: 'Use the new version' };

	/**
	 * Returns the start script of a document, which identifies its version. The page requests the
	 * script once its text is painted.
	 */
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

	test(
		'waits until the reader accepts it, while the other tab continues in the old one',
		{ tag: '@both' },
		async ({ page, context, site }) => {
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

			// The other tab navigates client-side, with scripts that only the old version has.
			expect(await startScript(other)).toBe(old);
			const before = await scripts(other);
			await other.getByRole('link', { name: 'Available offline' }).first().click();
			await expect(other.getByText('Everything is available offline.')).toBeVisible();
			expect(await startScript(other)).toBe(old);
			const lazy = (await scripts(other)).filter((path) => !before.includes(path));
			expect(lazy.filter((path) => !existsSync(next + path))).not.toEqual([]);
			// Each tab also gets its own version of files with the same name in both versions.
			const icon = (of: Page) => of.evaluate(async () => (await fetch('/icon.svg')).text());
			expect(await icon(other)).not.toContain(nextMark);
			expect(await icon(page)).toContain(nextMark);
			expect(await kept(page)).toHaveLength(2);
			// So does an article, whose finished data the server has in the new version alone.
			await other.goBack();
			await other.locator(`a[href="/en/read/${article}/"]`).first().click();
			await expect(other.locator('[id^="p-"]').first()).toBeVisible();
			expect(await startScript(other)).toBe(old);

			await other.getByRole('button', take).click();
			await expect.poll(() => startScript(other).catch(() => old)).toBe(taken);
			await expect.poll(() => kept(other)).toEqual(['jamsides-next']);
			await site.stop();
			await other.goto(`${site.url}/sv/settings/`);
			await expect(other.locator('h1')).toHaveCount(1);
		}
	);

	test('can be postponed', async ({ page, site }) => {
		await visit(page, `${site.url}/sv/`);
		await site.start(await nextBuild());
		await page.reload();
		await expect(page.getByText('En ny version är klar.')).toBeVisible();
		await page.getByRole('button', { name: 'Inte nu' }).click();
		await expect(page.getByText('En ny version är klar.')).toHaveCount(0);
	});

	test('whose download breaks off leaves the old one complete, and arrives later', async ({
		page,
		site,
		faults
	}, { outputDir }) => {
		faults.allow(/404/);
		const next = await nextBuild();
		const torn = `${outputDir}/torn`;
		cpSync(next, torn, { recursive: true });
		for (const packed of ['', '.br', '.gz'])
			rmSync(`${torn}/sv/settings/index.html${packed}`, { force: true });
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
