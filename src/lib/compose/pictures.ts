/** The pictures of the reader’s books, as addresses that an image can show. */
import { store } from './store';

/**
 * Reads a picture and makes an address for it; null where there is none. `free` lets the browser
 * forget it.
 */
export async function pictureAddress(
	name: string
): Promise<{ readonly address: string; readonly free: () => void } | null> {
	const found = await (await store()).picture(name);
	if (!found.ok || !found.value) return null;
	const { type, bytes } = found.value;
	// A copy: a view of shared memory is no part of a blob.
	const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
	return { address, free: () => URL.revokeObjectURL(address) };
}
