/**
 * Downloading a model: nothing is fetched before the reader agrees, nothing beyond what they agreed
 * to, and only a model identical to the announced one is kept. A local stand-in replaces the hub.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { formatManifest } from '../src/lib/core/machine/manifest.fixture';
import {
	axe,
	axeInThemes,
	cutOff,
	expect,
	fitsWidth,
	served,
	test as base,
	uis,
	widths
} from './fixtures';
import { commitOfToday, flipped, madeUp, standIn, type StandIn } from './hub';

const id = 'Xenova/opus-mt-sv-en';
const encoder = 'onnx/encoder_model_quantized.onnx';
const files = madeUp('sv', 'en', 1_500_000);

const test = base.extend<{ hub: StandIn; card: Locator; settings: () => Promise<Locator> }>({
	hub: async ({ faults }, use) => {
		const hub = await standIn({ [id]: files, 'Xenova/opus-mt-en-sv': madeUp('en', 'sv', 50_000) });
		// The console also reports requests that the hub refuses or breaks off.
		faults.allow(new RegExp(`Failed to load resource.*(?:${hub.host}|127\\.0\\.0\\.1)`));
		await use(hub);
		await hub.close();
	},
	settings: async ({ page, hub }, use) => {
		await page.addInitScript((address) => {
			if (origin !== 'null') localStorage.setItem('jamsides.hub', address);
		}, hub.url);
		await use(async () => {
			await page.goto('/en/settings/');
			const card = cardIn(page);
			await card.scrollIntoViewIfNeeded();
			return card;
		});
	},
	card: async ({ settings }, use) => {
		const card = await settings();
		await expect(card.getByText('Not on this device.')).toBeVisible();
		await use(card);
	}
});

const cardIn = (page: Page, name = 'From Swedish to English') => page.getByRole('group', { name });
const press = (card: Locator, name: string | RegExp) => card.getByRole('button', { name }).click();
const status = (card: Locator) => card.getByRole('status');

/** Asks for a model, reads the announcement, agrees. */
async function agree(card: Locator): Promise<void> {
	await press(card, 'Download…');
	await press(card, /^Download \d/);
}
async function downloaded(card: Locator): Promise<void> {
	await agree(card);
	await expect(status(card)).toContainText('The download is complete.');
}
/** Returns the size of the models cache in bytes. */
const held = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		const cache = await caches.open('jamsides.models');
		const sizes = (await cache.keys()).map(
			async (key) => (await (await cache.match(key))?.blob())?.size ?? 0
		);
		return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
	});
