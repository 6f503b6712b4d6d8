/** Tells lines that were broken at a width, by a program or a typist, from lines that mean something. */
import { startsUpper } from './ending';

/** Width from which lines are prose if they are full, in UTF-16 units. */
const minProse = 40;
/** Fewer lines than this say nothing of a width. */
const minLines = 3;

/**
 * Returns whether lines are as full as possible at the width of the longest: prose. A verse of even
 * lines is not: its lines begin with capitals, or end in punctuation marks, or are very short with
 * few marks within.
 */
export function isWrapped(lines: readonly string[]): boolean {
	const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
	const below = lines.slice(1);
	if (below.length === 0) return false;
	const full = below.filter(
		(line, i) => (lines[i]?.length ?? 0) + 1 + (line.split(' ', 1)[0] ?? '').length > width
	);
	if (full.length < below.length * 0.75 || looksLikeVerse(lines)) return false;
	return width >= minProse || marksWithin(lines) > marksAtEnds(lines);
}

/** Joins lines that were broken at a width to one; returns others as they are. */
export const joinWrapped = (lines: readonly string[]): readonly string[] =>
	lines.length >= minLines && isWrapped(lines) ? [lines.join(' ')] : lines;

/** Returns whether nearly all lines begin with capitals, or most end in punctuation marks. */
export const looksLikeVerse = (lines: readonly string[]): boolean =>
	share(lines.slice(1), startsUpper) >= 0.8 ||
	share(lines.slice(0, -1), (text) => /[,;:.!?–—…]["”’»]?$/.test(text)) >= 0.6;

/** Counts the marks that end a sentence or a part of one, within lines. */
const marksWithin = (lines: readonly string[]): number =>
	lines.reduce((sum, text) => sum + (text.match(/[.;:!?]["”’»]?\s/g)?.length ?? 0), 0);

const marksAtEnds = (lines: readonly string[]): number =>
	lines.slice(0, -1).filter((text) => /[.;:!?]["”’»]?$/.test(text)).length;

export const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
	items.length === 0 ? 0 : items.filter(holds).length / items.length;
