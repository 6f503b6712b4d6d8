/** The pictures that pages show: known by their bytes, not by their names. */
import type { FlowPicture } from '../flow';
import { pictureTypeOf } from '../pictureType';
import type { BookFiles } from './bookFiles';

export class Pictures {
	readonly #files: BookFiles;
	readonly #found = new Map<string, FlowPicture | null>();
	readonly #used = new Map<string, FlowPicture>();

	constructor(files: BookFiles) {
		this.#files = files;
	}

	/** The pictures that were used, by their names. */
	get used(): ReadonlyMap<string, FlowPicture> {
		return this.#used;
	}

	/** Uses a picture; null where the file is none, is outside the book or is drawn by a program. */
	use(from: string, address: string | undefined): string | null {
		const file = this.#files.place(from, address)?.file;
		const picture = file === undefined ? null : this.#picture(file);
		if (!picture || file === undefined) return null;
		this.#used.set(file, picture);
		return file;
	}

	#picture(file: string): FlowPicture | null {
		const known = this.#found.get(file);
		if (known !== undefined) return known;
		const type = pictureTypeOf(this.#files.archive.start(file));
		const bytes = () => {
			const read = this.#files.archive.read(file);
			return read?.ok ? read.value : null;
		};
		const picture = type && { type, bytes };
		this.#found.set(file, picture);
		return picture;
	}
}
