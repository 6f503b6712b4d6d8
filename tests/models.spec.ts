/**
 * Getting a model: nothing before the reader says so, nothing but what they agreed to, and never a
 * model that is not just what was announced. The hub is a stand-in on this machine.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { formatManifest } from '../src/lib/core/machine/manifest';
import {
	axe,
	cutOff,
	expect,
	fitsWidth,
	served,
	test as base,
	themes,
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
		// A request that a hub refuses or breaks off is told in the console too.
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

/** Asks, reads what is said, agrees. */
async function agree(card: Locator): Promise<void> {
	await press(card, 'Download …');
	await press(card, /^Download \d/);
}
async function downloaded(card: Locator): Promise<void> {
	await agree(card);
	await expect(status(card)).toContainText('The download is done.');
}
/** What the cache of models holds, in bytes. */
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

test('nobody is asked anything before the reader asks, and then nobody else', async ({
	card,
	hub,
	page
}) => {
	await page.waitForTimeout(300);
	expect(hub.asked).toEqual([]);
	await expect(card).toContainText(`about 110 MB, from ${hub.host}`);
	await expect(card).toContainText('Helsinki-NLP');
	await expect(card.getByRole('link', { name: 'CC-BY 4.0' })).toBeVisible();
	await expect(page.getByText(/^Free for this site: /).last()).toBeVisible();

	await press(card, 'Download …');
	await expect(status(card)).toContainText('has version 01234567: 3 MB in 6 files');
	await expect(status(card)).toContainText('Free for this site: ');
	expect(hub.asked.map(({ path }) => path)).toEqual([
		`/api/models/${id}`,
		`/api/models/${id}/tree/${commitOfToday}?recursive=true`
	]);
	await press(card, 'Not now');
	await expect(status(card)).toHaveText('Not on this device.');
	expect(await held(page)).toBe(0);
	expect(hub.asked).toHaveLength(2);
});

test('a model is there after a restart, with the hub and the network gone', async ({
	card,
	hub,
	page,
	context,
	faults
}) => {
	await downloaded(card);
	await expect(status(card)).toContainText(`From ${hub.host}, version 01234567, 3 MB.`);
	expect(await held(page)).toBe(total);
	const asked = hub.asked.length;
	// Two for the list, and each file by its address and the file server’s.
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
	await press(again, 'Verify');
	await expect(status(again)).toContainText('Every file is just as it came.');
	expect(hub.asked).toHaveLength(asked);
});

test(
	'is paused, gone on with after a restart where it stopped, and cancelled',
	{ tag: '@chromium' },
	async ({ card, hub, page, settings }) => {
		hub.ill = { slow: { pieces: 60, ms: 100 } };
		await agree(card);
		await expect(card.getByRole('progressbar', { name: 'Downloading' })).toBeVisible();
		await expect(card).toContainText(/\d+ (?:kB|MB) of 3 MB/);
		await expect(card).toContainText(/about \d+ seconds? left/);
		await press(card, 'Pause');
		await expect(status(card)).toContainText(/Not all here yet: .+ of 3 MB\./);
		const kept = await held(page);
		expect(kept).toBeGreaterThan(20_000);
		expect(kept).toBeLessThan(total);
		const asked = hub.asked.length;

		const again = await settings();
		await expect(status(again)).toContainText('Not all here yet');
		expect(hub.asked).toHaveLength(asked);
		hub.ill = {};
		await press(again, 'Resume');
		await expect(status(again)).toContainText('The download is done.');
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
	}
);

test(
	'a tab that dies in the middle leaves what came to the next',
	{ tag: '@chromium' },
	async ({ card, hub, page, context }) => {
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
		await expect(status(again)).toContainText('The download is done.');
		expect(await held(next)).toBe(total);
	}
);

test(
	'of two tabs one downloads, the other shows it and can pause it',
	{ tag: '@chromium' },
	async ({ card, hub, context }) => {
		hub.ill = { slow: { pieces: 100, ms: 100 } };
		await agree(card);
		await expect(card.getByRole('progressbar')).toBeVisible();
		const second = await context.newPage();
		await second.goto('/en/settings/');
		const other = cardIn(second);
		await other.scrollIntoViewIfNeeded();
		await expect(status(other)).toContainText('Downloading (in another tab)');
		await press(other, 'Pause');
		await expect(status(other)).toContainText('Not all here yet');
		await expect(status(card)).toContainText('Not all here yet');
		hub.ill = {};
		await press(other, 'Resume');
		await expect(status(other)).toContainText('The download is done.');
		await expect(status(card)).toContainText('On this device');
	}
);

