/**
 * Joins paragraphs cut by page breaks: a blank line in the middle of a sentence. Footnotes,
 * captions and page numbers in the gap are moved after the paragraph that they interrupt.
 */
import { hasLines } from '../text/lineBreaks';
import {
	endsInHyphen,
	endsOpen,
	endsParagraph,
	isAddress,
	startsInside,
	startsLower
} from './ending';
import { joinText } from './hyphen';
import { isProse, type PieceEvidence, type Piece } from './piece';
import { closesUnopened, openAtEnd, opensQuotation } from './quotes';

/**
 * Least length of a broken paragraph, in UTF-16 units. A shorter piece that does not end its
 * sentence is a heading or an item.
 */
const minBroken = 60;

interface Gap {
	/** Footnotes, captions or page numbers are between the two parts. */
	readonly furniture: boolean;
	/** Other page breaks of this file are certain. */
	readonly paged: boolean;
	/** Paragraphs of this file begin with small letters, so a small letter is no evidence. */
	readonly lower: boolean;
}

export function joinBroken(pieces: readonly Piece[], evidence: PieceEvidence): readonly Piece[] {
	const lower = beginsLower(pieces);
	const paged = pieces.some((piece, i) => {
		const above = pieces[i - 1];
		return isProse(piece) && isProse(above) && isSure(above.text, piece.text) && !lower;
	});
	const out: BrokenParagraph[] = [];
	let open: BrokenParagraph | null = null;
	for (const piece of pieces) {
		const { text } = piece;
		if (!isProse(piece)) {
			if (!isFurniture(piece)) open = null;
			out.push({ piece, parts: [text], open: false });
			continue;
		}
		const gap: Gap = { furniture: open !== null && out.at(-1) !== open, paged, lower };
		if (open && goesOn(open, text, gap)) {
			open.parts.push(text);
			open.open = openAtEnd(text);
		} else {
			open = { piece, parts: [text], open: openAtEnd(text) };
			out.push(open);
		}
	}
	return out.map(({ piece, parts }) =>
		parts.length === 1 ? piece : { ...piece, text: joinText(parts, { ...evidence, typeset: true }) }
	);
}

interface BrokenParagraph {
	readonly piece: Piece;
	readonly parts: string[];
	/** A quotation is open at the end of the last part. */
	open: boolean;
}

const isFurniture = ({ role }: Piece): boolean =>
	role.kind === 'footnote' ||
	role.kind === 'caption' ||
	(role.kind === 'left-out' && role.reason !== 'ornament' && role.reason !== 'repeated-title');

/** Returns whether the last part of a paragraph goes on in `below`. */
function goesOn(group: BrokenParagraph, below: string, gap: Gap): boolean {
	const above = group.parts.at(-1) ?? '';
	// A stanza ends where its lines end.
	if (hasLines(above) || hasLines(below)) return false;
	const whole = group.parts.length > 1 || above.length >= minBroken;
	if (endsInHyphen(above) && startsLower(below)) return true;
	if (/^[-*+•◦▪‣·]\s/.test(below) || isAddress(below)) return false;
	if (!endsParagraph(above)) {
		if (startsInside(below) && !gap.lower) return whole || gap.furniture;
		if (whole && endsOpen(above)) return !opensQuotation(below) || startsLower(below);
		return whole && gap.paged && gap.furniture;
	}
	if (gap.furniture && !group.open && closesUnopened(below)) return true;
	return false;
}

/** Returns whether a gap can only be a break inside a sentence. */
const isSure = (above: string, below: string): boolean =>
	above.length >= minBroken && !endsParagraph(above) && startsInside(below);

/**
 * Returns whether a fifth of the paragraphs that follow a finished one begin with a small
 * letter.
 */
function beginsLower(pieces: readonly Piece[]): boolean {
	const after = pieces.filter((piece, i) => {
		const above = pieces[i - 1];
		return isProse(piece) && isProse(above) && endsParagraph(above.text);
	});
	return (
		after.length > 0 && after.filter(({ text }) => startsLower(text)).length > after.length / 5
	);
}
