import type { StoreFailure } from '$lib/core/library/storeFailure';
import { messageOf } from '$lib/core/errorMessage';

/** Thrown inside a transaction to abort it. The store then returns its failure. */
export class Refusal extends Error {
	constructor(readonly failure: StoreFailure) {
		super(failure.kind);
	}
}

/**
 * Converts an error to a store failure. Dexie wraps the browser’s errors in its own (`AbortError`
 * around `QuotaExceededError`, `BulkError` around many), so the causes are searched.
 */
export function failureOf(error: unknown): StoreFailure {
	const causes = causesOf(error);
	for (const cause of causes) if (cause instanceof Refusal) return cause.failure;
	if (causes.some((cause) => nameOf(cause) === 'QuotaExceededError')) return { kind: 'full' };
	return { kind: 'failed', message: messageOf(error) };
}

const nameOf = (error: unknown): unknown =>
	typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;

function causesOf(error: unknown, depth = 0): unknown[] {
	if (typeof error !== 'object' || error === null || depth > 4) return [error];
	const inner = 'inner' in error ? error.inner : undefined;
	const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures : [];
	return [error, ...[inner, ...failures.slice(0, 1)].flatMap((it) => causesOf(it, depth + 1))];
}
