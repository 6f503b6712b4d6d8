/**
 * Tells how a text prints its headings: how many blank lines stand above them, and whether it is
 * a story. In a story a short line that only lacks a full stop may be a signature, a sign or
 * speech, so it is held to the print of the chapters.
 */
import { readLabel } from './chapterLabels';
import { isDivision } from './chapters';
import { isDated } from './dates';
import { endsOpen, endsParagraph, endsSentence, withoutClosers } from './ending';
import { isProse, type Piece } from './piece';
import { closesUnopened } from './quotes';
import { holdsSpeech, isStory } from './speech';
import { isCapitals } from './titleLines';

export interface HeadingLayout {
	readonly story: boolean;
	/** Blank lines part its paragraphs. */
	readonly spaced: boolean;
	/** Number of blank lines between paragraphs. */
	readonly usualGap: number;
	/** Number of blank lines above most chapters, or more; null if the text has no chapters. */
	readonly chapterGap: number | null;
	/** Level of most chapters; null if the text has none. */
	readonly chapterLevel: number | null;
}

/** Least indent of verse and addresses, in spaces, and the length of their lines, in UTF-16 units. */
const minIndent = 2;
const maxVerse = 80;

/** Least number of chapters, and of paragraphs, in a book without dialogue. */
const book = { chapters: 3, paragraphs: 100 };

export function headingLayout(pieces: readonly Piece[]): HeadingLayout {
	const prose = pieces.filter(isProse);
	const chapters = pieces.filter(isDivision);
	// The gap above the first line of a file tells nothing.
	const gaps = chapters
		.filter((piece) => piece !== pieces[0])
		.map(({ gap }) => gap)
		.sort((a, b) => a - b);
	const isBook = chapters.length >= book.chapters && prose.length >= book.paragraphs;
	return {
		story: isBook || isStory(pieces),
		spaced: pieces.some(({ apart }, i) => i > 0 && apart),
		usualGap: mostCommon(prose.map(({ gap }) => gap)) ?? 0,
		chapterGap: gaps[Math.floor(gaps.length / 4)] ?? null,
		chapterLevel: mostCommon(
			chapters.flatMap(({ role }) => (role.kind === 'heading' ? [role.level] : []))
		)
	};
}

/** Returns the most common of some numbers; null if there are none. */
function mostCommon(numbers: readonly number[]): number | null {
	const counts = new Map<number, number>();
	for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Returns the least number of blank lines above a heading: where chapters have more than usual, more. */
export const leastGap = ({ usualGap, chapterGap }: HeadingLayout): number =>
	chapterGap !== null && chapterGap > usualGap ? usualGap + 1 : usualGap;

/** Returns the level of a heading without a number: a chapter’s after a gap as wide as theirs. */
export function levelAt({ gap }: Piece, layout: HeadingLayout): number {
	const { usualGap, chapterGap, chapterLevel } = layout;
	if (chapterLevel === null) return 2;
	const asChapter = chapterGap !== null && chapterGap > usualGap && gap >= chapterGap;
	return Math.min(asChapter ? chapterLevel : chapterLevel + 1, 6);
}

/** Words that stand after the end of a story, the rights of a book, and marks in brackets. */
export const noHeading =
	/^(?:slut(?:et)?|the end(?: of .*)?|finis|end of .*)[.!]?$|copyright|^©|^\[|förlag|tryckeri/iu;

/** Returns whether a line breaks off: no heading does. */
export const breaksOff = (text: string): boolean => endsOpen(text) || /[-–—][_*]?$/.test(text);

/** Returns whether a line ends as a sentence does; in capitals, titles do too. */
export const isSentence = (text: string): boolean => endsSentence(text) && !isCapitals(text);

/** Returns whether a paragraph leads on to the next line: to a sign, a list or a signature. */
export const leadsOn = (above: Piece | undefined): boolean =>
	isProse(above) && !(endsParagraph(above.text) && !/:["”»]?$/.test(above.text));

/** Returns whether the next line goes on a line of verse or an address: beside it, or indented too. */
const isVerse = (piece: Piece, below: Piece, { spaced }: HeadingLayout): boolean =>
	(spaced && !below.apart) ||
	(piece.indent >= minIndent && below.indent >= minIndent && below.text.length < maxVerse);

/**
 * Returns whether the next heading goes on a count: what stands before `Letter 2` ends the letter
 * above it; before `I` it may be a title over it.
 */
function goesOnCounting(below: Piece | undefined): boolean {
	const label = below?.role.kind === 'heading' ? readLabel(below.text) : null;
	return (label?.number ?? 0) > 1;
}

/** Returns whether a short line, which is not printed as a heading, may still be one. */
export function mayBeHeading(
	piece: Piece,
	layout: HeadingLayout,
	{ above, below }: { readonly above: Piece | undefined; readonly below: Piece | undefined }
): boolean {
	if (!layout.story) return true;
	return (
		piece.gap >= leastGap(layout) &&
		(below?.gap ?? 0) <= piece.gap &&
		!(isProse(below) && isVerse(piece, below, layout)) &&
		!leadsOn(above) &&
		!(isProse(above) && goesOnCounting(below)) &&
		!isDated(piece.text) &&
		!breaksOff(piece.text) &&
		!/[?!]$/.test(withoutClosers(piece.text)) &&
		!noHeading.test(piece.text) &&
		!holdsSpeech(piece.text) &&
		!closesUnopened(piece.text)
	);
}
