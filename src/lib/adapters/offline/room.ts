/** The room that the browser gives the site, and whether it promises to keep what is there. */
export interface Room {
	readonly usedBytes: number;
	readonly quotaBytes: number;
}

/** Null where the browser does not say. */
export async function room(): Promise<Room | null> {
	const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
	return usage === undefined || quota === undefined
		? null
		: { usedBytes: usage, quotaBytes: quota };
}

/** `unknown`: the browser makes no such promise to anybody. */
export type Promised = 'yes' | 'no' | 'unknown';

export const promised = (): Promise<Promised> => ask('persisted');

/** Asks for the promise; some browsers ask the reader, others decide by how often the site is used. */
export const askForPromise = (): Promise<Promised> => ask('persist');

async function ask(what: 'persist' | 'persisted'): Promise<Promised> {
	if (!navigator.storage?.[what]) return 'unknown';
	return (await navigator.storage[what]().catch(() => false)) ? 'yes' : 'no';
}
