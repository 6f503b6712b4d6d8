/** A file as core sees it: its name, and bytes that are read in slices. */

/** The part of `Blob` that core needs. Node, workers and pages all have it. */
export interface BlobLike {
	readonly size: number;
	slice(from?: number, to?: number): BlobLike;
	arrayBuffer(): Promise<ArrayBuffer>;
}

declare const Blob: new (parts: readonly (Uint8Array | BlobLike)[]) => BlobLike;

export interface NamedFile {
	readonly name: string;
	readonly blob: BlobLike;
}

/** Bytes that are read at once: more would fill the memory, fewer would take longer. */
const chunkBytes = 256 * 1024;

export const readSlice = async (blob: BlobLike, from: number, to: number): Promise<Uint8Array> =>
	new Uint8Array(await blob.slice(from, to).arrayBuffer());

export const readAll = (blob: BlobLike): Promise<Uint8Array> => readSlice(blob, 0, blob.size);

/** Reads a blob from its start, or another place, in order. */
export async function* chunks(blob: BlobLike, from = 0): AsyncGenerator<Uint8Array, void> {
	for (let at = from; at < blob.size; at += chunkBytes)
		yield await readSlice(blob, at, Math.min(blob.size, at + chunkBytes));
}

/** Bytes that a writer collects before it hands them to a blob. */
const pendingBytes = 1024 * 1024;

/** Writes a blob in parts: what is written leaves the memory of the script. */
export class BlobWriter {
	readonly #blobs: BlobLike[] = [];
	#parts: Uint8Array[] = [];
	#pending = 0;
	#size = 0;

	get size(): number {
		return this.#size;
	}

	write(bytes: Uint8Array): void {
		this.#parts.push(bytes);
		this.#pending += bytes.length;
		this.#size += bytes.length;
		if (this.#pending >= pendingBytes) this.#flush();
	}

	finish(): BlobLike {
		this.#flush();
		return new Blob(this.#blobs);
	}

	#flush(): void {
		this.#blobs.push(new Blob(this.#parts));
		this.#parts = [];
		this.#pending = 0;
	}
}
