/**
 * A person's translation on its way in: two texts, what links their sentences, and what the reader
 * has fixed. It is kept at every change, so that a closed tab loses nothing.
 */
import type { Block, Lang } from '../text/article';

/** A bead of sentences with what is known of it; indices in document order over all of a side. */
export interface Link {
	readonly source: readonly number[];
	readonly target: readonly number[];
	/** Probability as `align` gives it; 1 where the reader has fixed the link. */
	readonly confidence: number;
	/** The reader's own word: realigning keeps it. */
	readonly fixed: boolean;
}

export interface DraftSide {
	readonly lang: Lang;
	readonly blocks: readonly Block[];
}

/** Who translated it, and what may be done with it: asked for, never guessed. */
export interface TranslationCredit {
	/** Empty until the reader has given it. */
	readonly translator: string;
	readonly title: string;
	readonly publication: string;
	/** EDTF, as `Metadata.date`; empty where not given. */
	readonly date: string;
	readonly rights: string;
}

export interface AlignmentDraft {
	readonly id: string;
	/** The article of the library whose translation this is. */
	readonly article: string;
	readonly source: DraftSide;
	readonly target: DraftSide;
	readonly credit: TranslationCredit;
	/** Monotone; together they cover every sentence of both sides once. */
	readonly links: readonly Link[];
	/**
	 * `changedAt` of the saved translation that it changes, as that was when the draft was begun; null
	 * for a new one. Drafts of the first days have none.
	 */
	readonly base?: string | null;
	readonly changedAt: string;
}
