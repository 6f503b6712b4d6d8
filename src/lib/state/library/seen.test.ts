import { beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
beforeEach(() => {
	kept.clear();
	vi.resetModules();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, text: string) => void kept.set(key, text),
		removeItem: (key: string) => void kept.delete(key)
	});
});

/** Returns the module as a new visit loads it. */
const visit = async () => {
	vi.resetModules();
	return import('./seen');
};

test('nothing is new at the first visit; later what came since, for the whole visit', async () => {
	expect((await visit()).newSince(['a'])).toEqual([]);
	const second = await visit();
	expect(second.newSince(['a', 'b'])).toEqual(['b']);
	expect(second.newSince(['a', 'b'])).toEqual(['b']);
	expect((await visit()).newSince(['a', 'b'])).toEqual([]);
});

test('deleting everything deletes it too', async () => {
	const seen = await visit();
	seen.newSince(['a']);
	seen.forgetSeen();
	expect(kept.size).toBe(0);
});
