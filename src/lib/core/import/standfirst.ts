/**
 * Finds the standfirst: paragraphs between the title and the text. Evidence is needed: a byline
 * or a date after them, numbered theses after them, the writer's name in them, or emphasis from
 * the first word to the last. Otherwise the first paragraph belongs to the text.
 */
import { endsSentence } from './ending';
import { withoutUndefined } from './importedFrontMatter';
import { namesInStandfirst } from './personNames';
import { isProse, type Piece, type PieceResult } from './piece';

/** Greatest length of all its paragraphs together, in UTF-16 units; longer ones are text. */
const maxLength = 1500;
const maxParagraphs = 5;

export function readStandfirst(pieces: readonly Piece[]): PieceResult {
	const title = pieces.findIndex(({ role }) => role.kind === 'title');
	if (title < 0) return { pieces, metadata: {} };
	const at = standfirstAt(pieces, title);
	const authors = at.flatMap((i) => namesInStandfirst(pieces[i]?.text ?? '') ?? []);
	return {
		pieces: pieces.map((piece, i) =>
			at.includes(i) ? { ...piece, role: { kind: 'standfirst' } } : piece
		),
		metadata: withoutUndefined({ authors: authors.length > 0 ? authors : undefined })
	};
}

/** Returns the indices of the standfirst’s paragraphs. */
function standfirstAt(pieces: readonly Piece[], title: number): readonly number[] {
	const lead: number[] = [];
	for (let i = title + 1; i < pieces.length && lead.length <= maxParagraphs; i++) {
		const piece = pieces[i];
		if (!piece || piece.role.kind === 'heading') break;
		if (isProse(piece)) {
			if (/^1[.)]\s/.test(piece.text)) return isShort(pieces, lead) ? lead : [];
			if (!endsSentence(piece.text)) break;
			lead.push(i);
		} else if (isImprint(piece) && isShort(pieces, lead)) return lead;
	}
	const first = lead[0];
	return first !== undefined && saysSo(pieces[first]) ? [first] : [];
}

/** Returns whether a piece is a byline or a date: paragraphs before one precede the text. */
const isImprint = ({ role }: Piece): boolean =>
	role.kind === 'left-out' && (role.reason === 'date' || role.reason === 'byline');

const isShort = (pieces: readonly Piece[], at: readonly number[]): boolean =>
	at.length > 0 && at.reduce((sum, i) => sum + (pieces[i]?.text.length ?? 0), 0) <= maxLength;

const saysSo = (piece: Piece | undefined): boolean =>
	piece !== undefined &&
	piece.text.length <= maxLength &&
	(namesInStandfirst(piece.text) !== null || /^(\*\*?)(?!\*)[^*]{20,}\1$/.test(piece.text));
