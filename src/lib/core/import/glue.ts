/** A title that is glued to the paragraph after it, where it also stands by itself. */
import { looksLikeTitle } from './headings';
import { isProse, type Piece } from './piece';

/** So far down, in pieces, a title comes. */
const maxHead = 14;
/** Shorter lines may begin a paragraph by chance. */
const minTitle = 20;

export function unglueTitle(pieces: readonly Piece[]): readonly Piece[] {
	const titles = pieces
		.slice(0, maxHead)
		.map(({ text }) => text)
		.filter((text) => text.length >= minTitle && looksLikeTitle(text));
	return pieces.flatMap((piece, i) => {
		const title =
			i < maxHead && isProse(piece) && titles.find((t) => piece.text.startsWith(`${t} `));
		if (!title) return [piece];
		const rest = piece.text.slice(title.length).trim();
		return [
			{ ...piece, text: title },
			{ ...piece, text: rest, apart: false }
		];
	});
}
