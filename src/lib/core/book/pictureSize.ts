/** The size of a picture, as its file says it: a page keeps its room before it is shown. */

export interface PictureSize {
	readonly width: number;
	readonly height: number;
}

/** Returns the size in pixels; null where the file does not say it. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
	const size = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes);
	return size && size.width > 0 && size.height > 0 ? size : null;
}

const starts = (bytes: Uint8Array, at: number, text: string): boolean =>
	[...text].every((letter, nth) => bytes[at + nth] === letter.charCodeAt(0));

const big = (bytes: Uint8Array, at: number): number =>
	((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const little = (bytes: Uint8Array, at: number): number =>
	(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** PNG (third edition), section 11.2.1: the first chunk. No picture is wider than two bytes say. */
const png = (bytes: Uint8Array): PictureSize | null =>
	starts(bytes, 1, 'PNG') && starts(bytes, 12, 'IHDR')
		? { width: big(bytes, 18), height: big(bytes, 22) }
		: null;

const gif = (bytes: Uint8Array): PictureSize | null =>
	starts(bytes, 0, 'GIF8') ? { width: little(bytes, 6), height: little(bytes, 8) } : null;

/** WebP container specification: lossy, lossless and extended. */
function webp(bytes: Uint8Array): PictureSize | null {
	if (!starts(bytes, 0, 'RIFF') || !starts(bytes, 8, 'WEBP')) return null;
	if (starts(bytes, 12, 'VP8X'))
		return {
			width: 1 + little(bytes, 24) + ((bytes[26] ?? 0) << 16),
			height: 1 + little(bytes, 27) + ((bytes[29] ?? 0) << 16)
		};
	if (starts(bytes, 12, 'VP8L')) {
		const width = 1 + (little(bytes, 21) & 0x3fff);
		const height = 1 + ((((bytes[22] ?? 0) >> 6) | (little(bytes, 23) << 2)) % 0x4000);
		return { width, height };
	}
	return { width: little(bytes, 26) & 0x3fff, height: little(bytes, 28) & 0x3fff };
}

/** JPEG (ITU-T T.81), annex B: segments up to the one that begins a frame. */
function jpeg(bytes: Uint8Array): PictureSize | null {
	if (big(bytes, 0) !== 0xffd8) return null;
	let at = 2;
	while (at + 9 < bytes.length) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1] ?? 0;
		if (marker === 0xff) {
			at++; // padding
			continue;
		}
		if (isFrame(marker)) return { height: big(bytes, at + 5), width: big(bytes, at + 7) };
		at += 2 + Math.max(2, big(bytes, at + 2));
	}
	return null;
}

/** SOF0 to SOF15, without the tables among them. */
const isFrame = (marker: number): boolean =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
