/** Reads a reader's file: only as much as is needed, and never more than the limit. */
import { maxImportBytes } from '../../core/import/failure';
import { fail, ok, type Result } from '../../core/result';
import type { ReadFailure } from './protocol';

/** Length of a file’s beginning in bytes: enough to tell what kind of file it is. */
const startBytes = 4096;

/** Returns the beginning of a file as text; empty if the file cannot be read. */
export const readStart = (file: Blob): Promise<string> =>
	file
		.slice(0, startBytes)
		.text()
		.catch(() => '');

/** Returns the first bytes of a file; none if the file cannot be read. */
export const firstBytes = (file: Blob): Promise<Uint8Array> =>
	file
		.slice(0, startBytes)
		.arrayBuffer()
		.then(
			(bytes) => new Uint8Array(bytes),
			() => new Uint8Array()
		);

/** Reads a whole file. If it is larger than `limit` bytes, nothing of it is read. */
export async function readBytes(
	file: Blob,
	limit = maxImportBytes
): Promise<Result<Uint8Array, ReadFailure>> {
	const { size: bytes } = file;
	if (bytes > limit) return fail({ kind: 'too-large', bytes, limit });
	try {
		return ok(new Uint8Array(await file.arrayBuffer()));
	} catch (error) {
		// The file may have been deleted, or may be a folder.
		return fail({ kind: 'unreadable', message: String(error) });
	}
}
