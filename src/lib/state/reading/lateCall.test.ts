import { describe, expect, test } from 'vitest';
import { lateCall } from './lateCall';

/** A part whose loading the test ends; it records the calls. */
function late() {
	const calls: string[] = [];
	const ends: ((part: string[] | null) => void)[] = [];
	const call = lateCall(
		() => new Promise<string[] | null>((end) => ends.push(end)),
		(part, argument: string) => void part.push(argument)
	);
	const settle = () => new Promise((resolve) => setTimeout(resolve));
	return { calls, ends, call, settle };
}

describe('calls of a part that loads at the first of them', () => {
	test('keep their order while it loads, and after', async () => {
		const { calls, ends, call, settle } = late();
		call('a');
		call('b');
		ends[0]?.(calls);
		// The first call is made before the second; none may overtake them.
		await Promise.resolve();
		call('c');
		await settle();
		call('d');
		expect(calls.join('')).toBe('abcd');
		expect(ends).toHaveLength(1);
	});

	test('are dropped where it does not load, and the next one loads it again', async () => {
		const { calls, ends, call, settle } = late();
		call('a');
		ends[0]?.(null);
		await settle();
		call('b');
		ends[1]?.(calls);
		await settle();
		expect(calls).toEqual(['b']);
	});
});
