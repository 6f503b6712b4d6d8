import { beforeEach, expect, test, vi } from 'vitest';
import type { ModelStore } from '$lib/core/machine/modelStore';
import { fail, ok } from '$lib/core/result';

const open = vi.fn<ModelStore<Blob>['open']>();
const models = vi.fn(async () => ({ open }));
vi.mock('./models', () => ({ modelStore: () => models() }));
vi.mock('./store', () => ({ store: async () => ({ answers: {} }) }));
vi.mock('$lib/adapters/mt/browser/engine', () => {
	throw new TypeError('Failed to fetch');
});

const pair = { from: 'sv', to: 'en' };
const choice = {
	isBrowser: () => false,
	chooseBrowser: () => undefined,
	noteSpeed: () => undefined
};
const machine = async () => (await import('./machinery')).machinery(choice);

beforeEach(() => open.mockResolvedValue(ok(null)));

test('there is no engine where there is no model', async () => {
	expect(await (await machine()).engine(pair)).toEqual(ok(null));
});

test('an engine that cannot open its model fails with the reason', async () => {
	const failure = { kind: 'unsupported' } as const;
	open.mockResolvedValue(fail(failure));
	expect(await (await machine()).engine(pair)).toEqual(fail(failure));
});

test('a module that does not load is a failure', async () => {
	models.mockRejectedValueOnce(new TypeError('Failed to fetch'));
	expect(await (await machine()).engine(pair)).toMatchObject({
		failure: { kind: 'failed', message: expect.stringContaining('Failed to fetch') }
	});
});

test('a browser’s translator that does not load counts as absent', async () => {
	expect(await (await machine()).browser(pair)).toBeNull();
});
