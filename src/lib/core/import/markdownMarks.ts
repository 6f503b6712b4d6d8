/** Recognises the block marks of Markdown, and the signs that show that a file is Markdown. */
import type { SourceLine } from './lines';
import { linkDefinition } from './referenceLinks';
import { opensRow } from './tableRow';

const headingMark = /^(?<level>#{1,6})\s+(?<text>\S.*?)(?:\s+#+)?$/;
const listMark = /^(?:[-*+•◦▪‣·]|\d{1,3}[.)])\s+(?=\S)/;
const fence = /^(?:```|~~~)/;
const superscript = /^[⁰¹²³⁴-⁹]/;
const definition = /^\[(?:\^[^\s\]]{1,16}\]:|\d{1,3}\]\s)/;
const underline = /^(?:={3,}|-{3,})$/;

/**
 * Returns whether a file uses headings with `#`, underlines or fences: plain text has none of
 * them.
 */
export const isMarkdown = (lines: readonly SourceLine[]): boolean =>
	lines.some(
		({ text }, i) =>
			headingMark.test(text.slice(0, 300)) || fence.test(text) || isUnderline(text, lines[i - 1])
	);

const isUnderline = (text: string, above: SourceLine | undefined): boolean =>
	/^={3,}$/.test(text) && above !== undefined && above.text.length < 150;

/** Returns whether a line begins a block of its own, whatever line precedes it. */
export const opensBlock = (text: string, above: string): boolean =>
	/^#{1,6}\s/.test(text) ||
	/^#{1,6}\s/.test(above) ||
	underline.test(text.slice(0, 80)) ||
	underline.test(above.slice(0, 80)) ||
	fence.test(text) ||
	fence.test(above) ||
	opensRow(text, above) ||
	linkDefinition.test(text.slice(0, 400)) ||
	superscript.test(text) ||
	definition.test(text.slice(0, 24));

/** Returns whether a line is a note’s marker alone, with the note’s words on the next line. */
export const isBareMarker = (text: string): boolean =>
	/^(?:\[\^[^\s\]]{1,16}\]:|[⁰¹²³⁴-⁹]{1,3})$/.test(text);

/**
 * Returns whether a line looks like a list item. The dash or figure may also belong to a
 * sentence.
 */
export const opensItem = (text: string): boolean => listMark.test(text.slice(0, 20));

/** Returns the level and the words of a line marked as a heading; null for any other line. */
export function markedHeading(text: string): { level: number; text: string } | null {
	if (text.length > 400) return null;
	const { level, text: words } = headingMark.exec(text)?.groups ?? {};
	return level && words ? { level: level.length, text: words } : null;
}

/** Returns the level of a heading underlined with `===` or `---`; null for any other line. */
export const underlineLevel = (text: string): number | null =>
	underline.test(text.slice(0, 80)) ? (text.startsWith('=') ? 1 : 2) : null;
