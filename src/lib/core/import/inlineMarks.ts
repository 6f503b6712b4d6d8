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
const starInWord = /\*(?<=(?:^|\s)[^\s*]*[\p{L}\p{N}]\*)(?=[\p{L}\p{N}][^\s*]*(?:\s|$))/gu;

const image = /!\[[^\]]{0,500}\]\([^()]{0,500}\)/g;

export interface InlineText {
	readonly text: string;
	/** Taken out of the text: pictures, and where links led that lead nowhere (but for `#`). */
	readonly taken: readonly { readonly text: string; readonly reason: 'picture' | 'link' }[];
}

export function toInline(raw: string): InlineText {
	const taken: { text: string; reason: 'picture' | 'link' }[] = [];
	let text = raw;
	if (text.includes('](')) {
		text = text.replace(image, (picture) => {
			taken.push({ text: picture, reason: 'picture' });
			return '';
		});
		text = text.replace(link, (whole: string, label: string, href: string) => {
			if (isLinkable(href)) return whole;
			if (href.replace('#', '') !== '') taken.push({ text: href, reason: 'link' });
			return label;
		});
	}
	if (text.includes('_')) text = text.replace(underscored, emphasis);
	if (text.includes('\\')) text = text.replace(needless, '');
	if (text.includes('*')) text = text.replace(starInWord, '\\*');
	return { text: fold(text), taken };
}

function emphasis(whole: string, mark?: string, words?: string): string {
	if (mark === undefined || words === undefined) return whole;
	return mark === '__' ? `**${words}**` : `*${words}*`;
}

/** Ordinary white space is folded; no-break spaces within a text are its own. */
const fold = (text: string): string => text.replace(/[ \t]+/g, ' ').trim();

/** The words of a line, without marks and without space at its ends. */
export const wordsOf = (raw: string): string => plain(toInline(raw).text).trim();

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The words of a title, which is no inline Markdown: footnote references are figures in it. */
export const titleOf = (raw: string): string =>
	wordsOf(
		raw.replace(/\[\^([^\s[\]^]{1,16})\]/g, (_, marker: string) =>
			marker.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit)
		)
	);
