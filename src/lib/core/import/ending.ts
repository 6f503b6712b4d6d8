/**
 * Examines how a piece of text begins and ends, by its punctuation. Only the first and last
 * characters are read, so a text of one endless line costs no more than a short one.
 */

/**
 * Number of characters read at each end, in UTF-16 units. No meaningful run of closing marks is
 * longer.
 */
const reach = 60;

/** Quotation marks, brackets, emphasis and footnote marks that may follow a sentence’s end. */
const closers = /[\s"”“’'»›)\]*_⁰¹²³⁴-⁹]+$/u;
const openers = /^[\s"”“„‘’'«‹([*_¿¡]+/u;

/** Returns the last characters, without closing marks. */
export const withoutClosers = (text: string): string =>
	text
		.slice(-reach)
		.replace(/\[\^[^\]]{1,16}\]/g, '')
		.replace(closers, '');

/**
 * Returns whether a text ends like a sentence, apart from closing marks and footnote references.
 */
export const endsSentence = (text: string): boolean => /[.!?…]$/.test(withoutClosers(text));

/** Returns whether a text ends like a paragraph: with a sentence’s end or a colon. */
export const endsParagraph = (text: string): boolean => /[.!?…:]$/.test(withoutClosers(text));

/** Returns whether a text ends inside a word that goes on after the break. */
export const endsInHyphen = (text: string): boolean =>
	/[\p{L}\p{N}]-?[-\u00ad‐]$/u.test(text.slice(-reach));

/** Returns whether a text ends where a sentence cannot: a comma, a dash, an opening bracket. */
export const endsOpen = (text: string): boolean => /[,;(–—/&]$/.test(text.slice(-reach));

/**
 * Returns whether a line is an address of a page or a person: no evidence of how a sentence goes
 * on.
 */
export const isAddress = (text: string): boolean =>
	text.length < 2000 &&
	/^<?(?:(?:https?:\/\/|www\.)[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.\p{L}+)>?$/u.test(text);

/** Returns whether a text goes on with a small letter. `e-post`, `iPhone` and `a)` do not count. */
export const startsLower = (text: string): boolean =>
	/^\p{Ll}(?![\p{Lu})]|[.)]\s|-\p{L})/u.test(text.slice(0, reach).replace(openers, ''));

/** Returns whether a text begins with a small letter or with a mark that begins no paragraph. */
export const startsInside = (text: string): boolean =>
	startsLower(text) || /^[,;:.!?)\]]/.test(text);

export const startsUpper = (text: string): boolean =>
	/^[\p{Lu}\p{N}]/u.test(text.slice(0, reach).replace(openers, ''));
