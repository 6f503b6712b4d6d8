/**
 * Page breaks inside a paragraph: a blank line where the sentence goes on. The footnotes, captions
 * and page numbers that stand in the gap come after the paragraph that they interrupt.
 */
import {
	endsInHyphen,
	endsOpen,
	endsParagraph,
	isAddress,
	startsInside,
	startsLower
} from './ending';
import { joinText } from './hyphen';
import { isProse, type Evidence, type Piece } from './piece';
import { closesUnopened, openAtEnd, opensQuotation } from './quotes';

/** A shorter piece that does not end its sentence is a heading or an item, not a broken paragraph. */
const minBroken = 60;

interface Gap {
	/** Something of the page’s stood between the two parts. */
	readonly furniture: boolean;
	/** Other breaks of this file are certain. */
	readonly paged: boolean;
	/** Paragraphs of this file begin with small letters: they prove nothing. */
	readonly lower: boolean;
}

export function joinBroken(pieces: readonly Piece[], evidence: Evidence): readonly Piece[] {
	const lower = beginsLower(pieces);
	const paged = pieces.some((piece, i) => {
		const above = pieces[i - 1];
		return isProse(piece) && isProse(above) && isSure(above.text, piece.text) && !lower;
	});
	const out: Group[] = [];
	let open: Group | null = null;
	for (const piece of pieces) {
		const group: Group = { piece, parts: [piece.text], open: false };
		if (!isProse(piece)) {
			if (!isFurniture(piece)) open = null;
			out.push(group);
			continue;
		}
		const gap: Gap = { furniture: open !== null && out.at(-1) !== open, paged, lower };
		if (open && goesOn(open, piece.text, gap)) {
			open.parts.push(piece.text);
			open.open = openAtEnd(piece.text);
		} else {
			open = { ...group, open: openAtEnd(piece.text) };
			out.push(open);
		}
	}
	return out.map(({ piece, parts }) =>
		parts.length === 1 ? piece : { ...piece, text: joinText(parts, { ...evidence, typeset: true }) }
	);
}

interface Group {
	readonly piece: Piece;
	readonly parts: string[];
	/** A quotation is open at the end of the last part. */
	open: boolean;
}

const isFurniture = ({ role }: Piece): boolean =>
	role.kind === 'footnote' ||
	role.kind === 'caption' ||
	(role.kind === 'left-out' && role.reason !== 'ornament' && role.reason !== 'repeated-title');

/** Whether the last part of a paragraph goes on in `below`. */
function goesOn(group: Group, below: string, gap: Gap): boolean {
	const above = group.parts.at(-1) ?? '';
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

/** A break that cannot be anything else. */
const isSure = (above: string, below: string): boolean =>
	above.length >= minBroken && !endsParagraph(above) && startsInside(below);

/** A fifth of the paragraphs that follow a finished one begin with a small letter. */
function beginsLower(pieces: readonly Piece[]): boolean {
	const after = pieces.filter((piece, i) => {
		const above = pieces[i - 1];
		return isProse(piece) && isProse(above) && endsParagraph(above.text);
	});
	return (
		after.length > 0 && after.filter(({ text }) => startsLower(text)).length > after.length / 5
	);
}
