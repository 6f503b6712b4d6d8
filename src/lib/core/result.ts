/**
 * The result of an operation that may fail. Bugs throw; failures that a careful user can meet
 * are values.
 */
export type Result<T, F> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({
	ok: false,
	failure
});

/** Closes a switch over a union: reaching it is a bug. */
export function unreachable(value: never): never {
	throw new TypeError(`unreachable case: ${JSON.stringify(value)}`);
}
