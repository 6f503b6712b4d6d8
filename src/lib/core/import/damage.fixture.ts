/** Damages a text as editors, mailers and old encodings do. */

const chunk = /\s+|\S*?\p{L}{2}-(?=\p{L}-?\p{L})|\S+/gu;

/** Breaks each line greedily at a width, also after hyphens, as Python's textwrap does. */
export const wrap = (text: string, width: number): string =>
	text
		.split('\n')
		.map((line) => wrapLine(line, width).join('\n'))
		.join('\n');

function wrapLine(line: string, width: number): string[] {
	const lines = [''];
	// Lines are not broken at no-break spaces.
	for (const part of line.replaceAll('\u00a0', '\ue000').match(chunk) ?? []) {
		const last = lines.at(-1) ?? '';
		if (last !== '' && last.length + part.trimEnd().length > width) {
			lines[lines.length - 1] = last.trimEnd();
			lines.push(part.trimStart());
		} else lines[lines.length - 1] = last + (last === '' ? part.trimStart() : part);
	}
	return lines.map((part) => part.trimEnd().replaceAll('\ue000', '\u00a0'));
}

const row = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/**
 * Encodes as windows-1252. A character that it lacks becomes `?`, nothing, or (superscripts
 * only) a plain figure.
 */
export function toWindows1252(text: string, loss: '?' | '' | 'figures'): Uint8Array {
	return Uint8Array.from(
		[...text].flatMap((char) => {
			const own = byteOf(char);
			if (own !== null) return [own];
			const plain = loss === 'figures' ? byteOf(char.normalize('NFKC')) : null;
			return plain !== null ? [plain] : loss === '' ? [] : [0x3f];
		})
	);
}

function byteOf(char: string): number | null {
	const code = char.charCodeAt(0);
	if (char.length === 1 && (code < 0x80 || (code >= 0xa0 && code <= 0xff))) return code;
	const at = row.indexOf(char);
	return at < 0 || char === '\ufffd' ? null : 0x80 + at;
}
