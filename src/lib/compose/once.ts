/**
 * Returns a function that calls `load` at its first use only: later calls get the same promise. A
 * rejection is forgotten, so that the next call tries again: the network may have been down.
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
	let loaded: Promise<T> | null = null;
	return () =>
		(loaded ??= load().catch((error: unknown) => {
			loaded = null;
			throw error;
		}));
}
