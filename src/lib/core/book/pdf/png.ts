/** Writes decoded pictures as PNG (third edition). */
import { zlibSync } from 'fflate';
import { crc32 } from '../crc32';

/** Rows from the top, each in whole bytes: one bit, three bytes or four bytes for a pixel. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly kind: 'bit' | 'rgb' | 'rgba';
	readonly data: Uint8Array;
}

/** Most pixels of a picture in colours; a larger one is made half as wide and high, and again. */
const maxPixels = 3_000_000;

const samples = { bit: 1, rgb: 3, rgba: 4 };
/** Grey, true colour, true colour with transparency. */
const colourTypes = { bit: 0, rgb: 2, rgba: 6 };

export function png(given: Pixels): Uint8Array {
	let pixels = given;
	while (pixels.kind !== 'bit' && pixels.width * pixels.height > maxPixels) pixels = halved(pixels);
	const { width, height, kind } = pixels;
	const header = new Uint8Array(13);
	const view = new DataView(header.buffer);
	view.setUint32(0, width);
	view.setUint32(4, height);
	header[8] = kind === 'bit' ? 1 : 8;
	header[9] = colourTypes[kind];
	return joined([
		Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
		chunk('IHDR', header),
		chunk('IDAT', zlibSync(filtered(pixels), { level: 6 })),
		chunk('IEND', new Uint8Array(0))
	]);
}

const rowBytes = ({ width, kind }: Pixels): number =>
	kind === 'bit' ? Math.ceil(width / 8) : width * samples[kind];

/** Puts the differences from the pixel on the left before compression; bits stay as they are. */
function filtered(pixels: Pixels): Uint8Array {
	const { height, kind, data } = pixels;
	const row = rowBytes(pixels);
	const left = kind === 'bit' ? 0 : samples[kind];
	const result = new Uint8Array((row + 1) * height);
	for (let y = 0; y < height; y++) {
		const [from, to] = [y * row, y * (row + 1)];
		result[to] = left > 0 ? 1 : 0;
		for (let x = 0; x < row; x++)
			result[to + 1 + x] =
				(data[from + x] ?? 0) - (left > 0 && x >= left ? (data[from + x - left] ?? 0) : 0);
	}
	return result;
}

/** Makes one pixel of four. */
function halved({ width, height, kind, data }: Pixels): Pixels {
	const step = samples[kind];
	const [wide, high] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
	const result = new Uint8Array(wide * high * step);
	for (let y = 0; y < high; y++)
		for (let x = 0; x < wide; x++)
			for (let sample = 0; sample < step; sample++) {
				const at = (2 * y * width + 2 * x) * step + sample;
				const [right, below] = [at + step, at + width * step];
				const sum =
					(data[at] ?? 0) + (data[right] ?? 0) + (data[below] ?? 0) + (data[below + step] ?? 0);
				result[(y * wide + x) * step + sample] = sum >> 2;
			}
	return { width: wide, height: high, kind, data: result };
}

function chunk(type: string, content: Uint8Array): Uint8Array {
	const named = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), content]);
	return joined([fourBytes(content.length), named, fourBytes(crc32(named))]);
}

function fourBytes(value: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value);
	return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		result.set(part, at);
		at += part.length;
	}
	return result;
}
