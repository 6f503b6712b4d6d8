import type { Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { expect, test as base } from './fixtures';
import type { Opening } from './machine/entry';
import { machineSite } from './machine/site';
import { corpus } from './models/trained/corpus';

interface Machine {
	readonly page: Page;
	/** Translates with the named engine; opens it on first use. */
	translate(engine: string, sentences: readonly string[], again?: boolean): Promise<unknown>;
}

/** A page with the translator, on a site of its own. */
const test = base.extend<{ machine: Machine; isolated: boolean }>({
	isolated: [true, { option: true }],
	machine: async ({ page, isolated }, use) => {
		const site = await serve({ dir: await machineSite(), lasting: false, isolated });
		await page.goto(site.url);
		await use({
			page,
			translate: (name, sentences, again = false) =>
				page.evaluate(
					([name, sentences, again]) => {
						const signal = new AbortController().signal;
						return window.machine.engine(name).translate(sentences, { signal, again });
					},
					[name, sentences, again] as const
				)
		});
		await site.close();
	}
});

/** Opens an engine in the page under a name. */
const open = ({ page }: Machine, opening: Opening): Promise<void> =>
	page.evaluate((opening) => window.machine.open(opening), opening);

/** Opens an engine on a model of the site, named after the model’s folder. */
const onSite = (name: string, pair = { from: 'sv', to: 'en' }): Opening => ({
	name,
	model: {
		pair,
		model: `jamsides/${name}`,
		revision: '1',
		files: { kind: 'address', prefix: `/models/${name}/` }
	}
});
const phrases = onSite('phrases-sv-en');
const trained = onSite('trained-sv-en');
const house = 'Det var en gång ett litet hus vid havet.';
const answered = {
	ok: true,
	value: ['Once upon a time there was a little house by the sea.']
};

for (const isolated of [true, false])
	test.describe(isolated ? 'with two threads' : 'with one thread', () => {
		test.use({ isolated });

		test(
			'80 of 80 sentences are translated correctly in batches',
			{ tag: isolated ? [] : '@both' },
			async ({ machine }) => {
				expect(await machine.page.evaluate(() => crossOriginIsolated)).toBe(isolated);
				await open(machine, trained);
				const swedish = corpus.map(([sentence]) => sentence);
				expect(await machine.translate('trained-sv-en', swedish)).toEqual({
					ok: true,
					value: corpus.map(([, sentence]) => sentence)
				});
			}
		);
	});

test('both directions run at once, each in its own worker', async ({ machine }) => {
	await open(machine, phrases);
	await open(machine, onSite('phrases-en-sv', { from: 'en', to: 'sv' }));
	const both = await Promise.all([
		machine.translate('phrases-sv-en', [house]),
		machine.translate('phrases-en-sv', ['The friend was at home.'])
	]);
	expect(both).toEqual([answered, { ok: true, value: ['Vännen var hemma.'] }]);
});

test('a model is read from a cache whose download was cut off and repaired', async ({
	machine
}) => {
	// No server has this address: the files can only come from the cache.
	const kept = { cache: 'test-models', prefix: '/kept/phrases/' };
	const keep = (bytes: number) =>
		machine.page.evaluate(
			async ([{ cache: name, prefix }, bytes]) => {
				const cache = await caches.open(name);
				for (const file of window.machine.modelFileNames) {
					const content = await (await fetch(`/models/phrases-sv-en/${file}`)).arrayBuffer();
					await cache.put(prefix + file, new Response(content.slice(0, bytes)));
				}
			},
			[kept, bytes] as const
		);
	await keep(200_000);
	const files = { kind: 'cache', ...kept } as const;
	await open(machine, { name: 'kept', model: { ...phrases.model, files } });
	expect(await machine.translate('kept', [house])).toMatchObject({
		ok: false,
		failure: { kind: 'broken' }
	});
	await keep(Infinity);
	expect(await machine.translate('kept', [house])).toEqual(answered);
});

test(
	'a cancelled request ends at once, and the worker stops at its next step',
	{ tag: '@both' },
	async ({ machine }) => {
		await open(machine, phrases);
		await machine.translate('phrases-sv-en', [house]);
		const { outcome, cancelMs, freeMs } = await machine.page.evaluate(async () => {
			const engine = window.machine.engine('phrases-sv-en');
			const long = Array.from(
				{ length: 300 },
				(_, i) => `Han såg ${i} hus och ${i} båtar vid sjön.`
			);
			const abort = new AbortController();
			let heard = 0;
			const call = engine.translate(long, { signal: abort.signal, onAnswer: () => void heard++ });
			while (heard === 0) await new Promise((resolve) => setTimeout(resolve, 1));
			const asked = performance.now();
			abort.abort();
			const outcome = await call;
			const cancelMs = performance.now() - asked;
			await engine.translate([], { signal: new AbortController().signal });
			return { outcome, cancelMs, freeMs: performance.now() - asked };
		});
		console.log(`cancelled after ${cancelMs.toFixed(1)} ms, free after ${freeMs.toFixed(1)} ms`);
		expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } });
		// All 300 take many seconds: without the stop, this answer would come after them.
		expect(await machine.translate('phrases-sv-en', [house])).toEqual(answered);
	}
);

