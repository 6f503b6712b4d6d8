/**
 * What undo and redo walk along: immutable values, each with those before and after it.
 * Laws (`history.test.ts`): `undo` after `record` gives the value before; `redo` after `undo`
 * gives the value back; `record` forgets what was undone.
 */
export interface History<T> {
	/** Oldest first. */
	readonly past: readonly T[];
	readonly present: T;
	/** Next to be redone first. */
	readonly future: readonly T[];
}

/** Steps that can be undone. Values share their structure, so that this costs little. */
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
