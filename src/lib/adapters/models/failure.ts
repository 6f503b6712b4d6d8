import type { ModelFailure } from '$lib/core/machine/modelStore';
import { messageOf } from '$lib/core/errorMessage';

/** Converts an error of the browser’s file storage to a failure. */
export function failureOf(error: unknown): ModelFailure {
	const name = error instanceof Error ? error.name : '';
	if (name === 'QuotaExceededError') return { kind: 'full' };
	// A page that is not secure has no caches, nor have some private windows.
	if (error instanceof ReferenceError || name === 'SecurityError') return { kind: 'unsupported' };
	return { kind: 'failed', message: messageOf(error) };
}
