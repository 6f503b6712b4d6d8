/** Writes a file into the cache: digests the bytes as they arrive and stores them part by part. */
import { digesting, isSame, type Digest, type Digesting } from '$lib/core/machine/digest';
import type { ModelFile } from '$lib/core/machine/model';
import { partBytes, parts, putPart, removeFile, type PartCache } from './fileParts';

export class FileWriter {
	readonly #cache: PartCache;
	readonly #model: string;
	readonly #file: ModelFile;
	#digesting: Digesting;
	#part = 0;
	#waiting: Uint8Array<ArrayBuffer>[] = [];
	#waitingBytes = 0;
	#bytes = 0;

	constructor(cache: PartCache, model: string, file: ModelFile) {
		this.#cache = cache;
		this.#model = model;
		this.#file = file;
		this.#digesting = this.#begin();
	}

	/** Bytes of the file so far, those not yet stored included. */
	get bytes(): number {
		return this.#bytes;
	}

	/**
	 * Continues from what an earlier writer stored: reads it back, since the digest needs every byte.
	 */
	async resume(read: (bytes: number) => void): Promise<void> {
		for await (const part of parts(this.#cache, this.#model, this.#file.name)) {
			const content = new Uint8Array(await part.arrayBuffer());
			this.#digesting.take(content);
			this.#bytes += content.length;
			this.#part += 1;
			read(content.length);
		}
	}

	async write(piece: Uint8Array<ArrayBuffer>): Promise<void> {
		this.#digesting.take(piece);
		this.#bytes += piece.length;
		this.#waiting.push(piece);
		this.#waitingBytes += piece.length;
		if (this.#waitingBytes >= partBytes) await this.flush();
	}

	/** Stores the bytes that wait. */
	async flush(): Promise<void> {
		if (this.#waitingBytes === 0) return;
		const content = new Blob(this.#waiting);
		await putPart(this.#cache, this.#model, this.#file.name, this.#part, content);
		this.#part += 1;
		this.#waiting = [];
		this.#waitingBytes = 0;
	}

	/** Removes everything: the file starts again. */
	async restart(): Promise<void> {
		this.#digesting = this.#begin();
		this.#part = 0;
		this.#waiting = [];
		this.#waitingBytes = 0;
		this.#bytes = 0;
		await removeFile(this.#cache, this.#model, this.#file.name);
	}

	/**
	 * Ends the file. Returns it with its size and digest. If it differs from the announcement,
	 * removes it and returns null.
	 */
	async end(): Promise<Announced | null> {
		const { name, bytes, digest } = this.#file;
		const found = this.#digesting.end();
		const isRight =
			(bytes === null || bytes === this.#bytes) && (digest === null || isSame(digest, found));
		if (!isRight) {
			await this.restart();
			return null;
		}
		await this.flush();
		return { name, bytes: this.#bytes, digest: found };
	}

	#begin(): Digesting {
		const { digest, bytes } = this.#file;
		return digesting(digest?.kind ?? 'sha256', bytes ?? 0);
	}
}

/** A file whose size and digest are known. */
export interface Announced extends ModelFile {
	readonly bytes: number;
	readonly digest: Digest;
}
