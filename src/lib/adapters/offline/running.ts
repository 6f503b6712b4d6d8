/**
 * Records which tab runs which version. A tab holds a shared Web Lock whose name contains its
 * version and client id. The browser releases it however the tab ends, and the service worker can
 * list the locks, even after a restart.
 */
const name = (version: string, client: string) => `jamsides.running ${version} ${client}`;
const pattern = /^jamsides\.running (?<version>\S+) (?<client>\S+)$/;

/** Holds the lock until `signal` aborts. In a browser without locks nothing is tidied. */
export function announceRunning(version: string, client: string, signal: AbortSignal): void {
	if (signal.aborted) return;
	const gone = new Promise<void>((resolve) => {
		signal.addEventListener('abort', () => resolve(), { once: true });
	});
	navigator.locks?.request(name(version, client), { mode: 'shared' }, () => gone).catch(() => {});
}

/** Returns the versions by client id. */
export async function running(): Promise<ReadonlyMap<string, string>> {
	const { held = [] } = (await navigator.locks?.query()) ?? {};
	const found = new Map<string, string>();
	for (const lock of held) {
		const { version, client } = pattern.exec(lock.name ?? '')?.groups ?? {};
		if (version && client) found.set(client, version);
	}
	return found;
}
