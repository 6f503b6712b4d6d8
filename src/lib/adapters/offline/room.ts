/** The browser’s storage quota for the site, and its promise not to delete the stored data. */
export interface StorageRoom {
	readonly usedBytes: number;
	readonly quotaBytes: number;
}

/** Returns the quota; null if the browser does not tell. */
export async function room(): Promise<StorageRoom | null> {
	const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
	return usage === undefined || quota === undefined
		? null
		: { usedBytes: usage, quotaBytes: quota };
}

/** `unknown`: the browser has no such promise. */
export type StoragePromise = 'yes' | 'no' | 'unknown';

export const promised = (): Promise<StoragePromise> => ask('persisted');

/**
 * Asks for the promise. Some browsers ask the reader, others decide by how often the site is used.
 */
export const askForPromise = (): Promise<StoragePromise> => ask('persist');

async function ask(what: 'persist' | 'persisted'): Promise<StoragePromise> {
	if (!navigator.storage?.[what]) return 'unknown';
	return (await navigator.storage[what]().catch(() => false)) ? 'yes' : 'no';
}
