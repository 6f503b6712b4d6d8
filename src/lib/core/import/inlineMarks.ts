/**
 * Turns a piece's text into canonical inline Markdown. Pictures, and targets of dead links, are
 * not words and are taken out; HTML is treated as text.
 */
import { anyLink, formatInline, isDead, parseInline, plain } from '../text/inline';

const image = /!\[[^\]]{0,500}\]\([^()]{0,500}\)/g;
const link = new RegExp(`(?<!!)${anyLink}`, 'gs');

export interface InlineText {
	readonly text: string;
	/** Taken out of the text: pictures, and targets of dead links outside their page. */
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

/** Folds ordinary white space; no-break spaces within a text are kept. */
const fold = (text: string): string => text.replace(/[ \t]+/g, ' ').trim();

/** Returns the words of a line, without marks and without space at its ends. */
export const wordsOf = (raw: string): string =>
	plain(toInline(raw).text).replaceAll('\n', ' ').trim();

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Returns the words of a title, which is not inline Markdown: footnote references become
 * figures.
 */
export const titleOf = (raw: string): string =>
	wordsOf(
		raw.replace(/\[\^([^\s[\]^]{1,16})\]/g, (_, marker: string) =>
			marker.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit)
		)
	);