test.describe('a hub on a bad day', { tag: '@chromium' }, () => {
	test('whose connection breaks is taken up again where it broke off', async ({ card, hub }) => {
		hub.ill = { cut: { afterBytes: 600_000, times: 1 }, slow: { pieces: 6, ms: 300 } };
		await downloaded(card);
		// A browser may drop the last of what came before a break.
		const [first, second] = rangesOf(hub, encoder);
		expect(first).toBeNull();
		expect(second).toMatch(/^bytes=[1-9]\d*-$/);
	});

	test('that gives no ranges begins the file anew', async ({ card, hub }) => {
		hub.ill = { cut: { afterBytes: 600_000, times: 1 }, noRange: true };
		await downloaded(card);
		expect(rangesOf(hub, encoder)).toHaveLength(2);
	});

	test('says what is wrong with it, and asking again works', async ({ card, hub }) => {
		const asked = [
			[{ status: 404 }, `${hub.host} does not have ${id}`],
			[{ status: 503 }, `${hub.host} refuses to give the files (answer 503)`],
			[{ nonsense: true }, `${hub.host} answers, but not as a model hub does`]
		] as const;
		for (const [ill, says] of asked) {
			hub.ill = ill;
			await press(card, 'Download …');
			await expect(status(card)).toContainText(says);
		}
		hub.ill = {};
		await downloaded(card);
	});

	const faulty = [
		['another byte', { flip: encoder }, `${encoder} is not what was announced`],
		['a file too short', { truncate: 5 }, 'is not what was announced'],
		['not every file', { lost: 'encoder_model_quantized.onnx' }, `does not have ${encoder}`]
	] as const;
	for (const [what, ill, says] of faulty) {
		test(`that sends ${what} never has it count as there`, async ({ card, hub, settings }) => {
			await press(card, 'Download …');
			hub.ill = ill;
			await press(card, /^Download \d/);
			await expect(status(card)).toContainText(says);
			const again = await settings();
			await expect(status(again)).toContainText('Not all here yet');
			hub.ill = {};
			await press(again, 'Resume');
			await expect(status(again)).toContainText('The download is done.');
		});
	}

	test('that is gone is said, with what came kept', async ({ card, hub }) => {
		hub.ill = { slow: { pieces: 60, ms: 100 } };
		await agree(card);
		await expect(card).toContainText(/ left/);
		await hub.close();
		await expect(status(card)).toContainText(/Nobody answers at|The connection to .* was lost/);
		await expect(status(card)).toContainText('Not all here yet');
	});

	test('that nobody can be at is no hub, and the reader’s own is asked', async ({
		page,
		card,
		hub
	}) => {
		await page.getByText('Get models from another address').click();
		const field = page.getByLabel('Model hub');
		await field.fill('not a hub');
		await field.press('Tab');
		await expect(page.getByText('That is not an address of a hub.')).toBeVisible();
		await field.fill(`${hub.url}/`);
		await field.press('Tab');
		await expect(card).toContainText(`from ${hub.host}`);
		await field.fill('');
		await field.press('Tab');
		await expect(card).toContainText('from huggingface.co');
	});
});

test(
	'verifying finds a flipped byte, and that file alone is brought again',
	{ tag: '@chromium' },
	async ({ card, hub, page }) => {
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
		await press(card, 'Verify');
		await expect(status(card)).toContainText(`so the model is not used: ${encoder}`);
		const before = ofFiles(hub).length;
		await press(card, 'Download what is damaged again');
		await expect(status(card)).toContainText('The download is done.');
		expect(ofFiles(hub).length - before).toBe(1);
		await press(card, 'Verify');
		await expect(status(card)).toContainText('Every file is just as it came.');
	}
);

test.describe('from the reader’s disk', () => {
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

	test('files are copied without a request, and kept', async ({ card, hub, page, context }) => {
		const path = folder('model', files);
		await card.getByText('Other ways to get it').click();
		await served(page);
		await cutOff(context);
		await card.getByLabel('From files …').setInputFiles(loose(files, path));
		await expect(status(card)).toContainText('The files have been copied.');
		await expect(status(card)).toContainText('From your own files, 3 MB.');
		expect(await held(page)).toBe(total);
		expect(hub.asked).toEqual([]);
	});

	test('a folder is copied', async ({ card, page, browserName }) => {
		test.skip(browserName !== 'chromium', 'Playwright gives folders to Chromium only');
		await card.getByText('Other ways to get it').click();
		await card.getByLabel('From a folder …').setInputFiles(folder('opus-mt-sv-en', files));
		await expect(status(card)).toContainText('The files have been copied.');
		expect(await held(page)).toBe(total);
	});

	test('the wrong files change nothing and say why', async ({ card, page }) => {
		await card.getByText('Other ways to get it').click();
		const { [encoder]: _, ...rest } = files;
		const input = card.getByLabel('From files …');
		await input.setInputFiles(loose(rest, folder('rest', rest)));
		await expect(status(card)).toContainText(`Files are missing: ${encoder}`);
		const others = madeUp('en', 'sv', 1000);
		await input.setInputFiles(loose(others, folder('others', others)));
		await expect(status(card)).toContainText('This is another model (en–sv)');
		expect(await held(page)).toBe(0);
	});
});

