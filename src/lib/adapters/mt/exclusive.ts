/**
 * Lets one tab compute at a time, so that two never translate the same sentence or share the
 * processor.
 */
import type { Cancelling } from '../../core/machine/engine';

const lock = 'jamsides.machine';

const waiting = new Set<() => void>();

/**
 * Calls `begins` whenever this tab begins to compute what its reader waits for. Returns the function
 * that ends it.
 */
export function whenReaderWaits(begins: () => void): () => void {
	waiting.add(begins);
	return () => void waiting.delete(begins);
}

/**
 * Runs what the reader waits for when it is its turn; returns null if `signal` aborts first. Work in
 * the background is told of it.
 */
export function runExclusive<T>(work: () => Promise<T>, signal: Cancelling): Promise<T | null> {
	for (const begins of waiting) begins();
	return runBehind(work, signal);
}

/** Runs work of the background when it is its turn; returns null if `signal` aborts first. */
export async function runBehind<T>(work: () => Promise<T>, signal: Cancelling): Promise<T | null> {
	// A page without a secure context has no locks, but then no shared cache either: just run.
	if (typeof navigator.locks === 'undefined') return work();
	const options = signal instanceof AbortSignal ? { signal } : {};
	let begun = false;
	try {
		return await navigator.locks.request(lock, options, () => {
			begun = true;
			return work();
		});
	} catch (error) {
		if (!begun && signal.aborted) return null;
		throw error;
	}
}
