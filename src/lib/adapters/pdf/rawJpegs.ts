/**
 * Finds pictures in the bytes of a PDF that are JPEG files as they are. A stream’s dictionary is
 * never packed, so that the bytes tell which pictures there are.
 */
import { pictureSize, type PictureSize } from '../../core/book/pictureSize';

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Returns whether a PDF may hold pictures at all: `/Subtype /Image` stands in it. */
export function mayHavePictures(bytes: Uint8Array): boolean {
	const word = ascii('/Image');
	for (let at = bytes.indexOf(47); at !== -1; at = bytes.indexOf(47, at + 1))
		if (matches(bytes, at, word) && !isLetter(bytes[at + word.length] ?? 0)) return true;
	return false;
}

const isLetter = (byte: number): boolean => /[A-Za-z]/.test(String.fromCharCode(byte));

const matches = (bytes: Uint8Array, at: number, word: readonly number[]): boolean =>
	word.every((byte, nth) => bytes[at + nth] === byte);

export class RawJpegs {
	readonly #bytes: Uint8Array;
	/** Where objects begin, by their references as pdf.js writes them: `12R`. */
	readonly #places: ReadonlyMap<string, number>;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#places = placesIn(bytes);
	}

	/**
	 * Returns the JPEG file that an object is; null where it is none, has a mask or is of another
	 * size: an older version of the object, or bytes within a stream that look like one.
	 */
	find(ref: string, { width, height }: PictureSize): Uint8Array | null {
		const place = this.#places.get(ref);
		if (place === undefined) return null;
		const head = textOf(this.#bytes, place, place + maxDictionary);
		const dictionary = /^[^]*?>>\s*stream\r?\n/.exec(head)?.[0];
		if (dictionary === undefined || !isPlainJpeg(dictionary)) return null;
		const start = place + dictionary.length;
		const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)(?=[\s/>])/.exec(dictionary)?.[1] ?? 0);
		const end = length > 0 ? start + length : endOfStream(this.#bytes, start);
		const file = this.#bytes.slice(start, end);
		const size = pictureSize(file);
		return size?.width === width && size.height === height && isColour(file) ? file : null;
	}
}

/** Longest dictionary of a picture that is read, in bytes. */
const maxDictionary = 4096;

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
	String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const isPlainJpeg = (dictionary: string): boolean =>
	/\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/.test(dictionary) &&
	!/\/(?:Decode|SMask|Mask)\b/.test(dictionary);

function placesIn(bytes: Uint8Array): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	const word = ascii(' obj');
	for (let at = bytes.indexOf(32); at !== -1; at = bytes.indexOf(32, at + 1)) {
		if (!matches(bytes, at, word)) continue;
		const head = /(\d+)\s+(\d+)$/.exec(textOf(bytes, Math.max(0, at - 20), at));
		if (!head) continue;
		const [, number = '', generation = '0'] = head;
		places.set(`${number}R${generation === '0' ? '' : generation}`, at + word.length);
	}
	return places;
}

function endOfStream(bytes: Uint8Array, from: number): number {
	const word = ascii('endstream');
	for (let at = bytes.indexOf(101, from); at !== -1; at = bytes.indexOf(101, at + 1))
		if (matches(bytes, at, word)) return at;
	return from;
}

/** Returns whether a JPEG is grey or in three colours: browsers show four in colours of their own. */
function isColour(bytes: Uint8Array): boolean {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
	let at = 2;
	while (at + 9 < bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return [1, 3].includes(bytes[at + 9] ?? 0);
		at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
	}
	return false;
}
