import { expect, test, vi } from 'vitest';
import { runBehind, runExclusive, whenReaderWaits } from './exclusive';

vi.stubGlobal('navigator', {});

const never = new AbortController().signal;

test('work in the background is told of what the reader waits for, until it no longer listens', async () => {
	const begins = vi.fn();
	const end = whenReaderWaits(begins);
	await runBehind(async () => undefined, never);
	expect(begins).not.toHaveBeenCalled();
	expect(await runExclusive(async () => 1, never)).toBe(1);
	expect(begins).toHaveBeenCalledOnce();
	end();
	await runExclusive(async () => 1, never);
	expect(begins).toHaveBeenCalledOnce();
});
