/**
 * Encodings of one byte a character, which TextDecoder lacks or reads differently in some engines
 * (nodejs/node#56542). The first 128 characters are ASCII’s in all of them.
 */

export const codePageNames = ['windows-1252', 'cp850', 'macintosh'] as const;
export type CodePageName = (typeof codePageNames)[number];

/** Characters 0xA0 to 0xFF of Latin 1. */
const latin1 = Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');

/** The characters of bytes 0x80 to 0xFF. */
const rows: Readonly<Record<CodePageName, string>> = {
	'windows-1252': `€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ${latin1}`,
	cp850:
		'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
	macintosh:
		'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'
};

/** Returns the character of a byte. */
export const charOf = (name: CodePageName, byte: number): string =>
	byte < 0x80 ? String.fromCharCode(byte) : (rows[name][byte - 0x80] ?? '\ufffd');

/** Number of bytes decoded at a time: arguments of one call are limited. */
const chunkBytes = 8192;

export function decodeCodePage(bytes: Uint8Array, name: CodePageName): string {
	const chunks: string[] = [];
	for (let from = 0; from < bytes.length; from += chunkBytes) {
		const chunk = String.fromCharCode(...bytes.subarray(from, from + chunkBytes));
		chunks.push(chunk.replace(/[\u0080-\u00ff]/g, (char) => charOf(name, char.charCodeAt(0))));
	}
	return chunks.join('');
}

const bytesOf = new Map(
	codePageNames.map((name) => [
		name,
		new Map([...rows[name]].flatMap((char, i) => (char === '\ufffd' ? [] : [[char, 0x80 + i]])))
	])
);

/** Returns the byte of a character; null if the encoding has none. */
export function byteOf(name: CodePageName, char: string): number | null {
	const code = char.charCodeAt(0);
	if (code < 0x80) return code;
	// Programs read the bytes that windows-1252 does not define as Latin 1.
	const undefinedByte = name === 'windows-1252' && code < 0xa0 ? code : null;
	return bytesOf.get(name)?.get(char) ?? undefinedByte;
}
