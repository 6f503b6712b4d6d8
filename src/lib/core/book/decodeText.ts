/** Decodes an XML file or a name in an archive, by its mark, its declaration, or as UTF-8. */

/** The only platform API that core needs. Node, workers and pages all have it. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Number of bytes searched for the declaration of an encoding. */
const scanned = 256;
const declaration = /^<\?xml\s[^>]*?encoding\s*=\s*["'](?<encoding>[\w:-]+)/;

const wide = /^(?:utf-?(?:16|32)|ucs-?[24]|unicode$|iso-10646-ucs)/i;

export function decodeText(bytes: Uint8Array): string {
	try {
		return new TextDecoder(encodingOf(bytes)).decode(bytes);
	} catch {
		// An encoding that the platform does not know.
		return new TextDecoder('utf-8').decode(bytes);
	}
}

function encodingOf(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	// Without a mark: the `<` that an XML file begins with (XML 1.0, appendix F).
	if (first === 0x3c && second === 0) return 'utf-16le';
	if (first === 0 && second === 0x3c) return 'utf-16be';
	const start = String.fromCharCode(...bytes.subarray(0, scanned));
	const declared = declaration.exec(start)?.groups?.encoding ?? 'utf-8';
	// A declaration that is read byte by byte is in no encoding of two or four bytes a character.
	return wide.test(declared) ? 'utf-8' : declared;
}
