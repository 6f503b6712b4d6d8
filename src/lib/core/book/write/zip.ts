import { strToU8, zipSync, type Zippable, type ZippableFile } from 'fflate';

/** A file of an archive: text, or bytes that are not packed again, such as a picture. */
export interface ArchiveFile {
	readonly name: string;
	readonly content: string | Uint8Array;
	/** Kept as it is: an EPUB’s first file must be. */
	readonly isStored?: boolean;
}

/** Packs files in the order given. Equal files give equal bytes. */
export function zip(files: readonly ArchiveFile[]): Uint8Array {
	// Equal books are equal files: one date, in local time, as fflate writes it.
	const mtime = new Date(1980, 0, 1);
	const packed: Zippable = Object.fromEntries(
		files.map(({ name, content, isStored = false }): [string, ZippableFile] => {
			const isText = typeof content === 'string';
			const bytes = isText ? strToU8(content) : content;
			return [name, [bytes, { level: isText && !isStored ? 6 : 0, mtime }]];
		})
	);
	return zipSync(packed);
}
