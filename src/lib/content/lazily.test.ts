import { expect, test } from 'vitest';
import { lazily } from './lazily';

test('a value is computed at the first call, and once, also where it is null', () => {
	let calls = 0;
	const value = lazily(() => {
		calls++;
		return null;
	});
	expect(calls).toBe(0);
	expect([value(), value()]).toEqual([null, null]);
	expect(calls).toBe(1);
});
