/** Keeps the screen on while something is read aloud, where the browser can. */
export interface WakeLock {
	hold(isNeeded: boolean): void;
	close(): void;
}

export function wakeLock(): WakeLock {
	let isNeeded = false;
	let lock: WakeLockSentinel | null = null;
	const settle = async (): Promise<void> => {
		if (!isNeeded) {
			const held = lock;
			lock = null;
			return held?.release();
		}
		if (lock || document.visibilityState !== 'visible') return;
		const api: Partial<Navigator> = navigator;
		const made = await api.wakeLock?.request('screen');
		if (!made) return;
		// The browser takes it back when the page is hidden.
		made.onrelease = () => (lock = lock === made ? null : lock);
		if (isNeeded && !lock) lock = made;
		else await made.release();
	};
	// A refused lock (little battery, say) changes nothing else.
	const trySettle = () => void settle().catch(() => {});
	document.addEventListener('visibilitychange', trySettle);
	const hold = (needed: boolean) => {
		if (needed === isNeeded) return;
		isNeeded = needed;
		trySettle();
	};
	return {
		hold,
		close() {
			document.removeEventListener('visibilitychange', trySettle);
			hold(false);
		}
	};
}
