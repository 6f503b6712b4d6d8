import type { ModelFailure } from '$lib/core/machine/modelStore';

/** What an error of the browser’s means where files are kept. */
export function failureOf(error: unknown): ModelFailure {
	const name = error instanceof Error ? error.name : '';
	if (name === 'QuotaExceededError') return { kind: 'full' };
	// No caches in a page that is not secure, and in some private windows.
	if (error instanceof ReferenceError || name === 'SecurityError') return { kind: 'unsupported' };
	return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}
