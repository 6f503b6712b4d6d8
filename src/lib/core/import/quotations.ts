/**
 * Finds unmarked block quotations: by quotation marks over several paragraphs of which only the
 * last is closed, and by a colon after a paragraph that says that somebody speaks. Dialogue, one
 * quoted paragraph after another, is no block quotation.
 */
import { isProse, type Piece } from './piece';
import { hasSource, openAtEnd, opensQuotation, quotationOf } from './quotes';
import { beginsAsSpeech, hasDialogue, isTold } from './speech';

/** Words of saying and writing. Before a colon they announce a quotation. */
const saying =
	/(?<!\p{L})(?:säger|sade|sa|skriver|skrev|menar|menade|berättar|förklarar|konstaterar|kommenterar|kommentar\p{L}*|sammanfatt\p{L}*|citat\p{L}*|citera\p{L}*|intervju\p{L}*|uttala\p{L}*|brev\p{L}*|anför|heter det|says|said|writes|wrote|states?d?|explain(?:s|ed)|comment(?:s|ed|ary)?|summar\p{L}*|quot\p{L}*|interview\p{L}*|statement|letter|reports?|reported|adds|added|detail|noted?|notes|argue[sd]?|declare[sd]?|words|testimony|told|recalls?|remember(?:s|ed))(?!\p{L})/iu;

/** An editor’s addition in square brackets, which occurs only in quoted words. */
const addition = /(?<!!)\[(?!\^)[^\]]{3,120}\](?![([])/;

/**
 * Where the text has dialogue, marks and colons announce speech: then a quotation is only what is
 * set off by `>` or by an indent.
 */
export function quotations(pieces: readonly Piece[]): readonly Piece[] {
	return setOff(hasDialogue(pieces) ? pieces : unmarkedQuotations(pieces));
}

/** Least indent, in spaces, of all lines of a quotation in a text whose other lines have none. */
const minInset = 2;
/** Least share of paragraphs of several lines without an indent. */
const minFlush = 0.8;

function setOff(pieces: readonly Piece[]): readonly Piece[] {
	const wrapped = pieces.filter((piece) => isProse(piece) && piece.inset !== null);
	const flush = wrapped.filter(({ inset }) => inset === 0).length;
	if (flush < wrapped.length * minFlush) return pieces;
	return pieces.map((piece) =>
		isProse(piece) && (piece.inset ?? 0) >= minInset && !beginsAsSpeech(piece.text)
			? { ...piece, role: { kind: 'quote' } }
			: piece
	);
}

function unmarkedQuotations(pieces: readonly Piece[]): readonly Piece[] {
	const out: Piece[] = [];
	let above: Piece | null = null;
	let state: QuotationState = { announced: false, open: false, unmarked: false };
	pieces.forEach((piece, i) => {
		if (piece.role.kind === 'heading') above = null;
		if (!isProse(piece)) {
			out.push(piece);
			return;
		}
		const announced =
			above !== null && isAnnouncement(above.text) && !isSpoken(above.text, piece.text);
		const quoted = isQuoted(piece, next(pieces, i), { ...state, announced });
		const unmarked = quoted && !opensQuotation(piece.text);
		out.push(quoted ? { ...piece, role: { kind: 'quote' } } : piece);
		state = { announced: false, open: openAtEnd(piece.text), unmarked };
		above = piece;
	});
	return out;
}

/** Longest reply, in UTF-16 units, after `sade hon:`. A longer one may be a block quotation. */
const maxReply = 120;

const isSpoken = (above: string, text: string): boolean =>
	isTold(above) && text.length <= maxReply && beginsAsSpeech(text);

interface QuotationState {
	/** The paragraph above announces a quotation. */
	readonly announced: boolean;
	/** A quotation is open at the end of the paragraph above. */
	readonly open: boolean;
	/** The paragraph above is a quotation without marks. */
	readonly unmarked: boolean;
}

function isQuoted(
	piece: Piece,
	below: Piece | undefined,
	{ announced, open, unmarked }: QuotationState
): boolean {
	const form = quotationOf(piece.text);
	if (form === 'mixed')
		return !opensQuotation(piece.text) && (announced || (unmarked && addition.test(piece.text)));
	if (announced || open || hasSource(piece.text)) return true;
	return form === 'open' && below !== undefined && opensQuotation(below.text);
}

const next = (pieces: readonly Piece[], i: number): Piece | undefined => {
	const piece = pieces[i + 1];
	return isProse(piece) ? piece : undefined;
};

/** Returns whether a paragraph’s last sentence ends in a colon and says that somebody speaks. */
function isAnnouncement(text: string): boolean {
	const end = text.slice(-400);
	if (!/:[\s*_]*(?:\[\^[^\]]+\])?$/.test(end)) return false;
	const sentence = end.split(/[.!?]["”’)]*\s+(?=\p{Lu})/u).at(-1) ?? end;
	return saying.test(sentence);
}
