/**
 * The words of a highlight, kept so that they are found again in a text that was corrected: the
 * words, what stands around them, and where they began (the W3C’s TextQuoteSelector and
 * TextPositionSelector, https://www.w3.org/TR/annotation-model/#text-quote-selector). All of it is
 * in the plain text of a paragraph (see `plain`).
 */
export interface Quote {
	readonly exact: string;
	/** At most `contextLength` UTF-16 units before and after the words. */
	readonly prefix: string;
	readonly suffix: string;
	/** UTF-16 units from the beginning of the paragraph. */
	readonly start: number;
}

/** Part of a text: `start` and `end` in UTF-16 units. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

/** Length of the context on each side, in UTF-16 units. */
const contextLength = 32;

/** Returns the quote of part of a text, without white space at its ends; null for no words. */
export function quoteOf(text: string, { start, end }: TextRange): Quote | null {
	const part = text.slice(start, end);
	const exact = part.trim();
	if (exact === '') return null;
	const from = Math.max(0, start) + (part.length - part.trimStart().length);
	const to = from + exact.length;
	return {
		exact,
		prefix: text.slice(Math.max(0, from - contextLength), from),
		suffix: text.slice(to, to + contextLength),
		start: from
	};
}
