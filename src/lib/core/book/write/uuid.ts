import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of the books that Jämsides writes: never changed, or all books get new names. */
const namespace = hexToBytes('6b1f0b6a3c0e4f0c9a4d2b7e5d8c1f30');

/**
 * Returns a UUID of version 5 (RFC 9562): the same for the same name. An e-reader then replaces a
 * book by its next export.
 */
export function uuidOf(name: string): string {
	const bytes = sha1(new Uint8Array([...namespace, ...utf8ToBytes(name)])).slice(0, 16);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = bytesToHex(bytes);
	return [0, 8, 12, 16, 20].map((from, at, all) => hex.slice(from, all[at + 1])).join('-');
}
