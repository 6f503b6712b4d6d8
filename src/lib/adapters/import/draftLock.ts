/**
 * A lock that gives a draft to one tab at a time: of two tabs, the later write would undo the other's
 * changes. The browser releases the lock when the tab closes, however it closes.
 */

/**
 * Longest wait for a tab that is just closing, in milliseconds. After it the draft counts as taken.
 */
const timeoutMs = 300;

/**
 * Locks `draft` to this tab. Returns its unlock function, or null if another tab has the lock, or has
 * it still when `waits` is aborted. In a browser without locks it always succeeds.
 */
export function lockDraft(
	draft: string,
	waits: AbortSignal = AbortSignal.timeout(timeoutMs)
): Promise<(() => void) | null> {
	const locks = navigator.locks as LockManager | undefined; // absent on insecure origins
	if (!locks) return Promise.resolve(() => {});
	return new Promise((resolve) => {
		locks
			.request(
				`jamsides.draft.${draft}`,
				{ signal: waits },
				() => new Promise<void>((unlock) => resolve(unlock))
			)
			.catch(() => resolve(null));
	});
}
