/** Collects the pictures of an office document that every browser shows. */
import type { Archive } from '../archive';
import type { FlowPicture } from '../flow';
import { pictureTypeOf } from '../pictureType';

export class Pictures {
	readonly #archive: Archive;
	readonly #found = new Map<string, FlowPicture>();

	constructor(archive: Archive) {
		this.#archive = archive;
	}

	get all(): ReadonlyMap<string, FlowPicture> {
		return this.#found;
	}

	/** Adds a file of the archive; returns whether it is there and is a picture. */
	add(name: string): boolean {
		if (this.#found.has(name)) return true;
		const type = pictureTypeOf(this.#archive.start(name));
		if (type === null) return false;
		this.#found.set(name, { type, bytes: () => this.#bytes(name) });
		return true;
	}

	#bytes(name: string): Uint8Array | null {
		const file = this.#archive.read(name);
		return file?.ok ? file.value : null;
	}
}
