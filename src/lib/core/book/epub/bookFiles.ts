/** The files of an EPUB, found by the addresses that its own files give. */
import { fail, type Result } from '../../result';
import type { Archive } from '../archive';
import type { BookFailure } from '../failure';
import { readTree, type TreeElement } from '../tree';
import { decodePercent, resolvePlace, type Place } from './paths';

export class BookFiles {
	readonly archive: Archive;
	/** Names by the form in which they are compared. */
	readonly #names = new Map<string, string>();

	constructor(archive: Archive) {
		this.archive = archive;
		for (const name of archive.names) this.#names.set(comparable(name), name);
	}

	/**
	 * Returns the archive’s name of a file. A name that differs in case, in the composition of its
	 * letters or in percent signs is taken for the same.
	 */
	find(path: string): string | null {
		return this.archive.has(path) ? path : (this.#names.get(comparable(path)) ?? null);
	}

	/** Resolves an address to a file of the archive, and an id in it; null for any other address. */
	place(from: string, address: string | undefined): Place | null {
		const place = address === undefined ? null : resolvePlace(from, address);
		const file = place && this.find(place.file);
		return place && file !== null ? { ...place, file } : null;
	}

	/** Reads an XML file that the book cannot be without. */
	tree(name: string): Result<TreeElement, BookFailure> {
		const text = this.archive.text(name);
		if (text === null) return fail({ kind: 'incomplete', missing: name });
		if (!text.ok) return text;
		const tree = readTree(text.value);
		return tree.ok ? tree : fail({ kind: 'damaged', file: name });
	}
}

const comparable = (name: string): string => decodePercent(name).normalize('NFC').toLowerCase();
