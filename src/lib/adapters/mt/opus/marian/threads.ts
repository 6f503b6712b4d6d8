/** Starts the threads beside the translating worker’s own, where the page is isolated. */
import type { Marian } from './marian';

/** Threads for a device with so many cores: the page needs one, and others run beside it. */
const threadsFor = (cores: number): number => (cores >= 8 ? 4 : cores >= 4 ? 2 : 1);

/**
 * Returns how many threads may work. One where memory cannot be shared, and in Firefox: while one of
 * its workers waits for others, imports of the page that started it do not load (seen in 153).
 */
export function threadsHere(): number {
	if (typeof crossOriginIsolated === 'undefined' || !crossOriginIsolated) return 1;
	if (navigator.userAgent.includes('Firefox/')) return 1;
	return threadsFor(navigator.hardwareConcurrency);
}

/**
 * Starts a worker for each follower. Translation does not wait for them: they take part from when
 * all are ready, which is never if one fails. `script`: the address of `marianThread.ts`.
 */
export function startFollowers(marian: Marian, script: string): void {
	let ready = 0;
	for (const follower of marian.followers) {
		const worker = new Worker(script, { type: 'module' });
		worker.onmessage = () => {
			ready++;
			if (ready === marian.followers.length) marian.joined();
		};
		worker.postMessage(follower);
	}
}
