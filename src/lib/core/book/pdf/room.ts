/** Tells whether a line is full: whether the next line’s first word would have found room on it. */
import { firstWordWidth, type Line } from './line';
import { pairs } from './measures';

/** Width of a blank, in sizes of the letters. */
const blank = 0.25;

/** Returns how much room is left after the next line’s first word, in sizes of the letters. */
const room = (line: Line, next: Line, right: number): number =>
	(right - line.x1 - firstWordWidth(next)) / Math.max(line.size, 1) - blank;

/** Returns whether the first word of the next line would have found room. */
export const hasRoom = (line: Line, next: Line, right: number): boolean =>
	room(line, next, right) > 0.35 && !endsBroken(line);

/** Room that no line of prose leaves, in sizes of the letters, though its right edge is ragged. */
const verseRoom = 1;

/** Returns the lines after which a block breaks by intention, as in verse: those that leave room. */
export function hardBreaks(lines: readonly Line[], right: number): ReadonlySet<Line> {
	const ends = pairs(lines).filter(([line]) => !endsBroken(line));
	const open = ends.filter(([line, next]) => line.page === next.page && hasRoom(line, next, right));
	const chosen =
		open.length * 2 > lines.length - 1
			? ends
			: open.filter(([line, next]) => room(line, next, right) > verseRoom);
	return new Set(chosen.map(([line]) => line));
}

/** Returns whether a line ends within a word. */
const endsBroken = (line: Line): boolean => /\p{L}[-‐\u00ad]$/u.test(line.text.slice(-4));
