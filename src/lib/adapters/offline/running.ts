/**
 * Which tab runs which version. A tab says so by holding a shared Web Lock that names its version
 * and its client id: the browser drops it when the tab goes, however it goes, and the service
 * worker can read them all, also after it was stopped and started again.
 */
const name = (version: string, client: string) => `jamsides.running ${version} ${client}`;
const pattern = /^jamsides\.running (?<version>\S+) (?<client>\S+)$/;

/** Holds the lock until `signal` aborts. Where there are no locks, nobody knows, and nothing is tidied. */
export function sayRunning(version: string, client: string, signal: AbortSignal): void {
	if (signal.aborted) return;
	const gone = new Promise<void>((resolve) => {
		signal.addEventListener('abort', () => resolve(), { once: true });
	});
	navigator.locks?.request(name(version, client), { mode: 'shared' }, () => gone).catch(() => {});
}

/** Versions by client id. */
export async function running(): Promise<ReadonlyMap<string, string>> {
	const { held = [] } = (await navigator.locks?.query()) ?? {};
	const found = new Map<string, string>();
	for (const lock of held) {
		const { version, client } = pattern.exec(lock.name ?? '')?.groups ?? {};
		if (version && client) found.set(client, version);
	}
	return found;
}
