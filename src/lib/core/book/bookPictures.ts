/** Names the pictures of a book by what they are: equal pictures are kept once. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { pictureEndings, type Picture } from './book';
import type { FlowPicture } from './flow';

/** Largest picture, in bytes; a larger one is left out and named. */
const maxPictureBytes = 10_000_000;
/** Most bytes of all pictures of a book; those after it are left out and named. */
const maxPicturesBytes = 200_000_000;
/** Characters of the digest in a name: 64 bits. */
const nameLength = 16;

export class BookPictures {
	readonly #there: ReadonlyMap<string, FlowPicture>;
	/** By the name in the file; null for one that is left out. */
	readonly #taken = new Map<string, string | null>();
	readonly #pictures = new Map<string, Picture>();
	#bytes = 0;

	constructor(there: ReadonlyMap<string, FlowPicture>) {
		this.#there = there;
	}

	get pictures(): readonly Picture[] {
		return [...this.#pictures.values()];
	}

	/** Takes a picture and returns its name in the book; null where it is missing or too large. */
	take(nameInFile: string, alt: string): string | null {
		const known = this.#taken.get(nameInFile);
		if (known !== undefined) return known;
		const name = this.#read(nameInFile, alt);
		this.#taken.set(nameInFile, name);
		return name;
	}

	#read(nameInFile: string, alt: string): string | null {
		const picture = this.#there.get(nameInFile);
		const bytes = picture?.bytes() ?? null;
		if (!picture || !bytes || bytes.length > maxPictureBytes) return null;
		if (this.#bytes + bytes.length > maxPicturesBytes) return null;
		const name = `${bytesToHex(sha256(bytes)).slice(0, nameLength)}.${pictureEndings[picture.type]}`;
		if (!this.#pictures.has(name)) {
			this.#bytes += bytes.length;
			this.#pictures.set(name, { name, alt, type: picture.type, bytes });
		}
		return name;
	}
}
