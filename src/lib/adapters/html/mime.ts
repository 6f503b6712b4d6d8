/** Reads MIME messages (RFC 2045 to 2047), as far as saved web pages use them. */

export interface MimePart {
	/** Lower-case names; folded lines joined. */
	readonly headers: ReadonlyMap<string, string>;
	/** As in the message, one character a byte, before its transfer encoding is undone. */
	readonly body: string;
}

/** Reads a message of one character a byte. */
export function readPart(message: string): MimePart {
	const blank = /\r?\n\r?\n/.exec(message);
	const head = blank ? message.slice(0, blank.index) : message;
	const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
	const headers = new Map(
		lines.flatMap((line): [string, string][] => {
			const colon = line.indexOf(':');
			return colon === -1
				? []
				: [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
		})
	);
	return { headers, body: blank ? message.slice(blank.index + blank[0].length) : '' };
}

/** Returns the value of a parameter of a header, as in `text/html; charset="utf-8"`. */
export function parameter(header: string | undefined, name: string): string | null {
	const pattern = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;"]+))`, 'i');
	const [, quoted, bare] = pattern.exec(header ?? '') ?? [];
	return quoted ?? bare ?? null;
}

/** Returns the parts of a multipart message; none if it is not one. */
export function partsOf({ headers, body }: MimePart): readonly MimePart[] {
	const boundary = parameter(headers.get('content-type'), 'boundary');
	if (boundary === null) return [];
	const parts: MimePart[] = [];
	let from = -1;
	for (const { index, length, isEnd } of delimiters(body, `--${boundary}`)) {
		if (from !== -1) parts.push(readPart(body.slice(from, index)));
		if (isEnd) return parts;
		from = index + length;
	}
	// A file that was cut off has no end.
	if (from !== -1) parts.push(readPart(body.slice(from)));
	return parts;
}

/** Finds the lines between the parts, with the line break before each, which belongs to it. */
function* delimiters(body: string, line: string) {
	for (let at = body.indexOf(line); at !== -1; at = body.indexOf(line, at + line.length)) {
		if (at > 0 && body[at - 1] !== '\n') continue;
		const end = body.indexOf('\n', at);
		const rest = body.slice(at + line.length, end === -1 ? undefined : end).trim();
		if (rest !== '' && rest !== '--') continue;
		const index = at - (body[at - 2] === '\r' ? 2 : at > 0 ? 1 : 0);
		const stop = end === -1 ? body.length : end + 1;
		yield { index, length: stop - index, isEnd: rest === '--' };
	}
}

/** Undoes a part’s transfer encoding. A fault in it stays as it is written. */
export function bytesOf({ headers, body }: MimePart): Uint8Array {
	const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
	const raw =
		encoding === 'quoted-printable'
			? quotedPrintable(body)
			: encoding === 'base64'
				? base64(body)
				: body;
	return Uint8Array.from(raw, (char) => char.charCodeAt(0));
}

const quotedPrintable = (text: string): string =>
	text
		.split('\n')
		.map((line) => line.trimEnd())
		.join('\n')
		.replace(/=\n/g, '')
		.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function base64(text: string): string {
	const digits = text.replace(/[^A-Za-z0-9+/]/g, '');
	return atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)));
}

/** Returns bytes as text of one character a byte. */
export function oneCharacterAByte(bytes: Uint8Array): string {
	const chunks: string[] = [];
	for (let from = 0; from < bytes.length; from += 8192)
		chunks.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
	return chunks.join('');
}
