/**
 * Finds the headings of a story that are told by their print: after a wide gap, in capitals, or
 * wholly in italics, and the short lines between two headings.
 */
import { readLabel } from './chapterLabels';
import { namedInContents } from './contentsList';
import { isDated } from './dates';
import { startsLower } from './ending';
import {
	breaksOff,
	headingLayout,
	isSentence,
	leadsOn,
	leastGap,
	levelAt,
	noHeading,
	type HeadingLayout
} from './headingLayout';
import { numeralOf } from './numerals';
import { isProse, type Piece } from './piece';
import { leadsToText } from './reach';
import { beginsAsSpeech, beginsWithDash, holdsSpeech } from './speech';
import { isBalanced, isCapitals } from './titleLines';

/** Longest heading of a book, in UTF-16 units and words. */
const maxLength = 120;
const maxWords = 18;
/** Blank lines above a heading, more than between paragraphs. */
const wide = 2;
/** Least number of lines in italics that are headings. */
const minItalics = 3;
/** Most words of a heading that ends with a full stop. A longer one is a sentence. */
const maxSentence = 8;
/** Most short lines between a line in capitals and the heading that it stands over. */
const maxBetween = 4;

export function printedHeadings(pieces: readonly Piece[]): readonly Piece[] {
	const layout = headingLayout(pieces);
	if (!layout.story) return pieces;
	const isItalicHeading = italicsIn(pieces, layout);
	const isNamed = namedInContents(pieces);
	const restarts = pieces.filter(isFirstNumber).length > 1;
	const out: Piece[] = [];
	for (const [i, piece] of pieces.entries()) {
		const found = isPrinted(pieces, i, layout, {
			above: out.at(-1),
			isItalicHeading,
			isNamed,
			restarts
		});
		out.push(found ? heading(piece, levelAt(piece, layout)) : piece);
	}
	return betweenHeadings(out);
}

const heading = (piece: Piece, level: number): Piece => ({
	...piece,
	role: { kind: 'heading', level: Math.min(level, 6) }
});

/** Returns whether a line is wholly in italics, and no speech: that has other marks in it. */
const isItalic = (text: string): boolean =>
	/^_[^_:;!?]{2,118}_[.:]?$|^\*[^*:;!?]{2,118}\*[.:]?$/.test(text);

/** Returns whether a line in italics is a name: words with capitals, but for `of` and the like. */
const isItalicName = (text: string): boolean =>
	isItalic(text) &&
	(text.match(/\p{Lu}/gu)?.length ?? 0) > 1 &&
	!/(?<!\p{L})(?!from|till|från|efter|over|left|with)\p{Ll}{4}/u.test(text);

/** Returns the test of a heading in italics: true for no line unless such lines recur. */
function italicsIn(
	pieces: readonly Piece[],
	{ usualGap }: HeadingLayout
): (piece: Piece) => boolean {
	const names = pieces.filter(({ text, role }) => role.kind === 'prose' && isItalicName(text));
	const isNamed = names.length >= minItalics;
	const is = ({ text, gap }: Piece) =>
		isItalic(text) && (gap > usualGap || (isNamed && isItalicName(text)));
	return pieces.filter((piece) => isProse(piece) && is(piece)).length >= minItalics
		? is
		: () => false;
}

interface Beside {
	readonly above: Piece | undefined;
	readonly isItalicHeading: (piece: Piece) => boolean;
	/** A list of contents names the line. */
	readonly isNamed: (piece: Piece) => boolean;
	/** Sections are numbered anew under each heading. */
	readonly restarts: boolean;
}

/** Returns whether a piece is printed as a heading, whatever its words. */
function isPrinted(
	pieces: readonly Piece[],
	at: number,
	layout: HeadingLayout,
	{ above, isItalicHeading, isNamed, restarts }: Beside
): boolean {
	const piece = pieces[at];
	const below = pieces[at + 1];
	const isApart = (line: Piece) => line.apart || !layout.spaced;
	if (!isProse(piece) || !below || !isApart(piece) || !mayBePrinted(piece.text)) return false;
	const { text, gap } = piece;
	if (!leadsToText(pieces, at + 1)) return false;
	if (isNamed(piece)) return true;
	const under = above?.role.kind === 'heading' && isSentence(text);
	if (gap >= layout.usualGap + wide && !under && !isLong(text))
		return below.gap < gap || below.gap <= layout.usualGap || below.role.kind === 'heading';
	if (restarts && isFirstNumber(below) && !isLong(text) && above?.role.kind !== 'heading')
		return true;
	const named = above?.role.kind === 'heading' || hasNumeral(text);
	const over = isCapitals(text) && named && leadsToHeading(pieces, at + 1);
	if ((gap < leastGap(layout) && !over) || !isApart(below) || leadsOn(above)) return false;
	if (isProse(below) && startsLower(below.text)) return false;
	return (
		isItalicHeading(piece) ||
		(isCapitals(text) && !beginsAsSpeech(text) && !/!$|^\(.*\)\.?$/.test(text) && isBalanced(text))
	);
}

const mayBePrinted = (text: string): boolean =>
	text.length <= maxLength &&
	text.split(/\s+/).length <= maxWords &&
	/\p{L}{3}/u.test(text) &&
	!/[:,]$/.test(text) &&
	!noHeading.test(text) &&
	!startsLower(text) &&
	!breaksOff(text) &&
	!beginsWithDash(text) &&
	(isCapitals(text) || !(beginsAsSpeech(text) || holdsSpeech(text)));

const isLong = (text: string): boolean =>
	isSentence(text) && text.split(/\s+/).length > maxSentence;

/** Returns whether a piece is the heading `I` or `1`. */
function isFirstNumber({ role, text }: Piece): boolean {
	const label = role.kind === 'heading' ? readLabel(text) : null;
	return label?.division === 'number' && label.number === 1 && label.title === '';
}

/** Returns whether a line has a number in it, as `SECOND PERIOD` has, and a signature has not. */
const hasNumeral = (text: string): boolean =>
	(text.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => numeralOf(word) !== null);

/** Returns whether a heading follows within a few short lines from `from` on. */
function leadsToHeading(pieces: readonly Piece[], from: number): boolean {
	for (const piece of pieces.slice(from, from + maxBetween)) {
		if (piece.role.kind === 'heading') return true;
		if (!isProse(piece) || !isShortLine(piece.text)) return false;
	}
	return false;
}

const isShortLine = (text: string): boolean =>
	text.length <= maxLength &&
	!noHeading.test(text) &&
	!breaksOff(text) &&
	!beginsAsSpeech(text) &&
	(isItalic(text) || !isSentence(text));

/** Takes a line between two headings, and a line with a place and a date, to the heading above. */
function betweenHeadings(pieces: readonly Piece[]): readonly Piece[] {
	const out: Piece[] = [];
	let level: number | null = null;
	for (const [i, piece] of pieces.entries()) {
		if (piece.role.kind === 'heading') level = piece.role.level + 1;
		else if (!isProse(piece) || !isLineOf(piece, pieces[i + 1])) level = null;
		out.push(level !== null && isProse(piece) ? heading(piece, level) : piece);
	}
	return out;
}

const isLineOf = ({ text }: Piece, below: Piece | undefined): boolean =>
	below !== undefined &&
	!beginsAsSpeech(text) &&
	(isDated(text) || (below.role.kind === 'heading' && isShortLine(text)));
