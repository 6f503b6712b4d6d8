/**
 * A unit of a translation: the paragraphs it translates, its text, its contributor and its
 * reviewer. Origin and review are separate, and neither is ever guessed.
 */
import type { Beads } from '../align/bead';
import type { BlockShape, Lang, Metadata } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';

/** Who wrote the words: a person, an AI (a draft), or a model on the reader’s own device. */
export const origins = ['human', 'ai', 'machine'] as const;
export type Origin = (typeof origins)[number];

export interface Contributor {
	readonly origin: Origin;
	readonly name: string;
	/** ISO 8601 date of the first version. */
	readonly date: string;
	/** ISO 8601 date of the last revision by the same contributor; absent where there was none. */
	readonly revised?: string;
	/** For `machine`: the exact model that ran. */
	readonly model?: string;
	readonly revision?: string;
	readonly settings?: string;
}

/** Returns the date of the last version: of the revision, else of the first version. */
export const lastDate = ({ date, revised }: Contributor): string => revised ?? date;

export interface Review {
	readonly by: string;
	/** ISO 8601 date. */
	readonly date: string;
}

/**
 * A person’s correction of words that a draft or a machine wrote: they stay that draft’s. (A
 * contributor’s `revised` is another thing: the draft’s own later version.)
 */
export interface Correction {
	/** Who corrected it; several names are separated by commas. */
	readonly by: string;
	/** ISO 8601 date of the last correction. */
	readonly date: string;
	/** The share of the draft’s words that are kept, 0 to 1; absent where the draft is lost. */
	readonly kept?: number;
}

/** A unit has the shape of the block it translates, so that it can be read without that block. */
export type Unit = BlockShape & {
	/**
	 * One fingerprint or several: a unit may translate a run of paragraphs. Empty only for a passage,
	 * which translates nothing of the original.
	 */
	readonly source: readonly Fingerprint[];
	/** One paragraph of inline Markdown or several. Never empty. */
	readonly text: readonly string[];
	readonly by: Contributor;
	/** Present only if `by` is no person. */
	readonly correction?: Correction;
	readonly review: Review | null;
	/** Sentence links: indices over the unit’s whole source and whole text. */
	readonly spans?: Beads;
	/** The translator’s note to a reader who compares the two texts. */
	readonly note?: string;
};

/** A stored translation. It works without the original, since units refer to it by fingerprint. */
export interface Translation {
	readonly article: string;
	readonly original: Metadata;
	/** The translation’s own language, title, publication and licence. */
	readonly translated: {
		readonly lang: Lang;
		readonly title: string;
		readonly publication?: string;
		readonly rights?: string;
	};
	readonly units: readonly Unit[];
	/** What stands in the translation alone; absent where nothing does. */
	readonly passages?: readonly Passage[];
}

/** Text of a translation that answers nothing in the original: a preface, a licence. */
export interface Passage {
	/** The number of units before it. */
	readonly after: number;
	/** A unit without a source. */
	readonly unit: Unit;
}
