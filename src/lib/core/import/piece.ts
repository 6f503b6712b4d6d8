/**
 * A piece is a paragraph of the file on its way to becoming a block: its words, and what the rules
 * have made of it so far. A rule takes all pieces and gives new ones; what it does not know it
 * leaves as `prose`, and what is still prose at the end is a paragraph.
 */
import type { BlockShape, Lang, Metadata } from '../text/article';
import type { LeftOutReason } from '../library/store';

export type Role =
	| { readonly kind: 'prose' }
	| { readonly kind: 'title' }
	| { readonly kind: 'left-out'; readonly reason: LeftOutReason }
	| BlockShape;

export interface Piece {
	/** The words and marks of the file; lines joined, white space folded. Never empty. */
	readonly text: string;
	/** A blank line stands before it. */
	readonly apart: boolean;
	/** Spaces before its first line. */
	readonly indent: number;
	readonly role: Role;
}

/** What the whole file tells a rule that looks at one piece. */
export interface Evidence {
	readonly lang: Lang;
	/** Words that stand in the text in lower case. */
	readonly words: ReadonlySet<string>;
	/** All words, in lower case; those with a hyphen in them whole. */
	readonly spelt: ReadonlySet<string>;
}

/** Metadata that a rule has read, and the pieces that remain. */
export interface Reading {
	readonly pieces: readonly Piece[];
	readonly metadata: Partial<Metadata>;
}

export type Rule = (pieces: readonly Piece[], evidence: Evidence) => readonly Piece[];

export const isProse = (piece: Piece | undefined): piece is Piece => piece?.role.kind === 'prose';

export const leaveOut = (piece: Piece, reason: LeftOutReason): Piece => ({
	...piece,
	role: { kind: 'left-out', reason }
});

/** One pass over the words: linear, whatever the text. */
export function evidenceOf(text: string, lang: Lang): Evidence {
	const words = new Set<string>();
	const spelt = new Set<string>();
	for (const { 0: token, index } of text.matchAll(/\p{L}[\p{L}\p{M}-]*/gu)) {
		if (/^\p{Ll}/u.test(token) && !isInAddress(text, index, index + token.length)) words.add(token);
		spelt.add(token.toLowerCase());
	}
	return { lang, words, spelt };
}

/** `anna.ek@example.org` spells no word in small letters. */
const isInAddress = (text: string, start: number, end: number): boolean =>
	/^(?:[@/]|\.\p{Ll})/u.test(text.slice(end, end + 2)) ||
	/(?:[@/]|\p{Ll}\.)$/u.test(text.slice(Math.max(0, start - 2), start));
