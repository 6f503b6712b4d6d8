/**
 * The draft of an imported translation by a person: two texts, the links between their sentences,
 * and which links the reader has fixed. It is saved at every change, so that closing the tab loses
 * nothing.
 */
import type { LeftOut } from '../import/leftOut';
import type { Block, Lang } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';

/** A bead of sentences with its confidence; indices are in document order over the whole side. */
export interface Link {
	readonly source: readonly number[];
	readonly target: readonly number[];
	/** Probability as `align` gives it; 1 where the reader has fixed the link. */
	readonly confidence: number;
	/** True if the reader made or confirmed it: realigning keeps it. */
	readonly fixed: boolean;
	/** True for an omission of the translation that the reader drops: it is not saved. */
	readonly dropped?: true;
}

export interface DraftSide {
	readonly lang: Lang;
	readonly blocks: readonly Block[];
}

/** The translator and the licence. The reader is asked for them; they are never guessed. */
export interface TranslationCredit {
	/** Empty until the reader has entered it. */
	readonly translator: string;
	readonly title: string;
	readonly publication: string;
	/** EDTF, as `Metadata.date`; empty if not given. */
	readonly date: string;
	readonly rights: string;
}

/**
 * Words of a translation that its file says a machine wrote. They are saved as the machine’s, never
 * as the translator’s.
 */
export interface MachineWords {
	readonly origin: 'machine' | 'ai';
	/** The engine; empty if the file does not name it. */
	readonly name: string;
	/** The translation’s paragraphs that are a machine’s. */
	readonly certain: readonly Fingerprint[];
	/** Those of which the file gives only reason to ask. */
	readonly unclear: readonly Fingerprint[];
	/** What the reader says of the unclear ones; null until they have. */
	readonly answer: 'human' | 'machine' | null;
}

export interface AlignmentDraft extends AlignmentAbout {
	readonly source: DraftSide;
	readonly target: DraftSide;
	/** Monotone; together they cover every sentence of both sides once. */
	readonly links: readonly Link[];
	/** The lines of the translation’s file that are left out; absent for none. */
	readonly leftOut?: readonly LeftOut[];
	/** Texts of a translator’s tool’s file that are no part of the translation; absent for none. */
	readonly unused?: readonly string[];
	/** Present where lines have been put back since the texts were aligned. */
	readonly unaligned?: true;
}

/** What is said about a draft: a list of drafts needs neither their texts nor their links. */
export interface AlignmentAbout {
	readonly id: string;
	/** The library article that this is a translation of. */
	readonly article: string;
	readonly credit: TranslationCredit;
	/** Absent if the file says nothing of machine translation. */
	readonly machine?: MachineWords;
	/**
	 * `changedAt` of the saved translation that the draft changes, from when it was begun; null for a
	 * new translation. The oldest drafts have none.
	 */
	readonly base?: string | null;
	readonly changedAt: string;
}
