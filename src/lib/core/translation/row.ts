/**
 * A row is what stands side by side: a run of original blocks (usually one) and what `resolve`
 * found to show for it. Page, search, print, export and read-aloud all show rows.
 */
import type { Beads } from '../align/bead';
import type { Block, BlockShape } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import type { Contributor, Review } from './unit';

export type Shown =
	| {
			readonly kind: 'translated';
			readonly text: readonly string[];
			readonly credit?: string;
			readonly by: Contributor;
			readonly review: Review | null;
			/** Sentence beads between the originals and the text, where they are known or can be computed. */
			readonly spans: Beads | null;
			readonly note?: string;
			/** The original has changed since this was translated, and nobody has reviewed it since. */
			readonly stale: boolean;
			/** The reader’s own words: the stored ones are still there to return to. */
			readonly own: boolean;
	  }
	| { readonly kind: 'missing' };

export type Row = {
	/** The first block’s fingerprint; the row’s id in the page is `p-` and this. */
	readonly id: Fingerprint;
	/** The fingerprints of what is translated here: the key of the reader’s own words and reviews. */
	readonly source: readonly Fingerprint[];
	readonly shape: BlockShape;
	/** Empty where the library has the translation without its original. */
	readonly originals: readonly Block[];
	readonly shown: Shown;
};
