/** Why a file is not added as a dictionary, or an entry is not shown. Nothing is stored then. */

/** Most bytes of a dictionary, unpacked. A larger one is refused before it is read. */
export const maxDictionaryBytes = 1_000_000_000;
/** Most bytes of a part that is read whole: an index, a description. */
export const maxIndexBytes = 200_000_000;
/** Most bytes of one entry. No article of a dictionary is longer; a file with one is damaged. */
export const maxEntryBytes = 1_000_000;

export type DictionaryFailure =
	/** The file is in no format that is read. */
	| { readonly kind: 'unknown'; readonly file: string }
	/** It is packed in a way that is not read, such as xz, or with a password. */
	| { readonly kind: 'packed'; readonly file: string; readonly packing: string }
	/** A part of it was not given. */
	| { readonly kind: 'missing'; readonly file: string; readonly missing: string }
	/** It is in an encoding that is not read. */
	| { readonly kind: 'encoding'; readonly file: string; readonly encoding: string }
	| {
			readonly kind: 'too-large';
			readonly file: string;
			readonly bytes: number;
			readonly limit: number;
	  }
	/** The end of the file is missing. */
	| { readonly kind: 'truncated'; readonly file: string }
	/** Two parts do not belong together: what one claims, the other does not have. */
	| { readonly kind: 'mismatched'; readonly file: string; readonly other: string }
	| { readonly kind: 'damaged'; readonly file: string }
	| { readonly kind: 'empty'; readonly file: string };

/** Carries a failure out of a reader; `read.ts` and `lookUp.ts` make it a value. */
export class Refused extends Error {
	constructor(readonly failure: DictionaryFailure) {
		super(failure.kind);
	}
}

export function refuse(failure: DictionaryFailure): never {
	throw new Refused(failure);
}

/** Refuses a part that is larger than a limit. */
export function refuseLarger(file: string, bytes: number, limit: number): void {
	if (bytes > limit) refuse({ kind: 'too-large', file, bytes, limit });
}