test('answers arrive as their rows finish, short sentences before long ones', async ({
	machine
}) => {
	await open(machine, phrases);
	const order = await machine.page.evaluate(async () => {
		const heard: number[] = [];
		const long = Array.from({ length: 20 }, () => 'huset').join(' ');
		await window.machine.engine('phrases-sv-en').translate([long, 'Ja.', 'Nej, tack.'], {
			signal: new AbortController().signal,
			onAnswer: (index) => heard.push(index)
		});
		return heard;
	});
	expect(order).toEqual([1, 2, 0]);
});

test.describe('a failure is reported, and the next call works', () => {
	const faulty = [
		['the decoder is missing', 'lacking-decoder', { kind: 'missing' }],
		['the tokenizer is missing', 'lacking-tokenizer', { kind: 'missing' }],
		['the whole model is missing', 'nowhere', { kind: 'missing' }],
		['the encoder is cut off', 'cut-off', { kind: 'broken', message: expect.any(String) }],
		['the tokenizer is a page', 'nonsense', { kind: 'broken', message: expect.any(String) }]
	] as const;
	test('a file of the model is missing or broken', async ({ machine, faults }) => {
		faults.allow(/404|Not Found/);
		await open(machine, phrases);
		for (const [what, folder, failure] of faulty)
			await test.step(what, async () => {
				await open(machine, onSite(folder));
				const failed = { ok: false, failure };
				expect(await machine.translate(folder, [house])).toEqual(failed);
				expect(await machine.translate('phrases-sv-en', [house])).toEqual(answered);
				expect(await machine.translate(folder, [house])).toEqual(failed);
			});
	});

	test('a model of another language pair is refused', async ({ machine }) => {
		await open(machine, onSite('phrases-en-sv'));
		expect(await machine.translate('phrases-en-sv', [house])).toEqual({
			ok: false,
			failure: { kind: 'broken', message: 'a model from en to sv, not sv to en' }
		});
	});

	test('a browser that refuses WebAssembly is reported', async ({
		machine,
		browserName,
		faults
	}) => {
		faults.allow(/WebAssembly|wasm|policy|CSP|Content-Security-Policy/i);
		await machine.page.context().route('**/*.js', async (route) => {
			const response = await route.fetch();
			const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
			await route.fulfill({ response, headers });
		});
		test.skip(browserName === 'firefox', 'its requests by workers cannot be answered otherwise');
		await machine.page.reload();
		await open(machine, phrases);
		expect(await machine.translate('phrases-sv-en', [house])).toEqual({
			ok: false,
			failure: { kind: 'refused' }
		});
	});

	test('a worker that ends unexpectedly is reported', async ({ machine, browserName }) => {
		test.skip(browserName === 'firefox', 'no script can be run in its workers from outside');
		await open(machine, phrases);
		await machine.translate('phrases-sv-en', [house]);
		const long = Array.from({ length: 300 }, () => house);
		const call = machine.translate('phrases-sv-en', long);
		const worker = machine.page.workers().find((each) => each.url().includes('translator'));
		await worker?.evaluate(() => self.close());
		expect(await call).toEqual({ ok: false, failure: { kind: 'died' } });
		expect(await machine.translate('phrases-sv-en', [house])).toEqual(answered);
	});
});

test('a sentence of 3,000 words, a paragraph of emoji and one in capitals are all answered', async ({
	machine
}) => {
	await open(machine, phrases);
	const words = Array.from({ length: 3000 }, (_, i) => (i % 2 ? 'huset' : 'båten'));
	const outcome = await machine.translate('phrases-sv-en', [
		words.join(' '),
		'🐎🐴🦄 🐎🐴🦄',
		'EN MAN UTAN HUS'
	]);
	const translated = words.map((word) => (word === 'huset' ? 'the house' : 'the boat'));
	expect(outcome).toEqual({ ok: true, value: [translated.join(' '), ' ', 'EN MAN UTAN HUS'] });
});

test('an idle worker is ended, and the next call starts another', async ({ machine }) => {
	await open(machine, { ...phrases, idleMs: 300 });
	await machine.translate('phrases-sv-en', [house]);
	await expect.poll(() => machine.page.workers().length).toBe(0);
	expect(await machine.translate('phrases-sv-en', [house])).toEqual(answered);
});
