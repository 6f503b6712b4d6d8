/** Separates a title that is glued to the next paragraph, if it also occurs on its own line. */
import { looksLikeTitle } from './headings';
import { isProse, type Piece } from './piece';

/** How far down, in pieces, a title may be. Later pieces are not examined. */
const maxHead = 14;
/** Least length of the title, in UTF-16 units. A shorter line may begin a paragraph by chance. */
const minTitle = 20;

export function unglueTitle(pieces: readonly Piece[]): readonly Piece[] {
	const titles = pieces
		.slice(0, maxHead)
		.map(({ text }) => text)
		.filter((text) => text.length >= minTitle && looksLikeTitle(text));
	return pieces.flatMap((piece, i) => {
		const title =
			i < maxHead && isProse(piece) && titles.find((t) => piece.text.startsWith(`${t} `));
		if (!title) return piece;
		const rest = piece.text.slice(title.length).trim();
		return [
			{ ...piece, text: title },
			{ ...piece, text: rest, apart: false }
		];
	});
}
