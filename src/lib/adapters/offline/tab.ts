/** What every tab does for the offline side, from its first idle moment to its end. */
import { running, sayRunning } from './running';
import { clientId, tell } from './registration';

const betweenUpdatesMs = 60 * 60 * 1000;

/** Says which version this tab runs for as long as it is there, and lets the worker tidy up. */
export async function announce(version: string): Promise<void> {
	const { active } = await navigator.serviceWorker.ready;
	if (!active) return;
	const id = await clientId(active);
	let here = new AbortController();
	const hold = () => {
		here = new AbortController();
		sayRunning(version, id, here.signal);
	};
	hold();
	// A page with a lock is not kept for the back button: it lets go, and takes it again.
	addEventListener('pagehide', () => here.abort());
	addEventListener('pageshow', (event) => {
		if (event.persisted) hold();
	});
	// Its turn comes after the lock’s.
	await running();
	tell(active, { type: 'tidy' });
}

/** A tab that stays open for days looks for a new version too, when it is looked at. */
export function lookForUpdates(registration: ServiceWorkerRegistration): () => void {
	let last = Date.now();
	const look = () => {
		if (document.visibilityState !== 'visible' || Date.now() - last < betweenUpdatesMs) return;
		last = Date.now();
		registration.update().catch(() => {}); // no network: the next look will do
	};
	document.addEventListener('visibilitychange', look);
	return () => document.removeEventListener('visibilitychange', look);
}
