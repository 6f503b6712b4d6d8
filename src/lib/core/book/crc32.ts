/** Computes the checksum of zip archives and gzip (ISO 3309, polynomial 0xEDB88320, reflected). */
const table = Uint32Array.from({ length: 256 }, (_, n) => {
	let value = n;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** `before`: the checksum of the bytes before these, where they come in parts. */
export function crc32(bytes: Uint8Array, before = 0): number {
	let value = ~before >>> 0;
	for (let at = 0; at < bytes.length; at++)
		value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
	return (value ^ 0xffffffff) >>> 0;
}
