/** A dictionary that the reader adds: what is known of it, its files and its entries. */
import type { BlobLike } from './blob';
import type { Piece } from './piece';
import type { WordIndex } from './wordIndex';

export const dictionaryFormats = ['stardict', 'dict', 'tei', 'folkets', 'xdxf', 'tabbed'] as const;
type DictionaryFormat = (typeof dictionaryFormats)[number];

/** What the file says of itself; null where it does not. */
export interface DictionaryAbout {
	readonly name: string;
	readonly format: DictionaryFormat;
	readonly from: string | null;
	readonly to: string | null;
	readonly licence: string | null;
	readonly entries: number;
	/** Bytes of the file that holds the entries, and of the index. */
	readonly bytes: number;
}

/** All that is needed to read an entry: the body stays as it came, the index is ours. */
export interface DictionaryFiles {
	readonly format: DictionaryFormat;
	readonly body: BlobLike;
	readonly isDictzip: boolean;
	/** StarDict’s `sametypesequence`; null where each field names its type, and in other formats. */
	readonly types: string | null;
	readonly index: WordIndex;
}

export interface ReadDictionary {
	readonly about: DictionaryAbout;
	readonly files: DictionaryFiles;
}

/** A dictionary in the reader’s list. `place`: its place in the order of look-up. */
export interface OwnDictionary extends DictionaryAbout {
	readonly id: string;
	readonly place: number;
	readonly addedAt: string;
	/** When the reader removed it: it can be restored until the next sweep. */
	readonly removedAt: string | null;
}

export interface DictionaryEntry {
	/** The word under which the entry stands. */
	readonly head: string;
	/** The form that was found, where it is another one. */
	readonly form: string | null;
	readonly pieces: readonly Piece[];
}
