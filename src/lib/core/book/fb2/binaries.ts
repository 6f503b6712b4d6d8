/** Reads the pictures of an FB2 file, which are in its text as base64. */
import { fromBase64 } from '../../base64';
import type { FlowPicture } from '../flow';
import { pictureTypeOf } from '../pictureType';
import { childElements, treeText, type TreeElement } from '../tree';

/** Characters of base64 that give the first bytes of a picture. */
const startLength = 64;

/** Returns the pictures by their identifiers. The bytes say the type: the file may say another. */
export function picturesOf(root: TreeElement): ReadonlyMap<string, FlowPicture> {
	const found = new Map<string, FlowPicture>();
	for (const binary of childElements(root, 'binary')) {
		const id = binary.attributes['id'] ?? '';
		const type = pictureTypeOf(decodeBase64(treeText(binary).trimStart().slice(0, startLength)));
		if (id !== '' && type && !found.has(id))
			found.set(id, { type, bytes: () => decodeBase64(treeText(binary)) });
	}
	return found;
}

/** Decodes base64; white space and other characters are skipped, and its end may be missing. */
export function decodeBase64(text: string): Uint8Array {
	const letters = text.replace(/[^A-Za-z0-9+/]/g, '');
	const whole = letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0));
	return fromBase64(whole.padEnd(Math.ceil(whole.length / 4) * 4, '=')) ?? new Uint8Array();
}
