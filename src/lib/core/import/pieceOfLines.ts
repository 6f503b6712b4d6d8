/** Makes a piece of the lines of one paragraph. */
import { lineBreak, withoutBackslash } from '../text/lineBreaks';
import { joinText, type Hyphens } from './hyphen';
import type { SourceLine } from './lines';
import type { Piece } from './piece';

/** Groups the lines of a piece between its line breaks. */
function hardLines(group: readonly SourceLine[]): SourceLine[][] {
	const lines: SourceLine[][] = [];
	group.forEach((line, i) => {
		if (i === 0 || group[i - 1]?.hard) lines.push([line]);
		else lines.at(-1)?.push(line);
	});
	return lines;
}

/** Removes the soft hyphens within words. One at the end shows that a word is broken there. */
const withoutSoftHyphens = (text: string): string => text.replace(/\u00ad(?!$)/g, '');

/** Least length of the lines of prose that is set off, in UTF-16 units. Verse has shorter lines. */
const minInsetLine = 50;

/** Returns the least indent of several lines of prose; null for one line and for verse. */
const insetOf = (group: readonly SourceLine[]): number | null =>
	group.length < 2 ||
	group.some(({ text }, i) => i < group.length - 1 && text.length < minInsetLine)
		? null
		: group.reduce((least, { indent }) => Math.min(least, indent), Infinity);

/**
 * Returns the piece that lines of one paragraph make. `first`: a blank line, or the start of the text,
 * stands above it.
 */
export function pieceOf(group: readonly SourceLine[], first: boolean, hyphens: Hyphens): Piece {
	const head = group[0];
	return {
		text: group.length === 1 ? withoutSoftHyphens(head?.text ?? '') : textOf(group, hyphens),
		apart: first,
		gap: head?.gap ?? 0,
		indent: head?.indent ?? 0,
		inset: insetOf(group),
		role: { kind: head?.quoted ? 'quote' : 'prose' }
	};
}

const textOf = (group: readonly SourceLine[], hyphens: Hyphens): string =>
	hardLines(group)
		.map((lines) =>
			withoutSoftHyphens(
				joinText(
					lines.map(({ text }) => text),
					hyphens
				)
			)
		)
		.map((text, i, { length }) => (i < length - 1 ? withoutBackslash(text) : text))
		.join(lineBreak);
