/**
 * A piece's text as inline Markdown in its one written form. Pictures and the targets of links that
 * lead nowhere are no words and are taken out; HTML is text like any other.
 */
import { formatInline, isLinkable, parseInline, plain } from '../text/inline';

const image = /!\[[^\]]{0,500}\]\([^()]{0,500}\)/g;
const link =
	/(?<!!)\[(?!\^)(?<label>(?:\\.|[^[\]\\]){1,2000})\]\((?<href>(?:[^\s()<>"]|\([^\s()<>"]*\)){0,2000})(?:\s{1,8}"[^"]{0,500}")?\)/gs;

export interface InlineText {
	readonly text: string;
	/** Taken out of the text: pictures, and where dead links led outside their page. */
	readonly taken: readonly { readonly text: string; readonly reason: 'picture' | 'link' }[];
}

export function toInline(raw: string): InlineText {
	const taken: { text: string; reason: 'picture' | 'link' }[] = [];
	const linked = raw.includes('](') ? raw : null;
	const text = linked
		?.replace(image, (picture) => {
			taken.push({ text: picture, reason: 'picture' });
			return '';
		})
		.replace(link, (whole: string, label: string, href: string) => {
			if (!isDead(href)) return whole;
			if (!/^(?:#|$)/.test(href)) taken.push({ text: href, reason: 'link' });
			return label;
		});
	return { text: formatInline(parseInline(fold(text ?? raw))), taken };
}

/** No link to the web, but something that a page would take for one; `[sic](!)` is text. */
const isDead = (href: string): boolean => !isLinkable(href) && /^$|[#/.:?=]/.test(href);

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
