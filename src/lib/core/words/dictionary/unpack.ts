/**
 * Unpacks what dictionaries come packed in: zip, tar, gzip, and one in another. Not read, and said:
 * xz, bzip2, Zstandard, 7z, RAR, archives with a password. A `.dict.dz` stays as it is.
 */
import { readSlice, type NamedFile } from './blob';
import { maxDictionaryBytes, refuse, refuseLarger } from './failure';
import { gunzip, gzipHeader, isGzip } from './gzip';
import { isTar, untar } from './tar';
import { isZip } from '../../book/zipDirectory';
import { unzip } from './zip';

/** A file, and whether it came out of an archive: there, what is no dictionary is passed over. */
export interface Unpacked extends NamedFile {
	readonly archive: string | null;
}

/** How many packings may stand in one another. */
const maxDepth = 3;
/** Bytes that tell a packing. */
const startBytes = 512;

const unread: readonly (readonly [packing: string, start: string])[] = [
	['xz', '\u00fd7zXZ'],
	['bzip2', 'BZh'],
	['Zstandard', '\u0028\u00b5\u002f\u00fd'],
	['7z', '7z\u00bc\u00af'],
	['RAR', 'Rar!']
];

/** Files of dictionaries in an archive; pictures and sounds beside them are left packed. */
const wanted = /\.(?:ifo|idx|syn|dict|index|dz|gz|tei|xml|xdxf|tsv|tab|txt|tar|tgz)$/i;

export async function unpack(
	file: NamedFile,
	archive: string | null = null,
	depth = 0
): Promise<readonly Unpacked[]> {
	refuseLarger(file.name, file.blob.size, maxDictionaryBytes);
	const start = await readSlice(file.blob, 0, startBytes);
	const text = String.fromCharCode(...start.subarray(0, 8));
	const packing = unread.find(([, sign]) => text.startsWith(sign))?.[0];
	if (packing) refuse({ kind: 'packed', file: file.name, packing });
	const inner = await contents(file, start);
	if (inner === null) return [{ ...file, name: baseName(file.name), archive }];
	if (depth >= maxDepth) refuse({ kind: 'damaged', file: file.name });
	const { files, isArchive } = inner;
	const found: Unpacked[] = [];
	for (const one of files)
		found.push(...(await unpack(one, isArchive ? (archive ?? file.name) : archive, depth + 1)));
	return found;
}

/** Returns the files in a packed one; null for a file that is not packed. */
async function contents(
	file: NamedFile,
	start: Uint8Array
): Promise<{ readonly files: readonly NamedFile[]; readonly isArchive: boolean } | null> {
	if (isZip(start))
		return { files: await unzip(file, (name) => wanted.test(name)), isArchive: true };
	if (isTar(start)) {
		const files = (await untar(file)).filter(({ name }) => wanted.test(name));
		return { files, isArchive: true };
	}
	if (!isGzip(start) || (await isDictzip(file))) return null;
	const name = file.name.replace(/\.tgz$/i, '.tar').replace(/\.(?:gz|dz)$/i, '');
	return { files: [{ name, blob: await gunzip(file) }], isArchive: false };
}

/** Whether single chunks of a packed file can be read. */
export const isDictzip = async ({ blob }: NamedFile): Promise<boolean> =>
	isGzip(await readSlice(blob, 0, 3)) && ((await gzipHeader(blob))?.table ?? null) !== null;

const baseName = (name: string): string => name.replace(/^.*[/\\]/s, '');
