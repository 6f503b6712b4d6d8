/** The block marks of Markdown, and the signs by which a file is known to be Markdown. */
import type { Line } from './lines';

const headingMark = /^(?<level>#{1,6})\s+(?<text>\S.*?)(?:\s+#+)?$/;
const listMark = /^(?:[-*+•◦▪‣·]|\d{1,3}[.)])\s+(?=\S)/;
const fence = /^(?:```|~~~)/;
const tableRow = /^\|.*\|$/;
const superscript = /^[⁰¹²³⁴-⁹]/;
const definition = /^\[(?:\^[^\s\]]{1,16}\]:|\d{1,3}\]\s)/;
const underline = /^(?:={3,}|-{3,})$/;

/** Headings with `#`, underlines or fences: what nobody writes who does not write Markdown. */
export const isMarkdown = (lines: readonly Line[]): boolean =>
	lines.some(
		({ text }, i) =>
			headingMark.test(text.slice(0, 300)) || fence.test(text) || isUnderline(text, lines[i - 1])
	);

const isUnderline = (text: string, above: Line | undefined): boolean =>
	/^={3,}$/.test(text) && above !== undefined && above.text.length < 150;

/** Whether a line begins a block of its own whatever the line before it. */
export const opensBlock = (text: string, above: string): boolean =>
	/^#{1,6}\s/.test(text) ||
	/^#{1,6}\s/.test(above) ||
	underline.test(text.slice(0, 80)) ||
	underline.test(above.slice(0, 80)) ||
	fence.test(text) ||
	fence.test(above) ||
	(text.length < 2000 && tableRow.test(text)) ||
	superscript.test(text) ||
	definition.test(text.slice(0, 24));

/** A note’s marker alone: its words are on the next line. */
export const isBareMarker = (text: string): boolean =>
	/^(?:\[\^[^\s\]]{1,16}\]:|[⁰¹²³⁴-⁹]{1,3})$/.test(text);

/** Whether a line looks like an item of a list: a dash or a figure may also be a sentence’s own. */
export const opensItem = (text: string): boolean => listMark.test(text.slice(0, 20));

/** A line marked as a heading: its level and its words. */
export function markedHeading(text: string): { level: number; text: string } | null {
	if (text.length > 400) return null;
	const { level, text: words } = headingMark.exec(text)?.groups ?? {};
	return level && words ? { level: level.length, text: words } : null;
}

/** The level of a heading that is underlined with `===` or `---`; null for any other line. */
export const underlineLevel = (text: string): number | null =>
	underline.test(text.slice(0, 80)) ? (text.startsWith('=') ? 1 : 2) : null;

export const isFence = (text: string): boolean => fence.test(text);
