/** One computes at a time, of all tabs: two never compute the same sentence, nor fight for the processor. */
import type { Cancelling } from '../../core/machine/engine';

const lock = 'jamsides.machine';

/** Runs `work` when it is its turn; null where `signal` came first. */
export async function alone<T>(work: () => Promise<T>, signal: Cancelling): Promise<T | null> {
	// Not where the page has no secure context: then there is no worker’s cache to share either.
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
