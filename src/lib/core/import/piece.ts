/**
 * A piece is a paragraph of the file that will become a block: its words, and the results of the
 * rules so far. A rule takes all pieces and returns new ones; a piece that it does not recognise
 * stays `prose`, and pieces that are still prose at the end become paragraphs.
 */
import type { BlockShape, Lang, Metadata } from '../text/article';
import type { LeftOutReason } from './leftOut';

type Role =
	| { readonly kind: 'prose' }
	| { readonly kind: 'title' }
	| { readonly kind: 'left-out'; readonly reason: LeftOutReason }
	| BlockShape;

export interface Piece {
	/** The words and marks of the file, with lines joined and white space folded. Never empty. */
	readonly text: string;
	/** A blank line precedes it. */
	readonly apart: boolean;
	/** Number of blank lines above it. */
	readonly gap: number;
	/** Spaces before its first line. */
	readonly indent: number;
	/** Least indent of its lines; null for a single line. */
	readonly inset: number | null;
	readonly role: Role;
}

/** Evidence from the whole file for a rule that examines one piece. */
export interface PieceEvidence {
	readonly lang: Lang;
	/** Words that the text has in lower case. */
	readonly words: ReadonlySet<string>;
	/** All words, in lower case; those with a hyphen are whole. */
	readonly spelt: ReadonlySet<string>;
}

/** Metadata that a rule has read, and the remaining pieces. */
export interface PieceResult {
	readonly pieces: readonly Piece[];
	readonly metadata: Partial<Metadata>;
}

export const isProse = (piece: Piece | undefined): piece is Piece => piece?.role.kind === 'prose';

export const leaveOut = (piece: Piece, reason: LeftOutReason): Piece => ({
	...piece,
	role: { kind: 'left-out', reason }
});

/** Collects the evidence in one pass over the words: linear time for any text. */
export function evidenceOf(text: string, lang: Lang): PieceEvidence {
	const words = new Set<string>();
	const spelt = new Set<string>();
	for (const { 0: token, index } of text.matchAll(/\p{L}[\p{L}\p{M}-]*/gu)) {
		if (/^\p{Ll}/u.test(token) && !isInAddress(text, index, index + token.length)) words.add(token);
		spelt.add(token.toLowerCase());
	}
	return { lang, words, spelt };
}

/**
 * Returns whether a word is inside an address: `anna.ek@example.org` is no evidence of lower
 * case.
 */
const isInAddress = (text: string, start: number, end: number): boolean =>
	/^(?:[@/]|\.\p{Ll})/u.test(text.slice(end, end + 2)) ||
	/(?:[@/]|\p{Ll}\.)$/u.test(text.slice(Math.max(0, start - 2), start));
