import { expect, test, vi } from 'vitest';
import type { ModelState } from '$lib/core/machine/modelStore';
import { OwnModels } from './models.svelte';

const room = vi.fn(async () => ({ usedBytes: 10, quotaBytes: 100 }));
const offline = vi.fn(async () => ({ room }));
vi.mock('$lib/compose/store', () => ({ offline: () => offline() }));
vi.mock('$lib/compose/models', () => ({
	modelStore: async () => ({
		watch: (next: (states: ReadonlyMap<string, ModelState>) => void) => {
			next(new Map());
			return () => undefined;
		},
		remove: async () => ({ ok: true, value: undefined })
	})
}));

test('the free space stays shown when it cannot be measured again', async () => {
	vi.stubGlobal('localStorage', { getItem: () => null });
	const models = new OwnModels();
	const stop = models.follow();
	await vi.waitFor(() => expect(models.freeBytes).toBe(90));
	offline.mockRejectedValueOnce(new TypeError('Failed to fetch'));
	const [own] = models.list;
	await own?.remove();
	expect(offline).toHaveBeenCalledTimes(2);
	await Promise.resolve();
	expect(models.freeBytes).toBe(90);
	expect(own?.state).toEqual({ kind: 'absent' });
	stop();
	vi.unstubAllGlobals();
});
