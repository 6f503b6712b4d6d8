/** Bytes as Base64 (RFC 4648, section 4), for pictures in a backup. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Map([...letters].map((letter, value) => [letter.charCodeAt(0), value]));

/** Number of bytes written at once, a multiple of 3: joining single letters would be slow. */
const bytesAtOnce = 3 * 4096;

/** Law (`base64.test.ts`): `fromBase64(toBase64(bytes))` is `bytes`. */
export function toBase64(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += bytesAtOnce)
		parts.push(written(bytes.subarray(at, at + bytesAtOnce)));
	return parts.join('');
}

function written(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		const left = bytes.length - at;
		text += letter(bits >> 18) + letter(bits >> 12);
		text += left > 1 ? letter(bits >> 6) : '=';
		text += left > 2 ? letter(bits) : '=';
	}
	return text;
}

const letter = (bits: number): string => letters.charAt(bits & 63);

/** Returns the bytes, or null where `text` is no Base64. */
export function fromBase64(text: string): Uint8Array | null {
	if (text.length % 4 !== 0) return null;
	const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
	const bytes = new Uint8Array((text.length / 4) * 3 - padding);
	let bits = 0;
	for (let at = 0; at < text.length - padding; at++) {
		const value = valueOf.get(text.charCodeAt(at));
		if (value === undefined) return null;
		bits = (bits << 6) | value;
		const have = (at % 4) * 2; // bits left over, besides whole bytes
		if (have > 0) bytes[Math.floor((at * 6) / 8)] = (bits >> (6 - have)) & 255;
	}
	return bytes;
}
