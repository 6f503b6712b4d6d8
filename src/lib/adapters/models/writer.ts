/** A file on its way into the cache: what comes of it is digested and put away, part by part. */
import { digesting, isSame, type Digest, type Digesting } from '$lib/core/machine/digest';
import type { ModelFile } from '$lib/core/machine/model';
import { partBytes, parts, putPart, removeFile, type PartCache } from './parts';

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

	/** How much of the file is there, what waits to be put away included. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Takes up what an earlier writer put away: reads it back, since the digest begins at its start. */
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

	/** Puts away what waits. */
	async flush(): Promise<void> {
		if (this.#waitingBytes === 0) return;
		const content = new Blob(this.#waiting);
		await putPart(this.#cache, this.#model, this.#file.name, this.#part, content);
		this.#part += 1;
		this.#waiting = [];
		this.#waitingBytes = 0;
	}

	/** Forgets all of it: the file begins anew. */
	async restart(): Promise<void> {
		this.#digesting = this.#begin();
		this.#part = 0;
		this.#waiting = [];
		this.#waitingBytes = 0;
		this.#bytes = 0;
		await removeFile(this.#cache, this.#model, this.#file.name);
	}

	/**
	 * The file is all there. Gives it with its size and digest, or null, and removes it, where that
	 * is not what was announced.
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

/** A file of which everything is known. */
export interface Announced extends ModelFile {
	readonly bytes: number;
	readonly digest: Digest;
}
