import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestProgress } from './asked.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Reports half of a paragraph as done after this many seconds. */
function half(asked: RequestProgress, seconds: number): void {
	asked.add('p', 100);
	asked.working(true);
	vi.advanceTimersByTime(seconds * 1000);
	asked.progressed('p', 50);
}

describe('the time left', () => {
	it('is as long as the first half took', () => {
		const asked = new RequestProgress();
		half(asked, 10);
		expect(asked.left).toBe(10);
	});

	it('does not count cancelled paragraphs', () => {
		const asked = new RequestProgress();
		half(asked, 600);
		asked.reset();
		asked.working(false);
		half(asked, 10);
		expect(asked.left).toBe(10);
	});

	it('does not count paragraphs that the reader did not ask for', () => {
		const asked = new RequestProgress();
		asked.working(true);
		vi.advanceTimersByTime(600_000);
		half(asked, 10);
		expect(asked.left).toBe(10);
	});
});
