/**
 * Finds the chapters of a story that have only titles, where one blank line stands everywhere: rows
 * of one to three short lines without a final mark. A single one may be a signature or a sign; many
 * rows of as many lines, far apart, each between finished paragraphs, are chapters.
 */
import { isDivision } from './chapters';
import { isDated } from './dates';
import { endsParagraph, startsLower } from './ending';
import { headingLayout, levelAt, mayBeHeading, type HeadingLayout } from './headingLayout';
import { looksLikeHeading } from './headings';
import { isProse, type Piece } from './piece';
import { beginsAsSpeech } from './speech';

/** Most lines of a row. More are verse, an address or a list. */
const maxLines = 3;
/**
 * Rows that prove one another: their least number; how many titles they have at least, since a
 * signature is the same each time; their least shares, of all rows and of those of as many lines.
 */
const minRows = { count: 4, titles: 3, share: 0.6, far: 0.8 };
/** Least number of pieces from one row to the next; a chapter is longer. */
const minApart = 6;

interface TitleRow {
	readonly at: number;
	readonly lines: number;
}

export function titleRows(pieces: readonly Piece[]): readonly Piece[] {
	const layout = headingLayout(pieces);
	if (!layout.story || !layout.spaced || pieces.some(isDivision)) return pieces;
	const rows = proven(pieces, rowsIn(pieces, layout));
	if (rows.length === 0) return pieces;
	const out = [...pieces];
	for (const { at, lines } of rows)
		for (let i = at; i < at + lines; i++) {
			const piece = pieces[i];
			const level = Math.min((piece ? levelAt(piece, layout) : 0) + (i > at ? 1 : 0), 6);
			if (piece) out[i] = { ...piece, role: { kind: 'heading', level } };
		}
	return out;
}

/** Finds the rows that stand between a finished paragraph and text. */
function rowsIn(pieces: readonly Piece[], layout: HeadingLayout): readonly TitleRow[] {
	const rows: TitleRow[] = [];
	for (let at = 0; at < pieces.length; at++) {
		let lines = 0;
		while (isLine(pieces, at + lines, layout)) lines++;
		if (lines > 0 && lines <= maxLines && isBetweenText(pieces, at, lines))
			rows.push({ at, lines });
		at += lines;
	}
	return rows;
}

/** Returns whether a piece may be a line of a title. Below the first one, it may be a date. */
function isLine(pieces: readonly Piece[], at: number, layout: HeadingLayout): boolean {
	const piece = pieces[at];
	if (!isProse(piece) || !piece.apart) return false;
	const above = pieces[at - 1];
	return (
		isTitle(piece, layout) || (isDated(piece.text) && isProse(above) && isTitle(above, layout))
	);
}

const isTitle = (piece: Piece, layout: HeadingLayout): boolean =>
	isYear(piece.text) ||
	(looksLikeHeading(piece.text) &&
		!isClosing(piece.text) &&
		mayBeHeading(piece, layout, { above: undefined, below: undefined }));

const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(text);

/** Returns whether a line ends a letter: `Din Anna`, `Your friend`. */
const isClosing = (text: string): boolean =>
	/^(?:din|er|eder|ditt|ert|yours?|with|med|hälsningar|love|p\.?\s?s)(?!\p{L})/iu.test(text);

function isBetweenText(pieces: readonly Piece[], at: number, lines: number): boolean {
	const above = pieces[at - 1];
	const below = pieces[at + lines];
	return (
		(above === undefined ||
			(isProse(above) && endsParagraph(above.text) && !/:$/.test(above.text))) &&
		isProse(below) &&
		below.apart &&
		!startsLower(below.text) &&
		(endsParagraph(below.text) || beginsAsSpeech(below.text))
	);
}

/** Returns the rows of the number of lines that most rows have, if these recur far apart. */
function proven(pieces: readonly Piece[], rows: readonly TitleRow[]): readonly TitleRow[] {
	for (let lines = 1; lines <= maxLines; lines++) {
		const alike = rows.filter((row) => row.lines === lines);
		const far = alike.filter(({ at }, i) => at - (alike[i - 1]?.at ?? -Infinity) >= minApart);
		const titles = new Set(far.map(({ at }) => pieces[at]?.text));
		if (
			far.length >= minRows.count &&
			far.length >= rows.length * minRows.share &&
			far.length >= alike.length * minRows.far &&
			titles.size >= minRows.titles
		)
			return far;
	}
	return [];
}
