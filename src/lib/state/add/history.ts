/**
 * The values that undo and redo move between: the present one, and those before and after it.
 * Values are immutable. Laws (`history.test.ts`): `undo` after `record` returns the value before;
 * `redo` after `undo` returns the value again; `record` drops the values that were undone.
 */
export interface History<T> {
	/** Oldest first. */
	readonly past: readonly T[];
	readonly present: T;
	/** The next value to redo comes first. */
	readonly future: readonly T[];
}

/**
 * Number of steps that can be undone; older ones are dropped. Values share their structure, so each
 * step costs little memory.
 */
const depth = 500;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

export const record = <T>({ past, present }: History<T>, next: T): History<T> => ({
	past: [...past, present].slice(-depth),
	present: next,
	future: []
});

export function undo<T>(history: History<T>): History<T> {
	const { past, present, future } = history;
	const [last] = past.slice(-1);
	if (past.length === 0) return history;
	return { past: past.slice(0, -1), present: last as T, future: [present, ...future] };
}

export function redo<T>(history: History<T>): History<T> {
	const { past, present, future } = history;
	const [next, ...rest] = future;
	if (future.length === 0) return history;
	return { past: [...past, present], present: next as T, future: rest };
}
