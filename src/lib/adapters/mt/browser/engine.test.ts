import { expect, test, vi } from 'vitest';
import { browserName, type Availability, type TranslatorApi } from './api';
import { availability, openBrowser } from './engine';

const pair = { from: 'sv', to: 'en' };
const signal = new AbortController().signal;

/** The error of a destroyed translator, and of a browser that stopped as asked. */
const aborted = () => new DOMException('aborted', 'AbortError');

class Refused extends Error {
	override readonly name = 'NotAllowedError';
}

/**
 * Makes a browser that upper-cases instead of translating. `quota`: the longest text that it
 * accepts.
 */
function browser(has: Availability = 'available', quota = Infinity) {
	const asked: string[] = [];
	const destroy = vi.fn();
	const api: TranslatorApi = {
		availability: () => Promise.resolve(has),
		create: ({ monitor }) => {
			const events = new EventTarget();
			monitor?.(events);
			events.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.5 }));
			return Promise.resolve({
				destroy,
				translate: (text, { signal }) => {
					asked.push(text);
					if (text.length > quota)
						return Promise.reject(new DOMException('too long', 'QuotaExceededError'));
					if (text === 'destroyed') return Promise.reject(aborted());
					return text === 'slow'
						? new Promise((_, reject) =>
								signal.addEventListener('abort', () => reject(signal.reason))
							)
						: Promise.resolve(text.toUpperCase());
				}
			});
		}
	};
	return { api, asked, destroy };
}

async function opened({ api }: ReturnType<typeof browser>) {
	const engine = await openBrowser(pair, { signal }, api);
	if (!engine.ok) throw new Error(engine.failure.kind);
	return engine.value;
}

test('knows the pairs that the browser knows, and none without a translator or permission', async () => {
	expect(await availability(pair, browser('downloadable').api)).toBe('downloadable');
	expect(await availability(pair, null)).toBe('unavailable');
	const forbidding = { ...browser().api, availability: () => Promise.reject(new Refused()) };
	expect(await availability(pair, forbidding)).toBe('unavailable');
});

test('answers one sentence after another', async () => {
	const heard: [number, string][] = [];
	const engine = await opened(browser());
	const onAnswer = (index: number, answer: string) => heard.push([index, answer]);
	expect(await engine.translate(['a', 'b'], { signal, onAnswer })).toEqual({
		ok: true,
		value: ['A', 'B']
	});
	expect(heard).toEqual([
		[0, 'A'],
		[1, 'B']
	]);
});

test('a second request for a sentence translates it in halves', async () => {
	const made = browser();
	const engine = await opened(made);
	expect(await engine.translate(['ett två, tre fyra'], { signal, again: true })).toEqual({
		ok: true,
		value: ['ETT TVÅ, TRE FYRA']
	});
	expect(made.asked).toEqual(['ett två,', 'tre fyra']);
});

test('cancelling settles at once, and stops the browser', async () => {
	const made = browser();
	const engine = await opened(made);
	const abort = new AbortController();
	const call = engine.translate(['slow', 'never asked'], { signal: abort.signal });
	await vi.waitFor(() => expect(made.asked).toEqual(['slow']));
	abort.abort();
	expect(await call).toEqual({ ok: false, failure: { kind: 'cancelled' } });
	expect(made.asked).toEqual(['slow']);
});

test('a translator that aborts without being cancelled has died, and is opened anew', async () => {
	const made = browser();
	const engine = await opened(made);
	expect(await engine.translate(['a', 'destroyed'], { signal })).toEqual({
		ok: false,
		failure: { kind: 'died' }
	});
	expect(await engine.translate(['a'], { signal })).toEqual({ ok: true, value: ['A'] });
	const giving = { ...browser().api, create: () => Promise.reject(aborted()) };
	expect(await openBrowser(pair, { signal }, giving)).toMatchObject({ failure: { kind: 'died' } });
	const gone = { signal: AbortSignal.abort() };
	expect(await openBrowser(pair, gone, giving)).toMatchObject({ failure: { kind: 'cancelled' } });
});

test('a sentence that is too long is translated in parts, however many it takes', async () => {
	const made = browser('available', 8);
	const engine = await opened(made);
	expect(await engine.translate(['ett två, tre fyra fem', 'sex'], { signal })).toEqual({
		ok: true,
		value: ['ETT TVÅ, TRE FYRA FEM', 'SEX']
	});
	const whole = 'ett två, tre fyra fem';
	expect(made.asked).toEqual([whole, 'ett två,', 'tre', 'fyra fem', 'sex']);
});

test('a text refused at any length fails with the browser’s message, without endless retries', async () => {
	const made = browser('available', 0);
	expect(await (await opened(made)).translate(['ett två'], { signal })).toEqual({
		ok: false,
		failure: { kind: 'failed', message: 'too long' }
	});
	expect(made.asked.length).toBeLessThan(6);
});

test('the download is reported', async () => {
	const progress: number[] = [];
	await openBrowser(pair, { signal, progress: (done) => progress.push(done) }, browser().api);
	expect(progress).toEqual([0.5]);
});

test('a browser without a translator, or one that needs a click first, refuses', async () => {
	const refusing = { ...browser().api, create: () => Promise.reject(new Refused()) };
	const refused = { ok: false, failure: { kind: 'refused' } };
	expect(await openBrowser(pair, { signal }, refusing)).toEqual(refused);
	expect(await openBrowser(pair, { signal }, null)).toEqual(refused);
});

test('the browser’s name is its own, not that of the engine that it is built on', () => {
	const brands = [
		{ brand: 'Not)A;Brand', version: '8' },
		{ brand: 'Chromium', version: '138' },
		{ brand: 'Google Chrome', version: '138' }
	];
	expect(browserName({ userAgentData: { brands } })).toBe('Google Chrome 138');
	expect(browserName({ userAgentData: { brands: brands.slice(0, 2) } })).toBe('Chromium 138');
	expect(browserName({})).toBe('');
});
