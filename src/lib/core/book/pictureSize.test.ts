import { expect, test } from 'vitest';
import { pictureSize } from './pictureSize';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
	Uint8Array.from(
		parts.flatMap((part) =>
			typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part
		)
	);
const size = { width: 300, height: 200 };

test('a PNG, a GIF and a JPEG say their size', () => {
	const png = bytes(
		[137],
		'PNG',
		[13, 10, 26, 10, 0, 0, 0, 13],
		'IHDR',
		[0, 0, 1, 44, 0, 0, 0, 200]
	);
	expect(pictureSize(png)).toEqual(size);
	expect(pictureSize(bytes('GIF89a', [44, 1, 200, 0]))).toEqual(size);
	const exif = [0xff, 0xe1, 0, 4, 1, 2];
	const frame = [0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44, 1, 0];
	expect(pictureSize(bytes([0xff, 0xd8], exif, frame))).toEqual(size);
});

test('each kind of WebP says its size', () => {
	const webp = (kind: string, ...rest: readonly number[]) =>
		bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, [0, 0, 0, 0], rest);
	expect(pictureSize(webp('VP8X', 0, 0, 0, 0, 43, 1, 0, 199, 0, 0))).toEqual(size);
	expect(pictureSize(webp('VP8 ', 0, 0, 0, 0x9d, 1, 0x2a, 44, 1, 200, 0))).toEqual(size);
	// 14 bits of 299, then 14 bits of 199.
	const bits = 299 | (199 << 14);
	const packed = [bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, (bits >> 24) & 255];
	expect(pictureSize(webp('VP8L', 0x2f, ...packed))).toEqual(size);
});

test('what is no picture has no size', () => {
	expect(pictureSize(bytes('<svg width="3"/>'))).toBeNull();
	expect(pictureSize(bytes([0xff, 0xd8, 0xff, 0xe1, 0, 0]))).toBeNull();
	expect(pictureSize(new Uint8Array())).toBeNull();
});
