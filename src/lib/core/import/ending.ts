/**
 * How a piece of text begins and ends, as far as punctuation tells. Only the first and last
 * characters are looked at, so that a text of one endless line costs no more than a short one.
 */

/** More than any run of closing marks that means something. */
const reach = 60;

/** Quotation marks, brackets, emphasis and footnote marks that may stand after a sentence’s end. */
const closers = /[\s"”“’'»›)\]*_⁰¹²³⁴-⁹]+$/u;
const openers = /^[\s"”“„‘’'«‹([*_¿¡]+/u;

/** The last characters without closing marks. */
export const core = (text: string): string =>
	text
		.slice(-reach)
		.replace(/\[\^[^\]]{1,16}\]/g, '')
		.replace(closers, '');

/** Ends as a sentence does, closing marks and footnote references aside. */
export const endsSentence = (text: string): boolean => /[.!?…]$/.test(core(text));

/** Ends as a paragraph may: a sentence’s end, or a colon. */
export const endsParagraph = (text: string): boolean => /[.!?…:]$/.test(core(text));

/** Ends in the middle of a word that goes on after the break. */
export const endsInHyphen = (text: string): boolean => /\p{L}[-\u00ad‐]$/u.test(text.slice(-reach));

/** Ends where a sentence cannot: a comma, a dash, an opening bracket. */
export const endsOpen = (text: string): boolean => /[,;(–—/&]$/.test(text.slice(-reach));

/** A line that is an address, of a page or of a person: it says nothing of how a sentence goes on. */
export const isAddress = (text: string): boolean =>
	text.length < 2000 &&
	/^<?(?:(?:https?:\/\/|www\.)[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.\p{L}+)>?$/u.test(text);

/** Begins with a small letter: `e-post`, `iPhone` and `a)` are no sentence that goes on. */
export const startsLower = (text: string): boolean =>
	/^\p{Ll}(?![\p{Lu})]|[.)]\s|-\p{L})/u.test(text.slice(0, reach).replace(openers, ''));

/** Begins with a small letter or with a mark that no paragraph begins with. */
export const startsInside = (text: string): boolean =>
	startsLower(text) || /^[,;:.!?)\]]/.test(text);

export const startsUpper = (text: string): boolean =>
	/^[\p{Lu}\p{N}]/u.test(text.slice(0, reach).replace(openers, ''));
