/**
 * A unit of a translation: which paragraphs it translates, its text, whose work it is, and who has
 * reviewed it. Origin and review are two things; neither is ever guessed.
 */
import type { Beads } from '../align/bead';
import type { BlockShape, Lang, Metadata } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';

/** Whose words: a person’s, an AI draft, or a model on the reader’s own device. */
export const origins = ['human', 'ai', 'machine'] as const;
export type Origin = (typeof origins)[number];

export interface Contributor {
	readonly origin: Origin;
	readonly name: string;
	/** ISO 8601 date. */
	readonly date: string;
	/** For `machine`: what ran, exactly. */
	readonly model?: string;
	readonly revision?: string;
	readonly settings?: string;
}

export interface Review {
	readonly by: string;
	/** ISO 8601 date. */
	readonly date: string;
}

/** The unit’s shape is that of the block it translates, so that it can be read without it. */
export type Unit = BlockShape & {
	/** One fingerprint or several: a unit may translate a run of paragraphs. Never empty. */
	readonly source: readonly Fingerprint[];
	/** One paragraph of inline Markdown or several. Never empty. */
	readonly text: readonly string[];
	readonly by: Contributor;
	readonly review: Review | null;
	/** Which sentences answer which: indices over the unit’s whole source and whole text. */
	readonly spans?: Beads;
	/** The translator’s note to a reader who compares. */
	readonly note?: string;
};

/** A stored translation: it can stand without the original, since units hang on fingerprints. */
export interface Translation {
	readonly article: string;
	readonly original: Metadata;
	/** The translation’s own language, title and publication. */
	readonly translated: {
		readonly lang: Lang;
		readonly title: string;
		readonly publication?: string;
	};
	readonly units: readonly Unit[];
}
