/** The record of a highlight: words that the reader has marked, with their note. */
import type { Lang } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import type { Quote } from './quote';

export const highlightColours = ['yellow', 'green', 'blue', 'pink'] as const;
export type HighlightColour = (typeof highlightColours)[number];
export type HighlightSide = 'original' | 'translation';

/** Highlighted words of one paragraph. */
export interface HighlightQuote extends Quote {
	/** The first original paragraph of the row, and which of several with the same words (from 1). */
	readonly paragraph: Fingerprint;
	readonly occurrence: number;
	/** Index among the row’s texts on that side: a row may hold several. */
	readonly part: number;
}

/** Words that the reader has highlighted, with their own note: in one language, found by words. */
export interface OwnHighlight {
	readonly id: string;
	readonly article: string;
	readonly side: HighlightSide;
	/** The language of the words. */
	readonly lang: Lang;
	/** In the order of the text; at least one. */
	readonly quotes: readonly HighlightQuote[];
	readonly colour: HighlightColour;
	/** Plain text; empty for none. */
	readonly note: string;
	readonly addedAt: string;
	readonly changedAt: string;
	readonly deleted?: true;
}
