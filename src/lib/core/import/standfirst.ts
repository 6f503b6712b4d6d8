/**
 * The standfirst: paragraphs between the title and the text. Only where something says so: a
 * byline or a date after them, numbered theses after them, the writer's name in them, or emphasis
 * from the first word to the last. Else the first paragraph is the text’s.
 */
import { endsSentence } from './ending';
import { compact } from './frontMatter';
import { namesInStandfirst } from './names';
import { isProse, type Piece, type Reading } from './piece';

/** All its paragraphs together, in UTF-16 units. */
const maxLength = 1500;
const maxParagraphs = 5;

export function readStandfirst(pieces: readonly Piece[]): Reading {
	const title = pieces.findIndex(({ role }) => role.kind === 'title');
	if (title < 0) return { pieces, metadata: {} };
	const at = standfirstAt(pieces, title);
	const authors = at.flatMap((i) => namesInStandfirst(pieces[i]?.text ?? '') ?? []);
	return {
		pieces: pieces.map((piece, i) =>
			at.includes(i) ? { ...piece, role: { kind: 'standfirst' } } : piece
		),
		metadata: compact({ authors: authors.length > 0 ? authors : undefined })
	};
}

/** Indices of the standfirst’s paragraphs. */
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

/** A byline or a date after paragraphs says that these came before the text. */
const isImprint = ({ role }: Piece): boolean =>
	role.kind === 'left-out' && (role.reason === 'date' || role.reason === 'byline');

const isShort = (pieces: readonly Piece[], at: readonly number[]): boolean =>
	at.length > 0 && at.reduce((sum, i) => sum + (pieces[i]?.text.length ?? 0), 0) <= maxLength;

const saysSo = (piece: Piece | undefined): boolean =>
	piece !== undefined &&
	piece.text.length <= maxLength &&
	(namesInStandfirst(piece.text) !== null || /^(\*\*?)(?!\*)[^*]{20,}\1$/.test(piece.text));
