/** Tells a heading, which has text under it, from the lines of a title page. */
import { readLabel } from './chapterLabels';
import { endsParagraph } from './ending';
import type { Piece } from './piece';

/** Least length of text, in UTF-16 units. A shorter piece is text if it is a sentence. */
const minText = 80;
/** Most short lines between a heading and its text: a title, a motto, a place and a date. */
const maxLines = 4;

/** Most labels of chapters in a row: a volume, a part, a chapter, a section. */
const maxLabels = 5;

/**
 * Returns whether text follows within a few short lines from `from` on; the label of a chapter
 * begins to count anew.
 */
export function leadsToText(pieces: readonly Piece[], from: number, labels = maxLabels): boolean {
	let lines = 0;
	for (let i = from; i < pieces.length && lines <= maxLines; i++) {
		const piece = pieces[i];
		if (!piece) break;
		if (piece.role.kind === 'left-out') continue;
		if (piece.role.kind !== 'prose') return true;
		if (piece.text.length >= minText || isSentence(piece.text)) return true;
		const label = readLabel(piece.text);
		if (label && label.number !== null) return labels > 0 && leadsToText(pieces, i + 1, labels - 1);
		lines++;
	}
	return false;
}

const isSentence = (text: string): boolean =>
	endsParagraph(text) && text !== text.toUpperCase() && text.includes(' ');
