import type { StoreFailure } from '$lib/core/library/store';

/** Thrown inside a transaction to abort it: the store answers with its failure. */
export class Refusal extends Error {
	constructor(readonly failure: StoreFailure) {
		super(failure.kind);
	}
}

/**
 * What went wrong, in the store’s words. Dexie wraps the browser’s errors in its own
 * (`AbortError` around `QuotaExceededError`, `BulkError` around many), so the causes are searched.
 */
export function failureOf(error: unknown): StoreFailure {
	const causes = causesOf(error);
	for (const cause of causes) if (cause instanceof Refusal) return cause.failure;
	if (causes.some((cause) => nameOf(cause) === 'QuotaExceededError')) return { kind: 'full' };
	return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}

const nameOf = (error: unknown): unknown =>
	typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;

function causesOf(error: unknown, depth = 0): unknown[] {
	if (typeof error !== 'object' || error === null || depth > 4) return [error];
	const inner = 'inner' in error ? error.inner : undefined;
	const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures : [];
	return [error, ...[inner, ...failures.slice(0, 1)].flatMap((it) => causesOf(it, depth + 1))];
}