const total = Object.values(files).reduce((sum, { length }) => sum + length, 0);
const ofFiles = (hub: StandIn) => hub.asked.filter(({ path }) => /^\/[0-9a-f]{64}\//.test(path));
const rangesOf = (hub: StandIn, name: string) =>
	ofFiles(hub)
		.filter(({ path }) => path.endsWith(encodeURIComponent(name)))
		.map(({ range }) => range);

test('no request is sent before the reader asks, and then only the hub is contacted', async ({
	card,
	hub,
	page
}) => {
	await page.waitForTimeout(300);
	expect(hub.asked).toEqual([]);
	await expect(card).toContainText(`about 110 MB, from ${hub.host}`);
	await expect(card).toContainText('Helsinki-NLP');
	await expect(card.getByRole('link', { name: 'CC-BY 4.0' })).toBeVisible();
	await expect(page.getByText(/^Free space for this site: /).last()).toBeVisible();

	await press(card, 'Download…');
	await expect(status(card)).toContainText('has version 01234567: 3 MB in 6 files');
	await expect(status(card)).toContainText('Free space for this site: ');
	expect(hub.asked.map(({ path }) => path)).toEqual([
		`/api/models/${id}`,
		`/api/models/${id}/tree/${commitOfToday}?recursive=true`
	]);
	await press(card, 'Not now');
	await expect(status(card)).toHaveText('Not on this device.');
	expect(await held(page)).toBe(0);
	expect(hub.asked).toHaveLength(2);
});

test(
	'a model survives a restart without the hub and the network',
	{ tag: ['@both', '@kept'] },
	async ({ card, hub, page, context, faults }) => {
		await downloaded(card);
		await expect(status(card)).toContainText(`From ${hub.host}, version 01234567, 3 MB.`);
		expect(await held(page)).toBe(total);
		const asked = hub.asked.length;
		// Two requests for the list; each file by its own address and the file server’s.
		expect(asked).toBe(2 + 2 * Object.keys(files).length);

		await served(page);
		await hub.close();
		await page.close();
		await cutOff(context);
		faults.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
		const next = await context.newPage();
		await next.goto('/en/settings/');
		const again = cardIn(next);
		await again.scrollIntoViewIfNeeded();
		await expect(status(again)).toContainText('On this device, and works offline.');
		await press(again, 'Check');
		await expect(status(again)).toContainText('All files are intact.');
		expect(hub.asked).toHaveLength(asked);
	}
);

test('a download is paused, resumed after a restart where it stopped, and cancelled', async ({
	card,
	hub,
	page,
	settings
}) => {
	hub.ill = { slow: { pieces: 60, ms: 100 } };
	await agree(card);
	await expect(card.getByRole('progressbar', { name: 'Downloading' })).toBeVisible();
	await expect(card).toContainText(/\d+ (?:kB|MB) of 3 MB/);
	await expect(card).toContainText(/about \d+ seconds? left/);
	await press(card, 'Pause');
	await expect(status(card)).toContainText(/Partly downloaded: .+ of 3 MB\./);
	const kept = await held(page);
	expect(kept).toBeGreaterThan(20_000);
	expect(kept).toBeLessThan(total);
	const asked = hub.asked.length;

	const again = await settings();
	await expect(status(again)).toContainText('Partly downloaded');
	expect(hub.asked).toHaveLength(asked);
	hub.ill = {};
	await press(again, 'Resume');
	await expect(status(again)).toContainText('The download is complete.');
	expect(rangesOf(hub, encoder)[1]).toMatch(/^bytes=\d+-$/);

	await press(again, 'Remove');
	await expect(status(again)).toContainText('The model has been removed.');
	expect(await held(page)).toBe(0);

	hub.ill = { slow: { pieces: 60, ms: 100 } };
	await agree(again);
	await expect(again.getByRole('progressbar')).toBeVisible();
	await press(again, 'Cancel');
	await expect(status(again)).toContainText('Not on this device.');
	expect(await held(page)).toBe(0);
});

test('a tab that closes during a download leaves the received bytes to the next tab', async ({
	card,
	hub,
	page,
	context
}) => {
	hub.ill = { slow: { pieces: 30, ms: 100 } };
	await agree(card);
	await expect(card.getByRole('progressbar')).toBeVisible();
	await expect(card).toContainText(/ left/);
	await page.close();
	hub.ill = {};
	const next = await context.newPage();
	await next.goto('/en/settings/');
	const again = cardIn(next);
	await again.scrollIntoViewIfNeeded();
	await press(again, 'Resume');
	await expect(status(again)).toContainText('The download is complete.');
	expect(await held(next)).toBe(total);
});

test('of two tabs one downloads while the other shows its progress and can pause it', async ({
	card,
	hub,
	context
}) => {
	hub.ill = { slow: { pieces: 100, ms: 100 } };
	await agree(card);
	await expect(card.getByRole('progressbar')).toBeVisible();
	const second = await context.newPage();
	await second.goto('/en/settings/');
	const other = cardIn(second);
	await other.scrollIntoViewIfNeeded();
	await expect(status(other)).toContainText('Downloading (in another tab)');
	await press(other, 'Pause');
	await expect(status(other)).toContainText('Partly downloaded');
	await expect(status(card)).toContainText('Partly downloaded');
	hub.ill = {};
	await press(other, 'Resume');
	await expect(status(other)).toContainText('The download is complete.');
	await expect(status(card)).toContainText('On this device');
});

test.describe('a hub on a bad day', () => {
	test('whose connection breaks lets the download resume where it broke off', async ({
		card,
		hub
	}) => {
		hub.ill = { cut: { afterBytes: 600_000, times: 1 }, slow: { pieces: 6, ms: 300 } };
		await downloaded(card);
		// A browser may drop the last bytes before a break.
		const [first, second] = rangesOf(hub, encoder);
		expect(first).toBeNull();
		expect(second).toMatch(/^bytes=[1-9]\d*-$/);
	});

	test('that ignores ranges makes the file start again from the beginning', async ({
		card,
		hub
	}) => {
		hub.ill = { cut: { afterBytes: 600_000, times: 1 }, noRange: true };
		await downloaded(card);
		expect(rangesOf(hub, encoder)).toHaveLength(2);
	});

	test('that answers with an error is reported, and asking again works', async ({ card, hub }) => {
		const asked = [
			[{ status: 404 }, `${hub.host} doesn’t have ${id}`],
			[{ status: 503 }, `${hub.host} won’t provide the files (status 503)`],
			[{ nonsense: true }, `${hub.host} responds, but not as a model hub does`]
		] as const;
		for (const [ill, says] of asked) {
			hub.ill = ill;
			await press(card, 'Download…');
			await expect(status(card)).toContainText(says);
		}
		hub.ill = {};
		await downloaded(card);
	});

	const faulty = [
		['another byte', { flip: encoder }, `${encoder} wasn’t the expected file`],
		['a file too short', { truncate: 5 }, 'wasn’t the expected file'],
		['not every file', { lost: 'encoder_model_quantized.onnx' }, `doesn’t have ${encoder}`]
	] as const;
	for (const [what, ill, says] of faulty) {
		test(`that sends ${what} never makes the model count as complete`, async ({
			card,
			hub,
			settings
		}) => {
			await press(card, 'Download…');
			hub.ill = ill;
			await press(card, /^Download \d/);
			await expect(status(card)).toContainText(says);
			const again = await settings();
			await expect(status(again)).toContainText('Partly downloaded');
			hub.ill = {};
			await press(again, 'Resume');
			await expect(status(again)).toContainText('The download is complete.');
		});
	}

	test('that disappears is reported, and the received bytes are kept', async ({ card, hub }) => {
		hub.ill = { slow: { pieces: 60, ms: 100 } };
		await agree(card);
		await expect(card).toContainText(/ left/);
		await hub.close();
		await expect(status(card)).toContainText(/isn’t responding|The connection to .* was lost/);
		await expect(status(card)).toContainText('Partly downloaded');
	});

	test('with an invalid address is refused, and the reader’s own hub is asked', async ({
		page,
		card,
		hub
	}) => {
		await page.getByText('Download models from another address').click();
		const field = page.getByLabel('Model hub');
		await field.fill('not a hub');
		await field.press('Tab');
		await expect(page.getByText('That isn’t the address of a model hub.')).toBeVisible();
		await field.fill(`${hub.url}/`);
		await field.press('Tab');
		await expect(card).toContainText(`from ${hub.host}`);
		await field.fill('');
		await field.press('Tab');
		await expect(card).toContainText('from huggingface.co');
	});
});

test('verifying finds a flipped byte, and only that file is downloaded again', async ({
	card,
	hub,
	page
}) => {
	await downloaded(card);
	await page.evaluate(
		async ([name, content]) => {
			const cache = await caches.open('jamsides.models');
			const key = (await cache.keys()).find(({ url }) => url.includes(name));
			const was = key && (await cache.match(key));
			if (!key || !was) throw new Error('no part');
			const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
			await cache.put(key, new Response(bytes, { headers: was.headers }));
		},
		[encoder, flipped(files[encoder] ?? Buffer.alloc(0)).toString('base64')] as const
	);
	await press(card, 'Check');
	await expect(status(card)).toContainText(`so the model isn’t used: ${encoder}`);
	const before = ofFiles(hub).length;
	await press(card, 'Download damaged files again');
	await expect(status(card)).toContainText('The download is complete.');
	expect(ofFiles(hub).length - before).toBe(1);
	await press(card, 'Check');
	await expect(status(card)).toContainText('All files are intact.');
});

test.describe('a model from the reader’s disk', () => {
	const folder = (name: string, content: Readonly<Record<string, Buffer>>): string => {
		const path = test.info().outputPath(name);
		for (const [file, bytes] of Object.entries(content)) {
			mkdirSync(dirname(join(path, file)), { recursive: true });
			writeFileSync(join(path, file), bytes);
		}
		return path;
	};
	const loose = (content: Readonly<Record<string, Buffer>>, path: string) =>
		Object.keys(content).map((file) => join(path, file));

	test(
		'is copied from files without a request, and kept',
		{ tag: '@kept' },
		async ({ card, hub, page, context }) => {
			const path = folder('model', files);
			await card.getByText('Other ways to get it').click();
			await served(page);
			await cutOff(context);
			await card.getByLabel('From files…').setInputFiles(loose(files, path));
			await expect(status(card)).toContainText('The files have been copied.');
			await expect(status(card)).toContainText('From your own files, 3 MB.');
			expect(await held(page)).toBe(total);
			expect(hub.asked).toEqual([]);
		}
	);

	test('is copied from a folder', async ({ card, page, browserName }) => {
		test.skip(browserName !== 'chromium', 'Playwright gives folders to Chromium only');
		await card.getByText('Other ways to get it').click();
		await card.getByLabel('From a folder…').setInputFiles(folder('opus-mt-sv-en', files));
		await expect(status(card)).toContainText('The files have been copied.');
		expect(await held(page)).toBe(total);
	});

	test('with the wrong files changes nothing and says why', async ({ card, page }) => {
		await card.getByText('Other ways to get it').click();
		const { [encoder]: _, ...rest } = files;
		const input = card.getByLabel('From files…');
		await input.setInputFiles(loose(rest, folder('rest', rest)));
		await expect(status(card)).toContainText(`Files are missing: ${encoder}`);
		const others = madeUp('en', 'sv', 1000);
		await input.setInputFiles(loose(others, folder('others', others)));
		await expect(status(card)).toContainText('This is another model (en–sv)');
		expect(await held(page)).toBe(0);
	});
});

test.describe('a model from the site itself', () => {
	/** Copies the built site and adds a model to its folder, as a host would. */
	async function hosted(page: Page, content: Readonly<Record<string, Buffer | string>>) {
		const dir = test.info().outputPath('site');
		mkdirSync(dir, { recursive: true });
		for (const name of readdirSync('build')) symlinkSync(resolve('build', name), join(dir, name));
		for (const [name, bytes] of Object.entries(content)) {
			const path = join(dir, 'models', id, name);
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, bytes);
		}
		const site = await serve({ dir });
		await page.goto(`${site.url}/en/settings/`);
		const card = cardIn(page);
		await card.scrollIntoViewIfNeeded();
		await card.getByText('Other ways to get it').click();
		return { card, site };
	}
	const manifest = formatManifest({
		model: id,
		commit: commitOfToday,
		files: Object.entries(files).map(([name, content]) => ({
			name,
			bytes: content.length,
			sha256: createHash('sha256').update(content).digest('hex')
		}))
	});

	test('is downloaded where the host has added it', async ({ page, hub, faults }) => {
		faults.allow(/Failed to load resource.*404.*manifest\.json/);
		const { card, site } = await hosted(page, files);
		await press(card, 'From this site…');
		await expect(status(card)).toContainText('Their size isn’t known in advance.');
		await press(card, /^Download$/);
		await expect(status(card)).toContainText('The download is complete.');
		await expect(status(card)).toContainText('From this site, 3 MB.');
		expect(await held(page)).toBe(total);
		expect(hub.asked).toEqual([]);
		await page.close();
		await site.close();
	});

	test('is checked against the manifest beside it', async ({ page }) => {
		const wrong = { ...files, [encoder]: flipped(files[encoder] ?? Buffer.alloc(0)) };
		const { card, site } = await hosted(page, { ...wrong, 'manifest.json': manifest });
		await press(card, 'From this site…');
		await expect(status(card)).toContainText('This site has the model: 3 MB in 6 files');
		await press(card, 'Download 3 MB');
		await expect(status(card)).toContainText(`${encoder} wasn’t the expected file`);
		await page.close();
		await site.close();
	});

	test('is reported where it is missing', async ({ card, faults }) => {
		faults.allow(/Failed to load resource.*404/);
		await card.getByText('Other ways to get it').click();
		await press(card, 'From this site…');
		await press(card, /^Download$/);
		await expect(status(card)).toContainText('doesn’t have config.json');
	});
});

