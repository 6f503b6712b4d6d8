/** Texts as they survive XML and other people’s tools. */
import { formatInline, parseInline } from '../../text/inline';

/** What XML 1.0 cannot hold: control characters, halves of characters, two that are none. */
const illegal =
	// eslint-disable-next-line no-control-regex -- these are what it is about
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `text` without what XML cannot hold. */
export const legal = (text: string): string => text.replace(illegal, '');

/** One line, not padded: what a paragraph or a note must be. */
export const oneLine = (text: string): string =>
	text.replace(/[ \t]*[\n\r\u2028\u2029]+[ \t]*/g, ' ').trim();

/**
 * Inline Markdown in the one form in which it comes back: the same words and marks. Idempotent;
 * whatever the text, what is left is words, emphasis, links and references.
 */
export const normalForm = (markdown: string): string =>
	oneLine(formatInline(parseInline(legal(markdown))));
