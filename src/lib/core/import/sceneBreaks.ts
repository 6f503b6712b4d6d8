/**
 * Keeps the scene breaks of a story or a book as paragraphs; in other texts such a line is an
 * ornament.
 */
import { sceneBreak } from '../text/sceneBreak';
import { isDivision } from './chapters';
import { isProse, type Piece } from './piece';
import { isStory } from './speech';

const mark = /^(?:[*•·⁂✻❖#~–—-]\s*){1,20}$/u;

export function sceneBreaks(pieces: readonly Piece[]): readonly Piece[] {
	if (!pieces.some(isDivision) && !isStory(pieces)) return pieces;
	return pieces.map((piece, i) =>
		isProse(piece) && mark.test(piece.text) && isProse(pieces[i - 1]) && isText(pieces[i + 1])
			? { ...piece, text: sceneBreak, role: { kind: 'paragraph' } }
			: piece
	);
}

const isText = (piece: Piece | undefined): boolean => isProse(piece) && /\p{L}/u.test(piece.text);
