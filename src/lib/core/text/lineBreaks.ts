/** Texts of several lines. A line break is a node of inline Markdown: see `inline.ts`. */
import { oneLine } from './line';

/** A line break as inline Markdown has it. */
export const lineBreak = '\\\n';

/** Joins lines of inline Markdown to one text: each as `oneLine` has it, blank lines left out. */
export const fromLines = (lines: readonly string[]): string =>
	lines
		.map(oneLine)
		.filter((line) => line !== '')
		.join(lineBreak);

/** Whether inline Markdown in canonical form has more than one line. */
export const hasLines = (markdown: string): boolean => markdown.includes(lineBreak);

/** Returns inline Markdown as a person types it: a line end is a line break. */
export const asTyped = (markdown: string): string => markdown.replaceAll(lineBreak, '\n');

/**
 * Returns inline Markdown that a person typed with its line ends as line breaks. A backslash or
 * spaces at the end of a line, as Markdown has them, are not needed and do no harm.
 *
 * Law (`lineBreaks.test.ts`): `fromTyped(asTyped(text))` is `text`, if its lines are not padded.
 */
export const fromTyped = (text: string): string =>
	fromLines(
		text
			.split(/\r?\n/)
			.map((line, at, { length }) => (at < length - 1 ? withoutBackslash(line) : line))
	);

/** Leaves out the backslash of a line break; an escaped backslash stays. */
export function withoutBackslash(line: string): string {
	const words = line.trimEnd();
	return (/\\*$/.exec(words)?.[0].length ?? 0) % 2 === 1 ? words.slice(0, -1).trimEnd() : words;
}
