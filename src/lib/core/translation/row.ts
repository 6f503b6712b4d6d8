/**
 * A row of the parallel text: a run of original blocks (usually one) and the translation that
 * `resolve` found for it. Page, search, print, export and read-aloud all show rows.
 */
import type { Beads } from '../align/bead';
import type { Block, BlockShape } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import type { Contributor, Correction, Review } from './unit';

export type Shown =
	| {
			readonly kind: 'translated';
			readonly text: readonly string[];
			readonly credit?: string;
			/** Licence of the translation, as stated; absent for the reader’s own words. */
			readonly rights?: string;
			readonly by: Contributor;
			/** A person’s correction of a draft’s or a machine’s words. */
			readonly correction?: Correction;
			readonly review: Review | null;
			/** Sentence beads between the originals and the text, if known or computable. */
			readonly spans: Beads | null;
			readonly note?: string;
			/** True if the original has changed since it was translated, without a review since. */
			readonly stale: boolean;
			/** True for the reader’s own words; the stored translation remains available. */
			readonly own: boolean;
	  }
	| { readonly kind: 'missing' };

/** Returns whether a row has text, if only a scene break: a picture without a caption has none. */
export const hasText = ({ originals }: Row): boolean =>
	originals.length === 0 || originals.some(({ text }) => text !== '');

export type Row = {
	/** The first block’s fingerprint; the row’s element id on the page is `p-` followed by it. */
	readonly id: Fingerprint;
	/**
	 * The fingerprints of the translated paragraphs: the key of the reader’s own words and reviews.
	 */
	readonly source: readonly Fingerprint[];
	readonly shape: BlockShape;
	/** Empty if the library has the translation without its original. */
	readonly originals: readonly Block[];
	readonly shown: Shown;
	/** True for text that stands in the translation alone. Its `source` is empty. */
	readonly passage?: true;
};
