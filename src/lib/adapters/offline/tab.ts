/** The offline tasks of every tab, from its first idle moment to its end. */
import { running, announceRunning } from './running';
import { clientId, tell } from './registration';

const betweenUpdatesMs = 60 * 60 * 1000;

/** Announces this tab’s version while the tab lives, and asks the worker to tidy up. */
export async function announce(version: string): Promise<void> {
	const { active } = await navigator.serviceWorker.ready;
	if (!active) return;
	const id = await clientId(active);
	let here = new AbortController();
	const hold = () => {
		here = new AbortController();
		announceRunning(version, id, here.signal);
	};
	hold();
	// A page that holds a lock is not kept for the back button: release it, and take it again on
	// return.
	addEventListener('pagehide', () => here.abort());
	addEventListener('pageshow', (event) => {
		if (event.persisted) hold();
	});
	// Wait until the lock is held.
	await running();
	tell(active, { type: 'tidy' });
}

/** Looks for a new version when a tab that stays open becomes visible again. */
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
