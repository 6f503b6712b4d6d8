/** Shows a piece of the file in each encoding that it may have, for the reader to choose. */
import { decode, type Encoding } from './decode';

export interface EncodingChoice {
	readonly encoding: Encoding;
	/** The line that the encodings read most differently. */
	readonly sample: string;
}

/** Number of bytes in which the line is looked for. */
const searched = 200_000;
/** Longest sample, in bytes. */
const maxSample = 160;
/** Most lines that are compared. */
const maxLines = 40;

export function encodingChoices(
	bytes: Uint8Array,
	encodings: readonly Encoding[]
): readonly EncodingChoice[] {
	let samples = encodings.map(() => '');
	let most = 0;
	for (const line of linesBeyondAscii(bytes.subarray(0, searched))) {
		const read = encodings.map((encoding) => sampleOf(line, encoding));
		const difference = differences(read);
		if (difference > most) [samples, most] = [read, difference];
	}
	return encodings.map((encoding, i) => ({ encoding, sample: samples[i] ?? '' }));
}

function sampleOf(line: Uint8Array, encoding: Encoding): string {
	const decoded = decode(line, encoding);
	return decoded.ok ? decoded.value.text.trim() : '';
}

/** Counts the places where the readings differ from the first. */
const differences = ([first = '', ...others]: readonly string[]): number =>
	others.reduce((sum, text) => sum + [...text].filter((char, i) => char !== first[i]).length, 0);

/** Returns lines with bytes beyond ASCII, and parts of long ones. */
function linesBeyondAscii(bytes: Uint8Array): readonly Uint8Array[] {
	const lines: Uint8Array[] = [];
	let [from, beyond] = [0, false];
	for (let i = 0; i <= bytes.length && lines.length < maxLines; i++) {
		const byte = bytes[i] ?? 0x0a;
		// A long line is parted at a space.
		const ends = byte === 0x0a || byte === 0x0d || (byte === 0x20 && i - from >= maxSample * 0.75);
		if (byte >= 0x80) beyond = true;
		if (!ends && i - from < maxSample) continue;
		if (beyond) lines.push(bytes.subarray(from, i));
		[from, beyond] = [ends ? i + 1 : i, false];
	}
	return lines;
}
