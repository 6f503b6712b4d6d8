/**
 * Lists. A bullet is a mark and goes; a number is the text’s and stays. A numbered paragraph that
 * is long, or that has no neighbour in the count, is a paragraph.
 */
import { isProse, type Piece } from './piece';

const bullet = /^[-*+•◦▪‣·]\s+(?=\S)/;
const number = /^(\d{1,3})[.)]\s+(?=\S)/;

/** Longer numbered items are theses: paragraphs. */
const maxItem = 300;

export function lists(pieces: readonly Piece[]): readonly Piece[] {
	return pieces.map((piece, i) => {
		if (!isProse(piece)) return piece;
		const mark = bullet.exec(piece.text.slice(0, 40))?.[0];
		if (mark) return item(piece, piece.text.slice(mark.length));
		return isNumbered(pieces, i) ? item(piece, piece.text) : piece;
	});
}

const item = (piece: Piece, text: string): Piece => ({
	...piece,
	text,
	role: { kind: 'list-item' }
});

function isNumbered(pieces: readonly Piece[], i: number): boolean {
	const count = (k: number) => numberOf(pieces[k]);
	const own = count(i);
	return own !== null && (count(i - 1) === own - 1 || count(i + 1) === own + 1);
}

function numberOf(piece: Piece | undefined): number | null {
	if (!isProse(piece) || piece.text.length > maxItem) return null;
	const found = number.exec(piece.text)?.[1];
	return found === undefined ? null : Number(found);
}
