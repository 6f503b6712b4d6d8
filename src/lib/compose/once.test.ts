import { expect, test, vi } from 'vitest';
import { once } from './once';

test('the first call loads, and every later one gets the same value', async () => {
	const load = vi.fn(async () => ({}));
	const loaded = once(load);
	expect(load).not.toHaveBeenCalled();
	const [first, second] = await Promise.all([loaded(), loaded()]);
	expect(second).toBe(first);
	expect(await loaded()).toBe(first);
	expect(load).toHaveBeenCalledTimes(1);
});

test('a failure reaches all who wait, and the next call loads again', async () => {
	const load = vi.fn(async () => 'loaded').mockRejectedValueOnce(new TypeError('Failed to fetch'));
	const loaded = once(load);
	const both = await Promise.allSettled([loaded(), loaded()]);
	expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(load).toHaveBeenCalledTimes(1);
	expect(await loaded()).toBe('loaded');
});