test.describe('from the site itself', { tag: '@chromium' }, () => {
	/** The built site, with a model laid into its folder as its host would. */
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

	test('a model that its host has laid there is brought', async ({ page, hub, faults }) => {
		faults.allow(/Failed to load resource.*404.*manifest\.json/);
		const { card, site } = await hosted(page, files);
		await press(card, 'From this site …');
		await expect(status(card)).toContainText('It has no list of them');
		await press(card, /^Download$/);
		await expect(status(card)).toContainText('The download is done.');
		await expect(status(card)).toContainText('From this site, 3 MB.');
		expect(await held(page)).toBe(total);
		expect(hub.asked).toEqual([]);
		await page.close();
		await site.close();
	});

	test('a model is held against the manifest beside it', async ({ page }) => {
		const wrong = { ...files, [encoder]: flipped(files[encoder] ?? Buffer.alloc(0)) };
		const { card, site } = await hosted(page, { ...wrong, 'manifest.json': manifest });
		await press(card, 'From this site …');
		await expect(status(card)).toContainText('This site has the model: 3 MB in 6 files');
		await press(card, 'Download 3 MB');
		await expect(status(card)).toContainText(`${encoder} is not what was announced`);
		await page.close();
		await site.close();
	});

	test('one that is not there is said', async ({ card, faults }) => {
		faults.allow(/Failed to load resource.*404/);
		await card.getByText('Other ways to get it').click();
		await press(card, 'From this site …');
		await press(card, /^Download$/);
		await expect(status(card)).toContainText('does not have config.json');
	});
});

test(
	'too little room is said before anything comes',
	{ tag: '@chromium' },
	async ({ page, settings, hub }) => {
		await page.addInitScript(() => {
			if (origin !== 'null')
				navigator.storage.estimate = async () => ({ usage: 1_000_000, quota: 3_000_000 });
		});
		const card = await settings();
		await press(card, 'Download …');
		await expect(status(card)).toContainText('more than the browser has room for: 2 MB are free');
		expect(ofFiles(hub)).toEqual([]);
	}
);

test.describe('a full disk', () => {
	test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be given a quota');
	// The site itself takes no room then.
	test.use({ serviceWorkers: 'block' });

	test('is said in the middle, and gone on with when there is room', async ({
		page,
		context,
		baseURL,
		settings
	}) => {
		// First of all: Chromium remembers for a while how much room it found.
		const devtools = await context.newCDPSession(page);
		const quota = (quotaSize?: number) =>
			devtools.send('Storage.overrideQuotaForOrigin', {
				origin: baseURL ?? '',
				...(quotaSize ? { quotaSize } : {})
			});
		await quota(2_500_000);
		const card = await settings();
		await agree(card);
		await expect(status(card)).toContainText('There is no room left');
		await expect(status(card)).toContainText(/Not all here yet: [12]\.\d MB of 3 MB/);
		await quota();
		await press(card, 'Resume');
		await expect(status(card)).toContainText('The download is done.');
		expect(await held(page)).toBe(total);
	});
});

for (const ui of uis) {
	test(
		`the section is accessible and fits in every state (${ui})`,
		{ tag: '@chromium' },
		async ({ open, settings }) => {
			await settings();
			for (const theme of themes) {
				const page = await open(`/${ui}/settings/`, { theme });
				const cards = page.locator('[role=group][aria-labelledby^=model-]');
				await cards.first().scrollIntoViewIfNeeded();
				await expect(cards.first().getByRole('status')).not.toHaveText(/…$/);
				for (const summary of await page.locator('section:has(#models) summary').all())
					await summary.click();
				await axe(page);
				for (const width of widths) await fitsWidth(page, width);
				await cards.last().getByRole('button').first().click();
				await expect(cards.last().getByRole('status')).toContainText('01234567');
				await axe(page);
				for (const width of widths) await fitsWidth(page, width);
			}
		}
	);
}
