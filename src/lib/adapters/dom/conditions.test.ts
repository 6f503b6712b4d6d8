import { expect, test } from 'vitest';
import { holdOf } from './conditions';

const battery = (level: number, charging: boolean) => ({ level, charging });

test('a hidden tab and a low battery that is not charging speak against work', () => {
	expect(holdOf(false, null)).toBeNull();
	expect(holdOf(true, null)).toBe('hidden');
	expect(holdOf(true, battery(0.1, false))).toBe('hidden');
	expect(holdOf(false, battery(0.19, false))).toBe('battery');
	expect(holdOf(false, battery(0.2, false))).toBeNull();
	expect(holdOf(false, battery(0.05, true))).toBeNull();
});
