/** The worker’s service with our own module, and what it does where the module cannot run. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { built } from '../../../../../tests/models/build';
import { runtime, serveFolder } from '../../../../../tests/models/local';
import { Marian } from './marian/marian';
import type { FromWorker } from './protocol';
import { Service } from './service';

beforeEach(() => void vi.stubGlobal('fetch', serveFolder(built)));
afterEach(() => vi.restoreAllMocks());

/** Loads the phrase model in a service, and translates. Returns all that it replies. */
async function replies(): Promise<readonly FromWorker[]> {
	const heard: FromWorker[] = [];
	const settled = new Promise<void>((resolve) => {
		const service = new Service((message) => {
			heard.push(message);
			if (message.type === 'settled') resolve();
		});
		const files = { kind: 'address', prefix: '/phrases-sv-en/' } as const;
		const model = { pair: { from: 'sv', to: 'en' }, model: 'phrases', revision: '1', files };
		service.hear({ type: 'load', model, runtime, lock: 'x' });
		service.hear({
			...{ type: 'translate', id: 0, care: 'quick', again: false, hurried: true },
			sentences: ['Ja.', 'Solen lyste.']
		});
	});
	await settled;
	return heard.filter(({ type }) => type !== 'alive');
}

const answers = [
	{ type: 'progress', id: 0, progress: { index: 0, answer: 'Yes.' } },
	{ type: 'progress', id: 0, progress: { index: 1, answer: 'The sun shone.' } },
	{ type: 'settled', id: 0, result: { ok: true, value: null } }
];

test('a model that is recognised runs in our module', async () => {
	expect(await replies()).toEqual([{ type: 'loaded', slow: null }, ...answers]);
});

test('if the module fails on the way, the runtime answers, and the page is told', async () => {
	vi.spyOn(Marian.prototype, 'begin').mockImplementation(() => {
		throw new WebAssembly.RuntimeError('unreachable');
	});
	expect(await replies()).toEqual([
		{ type: 'loaded', slow: null },
		{ type: 'loaded', slow: 'fault' },
		...answers
	]);
});
