/** Recognises pictures by their bytes: names and declared types in files of books are often wrong. */
import type { PictureType } from './book';

/** The first bytes of each type. */
const signatures: readonly (readonly [PictureType, RegExp])[] = [
	['image/jpeg', /^\xff\xd8\xff/],
	['image/png', /^\x89PNG\r\n/],
	['image/gif', /^GIF8[79]a/],
	['image/webp', /^RIFF[^]{4}WEBP/]
];

/** Returns a picture’s type by its first bytes; null for any other file. */
export function pictureTypeOf(start: Uint8Array): PictureType | null {
	const text = String.fromCharCode(...start.subarray(0, 12));
	return signatures.find(([, signature]) => signature.test(text))?.[0] ?? null;
}