test('too little space is reported before the download begins', async ({ page, settings, hub }) => {
	await page.addInitScript(() => {
		if (origin !== 'null')
			navigator.storage.estimate = async () => ({ usage: 1_000_000, quota: 3_000_000 });
	});
	const card = await settings();
	await press(card, 'Download…');
	await expect(status(card)).toContainText('more than the browser has space for: 2 MB is free');
	expect(ofFiles(hub)).toEqual([]);
});

test.describe('a full disk', () => {
	test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be given a quota');

	test('is reported during the download, which resumes when there is space', async ({
		page,
		context,
		baseURL,
		settings
	}) => {
		// Set the quota first: Chromium caches the free space it found.
		const devtools = await context.newCDPSession(page);
		const quota = (quotaSize?: number) =>
			devtools.send('Storage.overrideQuotaForOrigin', {
				origin: baseURL ?? '',
				...(quotaSize ? { quotaSize } : {})
			});
		await quota(2_500_000);
		const card = await settings();
		await agree(card);
		await expect(status(card)).toContainText('There is no space left');
		await expect(status(card)).toContainText(/Partly downloaded: [12]\.\d MB of 3 MB/);
		await quota();
		await press(card, 'Resume');
		await expect(status(card)).toContainText('The download is complete.');
		expect(await held(page)).toBe(total);
	});
});

for (const ui of uis) {
	test(`the section is accessible and fits in every state (${ui})`, async ({ open, settings }) => {
		await settings();
		const page = await open(`/${ui}/settings/`);
		const cards = page.locator('[role=group][aria-labelledby^=model-]');
		await cards.first().scrollIntoViewIfNeeded();
		await expect(cards.first().getByRole('status')).not.toHaveText(/…$/);
		for (const summary of await page.locator('section:has(#models) summary').all())
			await summary.click();
		// Colours do not depend on the language.
		const check = ui === 'en' ? axeInThemes : axe;
		await check(page);
		for (const width of widths) await fitsWidth(page, width);
		await cards.last().getByRole('button').first().click();
		await expect(cards.last().getByRole('status')).toContainText('01234567');
		await check(page);
		for (const width of widths) await fitsWidth(page, width);
	});
}
