/**
 * Recognises compound files ([MS-CFB]): documents of Word before 2007, and documents of today that
 * are locked by a password, which are wrapped in one ([MS-OFFCRYPTO], 2.3.4).
 */
import type { BookFailure } from '../failure';

const signature = [0xd0, 0xcf, 0x11, 0xe0];
/** The directory has an entry of 128 bytes for each stream; its name is in UTF-16. */
const entrySize = 128;
/** Bytes before the first sector. */
const headerSize = 512;
const lockedStream = 'EncryptedPackage';

/** Says why a compound file is not read; null for any other file. */
export function compoundFailure(bytes: Uint8Array): BookFailure | null {
	if (signature.some((byte, at) => bytes[at] !== byte)) return null;
	for (let at = headerSize; at + entrySize <= bytes.length; at += entrySize)
		if (isNamed(bytes, at, lockedStream)) return { kind: 'locked', by: 'password' };
	return { kind: 'binary', format: 'word' };
}

function isNamed(bytes: Uint8Array, at: number, name: string): boolean {
	for (let i = 0; i < name.length; i++)
		if (bytes[at + 2 * i] !== name.charCodeAt(i) || bytes[at + 2 * i + 1] !== 0) return false;
	return true;
}
