/** Lists the files of a tar archive (POSIX ustar, GNU long names, pax paths). Each is a slice of it. */
import { readSlice, type NamedFile } from './blob';
import { refuse } from './failure';
import { decodeLoosely } from './text';

const blockBytes = 512;
/** Longest name in a record of its own, in bytes. */
const maxName = 4096;

export const isTar = (start: Uint8Array): boolean =>
	String.fromCharCode(...start.subarray(257, 262)) === 'ustar';

export async function untar({ name: archive, blob }: NamedFile): Promise<readonly NamedFile[]> {
	const files: NamedFile[] = [];
	let longName: string | null = null;
	for (let at = 0; at + blockBytes <= blob.size;) {
		const head = await readSlice(blob, at, at + blockBytes);
		if (head.every((byte) => byte === 0)) return files;
		const size = octal(head.subarray(124, 136));
		if (size === null) refuse({ kind: 'damaged', file: archive });
		const from = at + blockBytes;
		if (from + size > blob.size) refuse({ kind: 'truncated', file: archive });
		const type = String.fromCharCode(head[156] ?? 0);
		if (type === 'L' || type === 'x') {
			const text = decodeLoosely(await readSlice(blob, from, from + Math.min(size, maxName)));
			longName = type === 'L' ? text.replace(/\0.*$/s, '') : (paxPath(text) ?? longName);
		} else {
			const name: string = longName ?? fieldOf(head.subarray(0, 100));
			longName = null;
			if (type === '0' || type === '\0') files.push({ name, blob: blob.slice(from, from + size) });
		}
		at = from + Math.ceil(size / blockBytes) * blockBytes;
	}
	return files;
}

const fieldOf = (bytes: Uint8Array): string => decodeLoosely(bytes).replace(/\0.*$/s, '');

function octal(field: Uint8Array): number | null {
	const digits = fieldOf(field).trim();
	return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null;
}

/** Returns the path of a pax record, `12 path=a/b`; null where it has none. */
const paxPath = (text: string): string | null => /\d+ path=(.*)/.exec(text)?.[1] ?? null;
