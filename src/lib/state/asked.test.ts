import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Asked } from './asked.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Half of a paragraph in so many seconds. */
function half(asked: Asked, seconds: number): void {
	asked.add('p', 100);
	asked.working(true);
	vi.advanceTimersByTime(seconds * 1000);
	asked.progressed('p', 50);
}

describe('the time left', () => {
	it('is as long as the first half took', () => {
		const asked = new Asked();
		half(asked, 10);
		expect(asked.left).toBe(10);
	});

	it('does not count what was called off', () => {
		const asked = new Asked();
		half(asked, 600);
		asked.reset();
		asked.working(false);
		half(asked, 10);
		expect(asked.left).toBe(10);
	});

	it('does not count what nobody had asked for by name', () => {
		const asked = new Asked();
		asked.working(true);
		vi.advanceTimersByTime(600_000);
		half(asked, 10);
		expect(asked.left).toBe(10);
	});
});
