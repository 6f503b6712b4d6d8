/**
 * A draft is one tab's at a time, or the tab that is slower to write would undo what the other
 * wrote. The browser lets go of the lock when the tab closes, however it closes.
 */
export type Release = () => void;

/** A page that has just been left lets go of its drafts within this. */
const patienceMs = 300;

/** Null where another tab holds it. Where the browser has no locks, nobody is kept out. */
export function hold(draft: string): Promise<Release | null> {
	const locks = navigator.locks as LockManager | undefined; // absent on insecure origins
	if (!locks) return Promise.resolve(() => {});
	return new Promise((resolve) => {
		const signal = AbortSignal.timeout(patienceMs);
		locks
			.request(
				`jamsides.draft.${draft}`,
				{ signal },
				() => new Promise<void>((release) => resolve(release))
			)
			.catch(() => resolve(null));
	});
}
