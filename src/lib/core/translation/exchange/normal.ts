/** Texts as they survive XML and other people’s tools. */
import { formatInline, parseInline } from '../../text/inline';

/** What XML 1.0 cannot hold: control characters, halves of characters, two that are none. */
const illegal =
	// eslint-disable-next-line no-control-regex -- these are what it is about
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// eslint-disable-next-line no-control-regex -- these are what it is about
const mayBeIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** `text` without what XML cannot hold. */
export const legal = (text: string): string =>
	mayBeIllegal.test(text) ? text.replace(illegal, '') : text;

/** One line, not padded: what a paragraph or a note must be. */
export const oneLine = (text: string): string =>
	(/[\n\r\u2028\u2029]/.test(text) ? text.replace(lineEnds, ' ') : text).trim();

const lineEnds = /[ \t]*[\n\r\u2028\u2029]+[ \t]*/g;

/**
 * Inline Markdown in the one form in which it comes back: the same words and marks. Idempotent;
 * whatever the text, what is left is words, emphasis, links and references.
 */
export const normalForm = (markdown: string): string =>
	anyMark.test(markdown)
		? oneLine(formatInline(parseInline(legal(markdown))))
		: oneLine(legal(markdown));

/** Without one of these a text is nothing but words: most are, in a memory of 100,000. */
const anyMark = /[\\*_[\]<]/;
