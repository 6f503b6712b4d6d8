import { beforeEach, expect, test, vi } from 'vitest';
import type { ModelStore } from '$lib/core/machine/modelStore';
import { fail, ok } from '$lib/core/result';

const open = vi.fn<ModelStore<Blob>['open']>();
const models = vi.fn(async () => ({ open }));
vi.mock('./composeModels', () => ({ modelStore: () => models() }));
vi.mock('./compose', () => ({ store: async () => ({ answers: {} }) }));
vi.mock('$lib/adapters/mt/browser/engine', () => {
	throw new TypeError('Failed to fetch');
});
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });

const pair = { from: 'sv', to: 'en' };
const machine = async () => (await import('./composeMachine')).machinery();

beforeEach(() => open.mockResolvedValue(ok(null)));

test('where there is no model, nothing translates', async () => {
	expect(await (await machine()).engine(pair)).toEqual(ok(null));
});

test('what keeps a model from being opened is said', async () => {
	const failure = { kind: 'unsupported' } as const;
	open.mockResolvedValue(fail(failure));
	expect(await (await machine()).engine(pair)).toEqual(fail(failure));
});

test('what does not load is said too', async () => {
	models.mockRejectedValueOnce(new TypeError('Failed to fetch'));
	expect(await (await machine()).engine(pair)).toMatchObject({
		failure: { kind: 'failed', message: expect.stringContaining('Failed to fetch') }
	});
});

test('a browser’s translator that does not load is none', async () => {
	expect(await (await machine()).browser?.(pair)).toBeNull();
});
