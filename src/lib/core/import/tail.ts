/** Reads the end of a text: its writers, date and rights, below the last paragraph. */
import type { Metadata } from '../text/article';
import { isCopyright } from './captions';
import { dateLine, isDiary } from './dates';
import { withoutUndefined } from './importedFrontMatter';
import { wordsOf } from './inlineMarks';
import { introducedNames, parseNames } from './personNames';
import { isProse, leaveOut, type PieceEvidence, type Piece, type PieceResult } from './piece';

/** How far up from the end, in pieces of prose, the tail may begin. */
const maxTail = 4;

export function readTail(
	pieces: readonly Piece[],
	evidence: PieceEvidence,
	known: Partial<Metadata>
): PieceResult {
	const prose = pieces.flatMap((piece, i) => (isProse(piece) ? [i] : []));
	const tail = new Set(prose.slice(-Math.min(maxTail, prose.length - 1)));
	const diary = isDiary(pieces.map((piece) => piece.text));
	const found: { authors?: readonly string[]; issued?: string; rights?: string } = {};
	const read = pieces.map((piece, i) => {
		if (!tail.has(i) || piece.text.length > 250) return piece;
		const text = wordsOf(piece.text);
		const issued = diary ? null : dateLine(text);
		if (issued !== null) {
			found.issued ??= issued;
			return leaveOut(piece, 'date');
		}
		if (isCopyright(text)) {
			found.rights ??= text;
			return leaveOut(piece, 'masthead');
		}
		const bare = isOverText(pieces, i, text) ? null : parseNames(text, evidence);
		const authors = introducedNames(text) ?? bare;
		if (!authors || !isByline(authors, known)) return piece;
		found.authors ??= authors;
		return leaveOut(piece, 'byline');
	});
	return { pieces: read, metadata: withoutUndefined({ ...found, ...withoutUndefined(known) }) };
}

/** Least length of text, in UTF-16 units. A shorter piece is an address, a date or a profession. */
const minText = 160;

/** Returns whether a name is a heading: the paragraph after it is not about the person. */
const isOverText = (pieces: readonly Piece[], i: number, name: string): boolean =>
	pieces
		.slice(i + 1)
		.some((below) => isProse(below) && below.text.length >= minText && !below.text.includes(name));

/**
 * Returns whether names are the writers’. If the writers are known, other names at the end are
 * not theirs.
 */
const isByline = (names: readonly string[], { authors }: Partial<Metadata>): boolean =>
	authors === undefined || names.every((name) => authors.includes(name));
