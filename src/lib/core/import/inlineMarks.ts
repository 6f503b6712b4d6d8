/**
 * A piece's text as inline Markdown: what converters and Markdown files mark in ways that the text
 * model has no use for becomes plain words. HTML is text like any other.
 */
import { isLinkable, plain } from '../text/inline';

/** Escapes of Markdown that our inline Markdown does not need: `\$`, `\_`, `\.`, `\-`. */
const needless = /\\(?=[$_.#~`!()+|{}"'/:;=?@^%&,-])/g;
const link = /(?<!!)\[(?<label>(?:\\.|[^[\]\\]){1,2000})\]\((?<href>[^\s()]*)(?:\s+"[^"]*")?\)/g;
/** An address is left as it is; what follows it may be emphasis with underscores. */
const underscored =
	/https?:\/\/[^\s<>)]+|(?<![\p{L}\p{N}_\\])(?<mark>__?)(?=[^\s_])(?<words>[^_\n]{1,400}?)(?<=[^\s_])\k<mark>(?![\p{L}\p{N}_])/gu;
/** `f*ck`: a star inside a word that has no other is no mark. */
const starInWord = /(?<=(?:^|\s)[^\s*]*[\p{L}\p{N}])\*(?=[\p{L}\p{N}][^\s*]*(?:\s|$))/gu;

export interface InlineText {
	readonly text: string;
	/** Targets of links that lead nowhere and are not simply `#`: taken out of the text. */
	readonly targets: readonly string[];
}

export function toInline(raw: string): InlineText {
	const targets: string[] = [];
	const text = raw
		.replace(link, (whole, label: string, href: string) => {
			if (isLinkable(href)) return whole;
			if (href.replace('#', '') !== '') targets.push(href);
			return label;
		})
		.replace(underscored, (whole, mark?: string, words?: string) => {
			if (mark === undefined || words === undefined) return whole;
			return mark === '__' ? `**${words}**` : `*${words}*`;
		})
		.replace(needless, '')
		.replace(starInWord, '\\*');
	return { text: fold(text), targets };
}

/** Ordinary white space is folded; no-break spaces within a text are its own. */
const fold = (text: string): string => text.replace(/[ \t]+/g, ' ').trim();

/** The words of a line, without marks and without space at its ends. */
export const wordsOf = (raw: string): string => plain(toInline(raw).text).trim();
