/**
 * Finds lists. A bullet is a mark and is removed; a number belongs to the text and stays. A
 * numbered paragraph that is long, or that has no neighbour in the count, is a paragraph. Replies
 * that begin with a dash are paragraphs, and keep it; so is a single line with a mark in a story.
 */
import { endsParagraph, startsUpper } from './ending';
import { isProse, type Piece } from './piece';
import { isReply, isStory, isTold, namesSpeaker } from './speech';

const bullet = /^[-*+•◦▪‣·]\s+(?=\S)/;
const dash = /^-\s+(?=\S)/;
const number = /^(\d{1,3})[.)]\s+(?=\S)/;

/** Longest numbered list item, in UTF-16 units. Longer ones are theses: paragraphs. */
const maxItem = 300;

export function lists(pieces: readonly Piece[]): readonly Piece[] {
	const replies = repliesIn(pieces);
	const story = isStory(pieces);
	const isBullet = (piece: Piece | undefined) =>
		isProse(piece) && bullet.test(piece.text.slice(0, 40));
	return pieces.map((piece, i) => {
		if (!isProse(piece) || replies.has(piece)) return piece;
		const mark = bullet.exec(piece.text.slice(0, 40))?.[0];
		const alone = story && !isBullet(pieces[i - 1]) && !isBullet(pieces[i + 1]);
		if (mark) return alone ? piece : item(piece, piece.text.slice(mark.length));
		return isNumbered(pieces, i) ? item(piece, piece.text) : piece;
	});
}

const item = (piece: Piece, text: string): Piece => ({
	...piece,
	text,
	role: { kind: 'list-item' }
});

/** Paragraphs in a row that begin with a hyphen, and the piece above them. */
interface DashRow {
	readonly above: Piece | undefined;
	readonly items: Piece[];
}

/**
 * Finds the rows of paragraphs with a hyphen that are dialogue: whole sentences, where the text
 * says somewhere that such a paragraph is spoken. A row with no such sign is a list, and so is one
 * under a colon that announces no speech.
 */
function repliesIn(pieces: readonly Piece[]): ReadonlySet<Piece> {
	const rows = dashRows(pieces);
	const items = rows.flatMap((row) => row.items);
	const told = items.some(({ text }) => namesSpeaker(text));
	const asked = rows.filter((row) => row.items.some(({ text }) => isReply(text)));
	const talk = told || asked.length > 1;
	const spoken = rows.filter(
		(row) =>
			row.items.filter(isSentence).length * 2 > row.items.length &&
			(isUnderSpeech(row.above) || (talk && !isUnderColon(row.above)) || isAmidStory(row))
	);
	return new Set(spoken.flatMap((row) => row.items));
}

function dashRows(pieces: readonly Piece[]): readonly DashRow[] {
	const rows: DashRow[] = [];
	let open = false;
	pieces.forEach((piece, i) => {
		const is = isProse(piece) && dash.test(piece.text.slice(0, 8));
		if (is && open) rows.at(-1)?.items.push(piece);
		else if (is) rows.push({ above: pieces[i - 1], items: [piece] });
		open = is;
	});
	return rows;
}

const isSentence = ({ text }: Piece): boolean =>
	endsParagraph(text) && startsUpper(text.replace(dash, ''));

const isUnderColon = (above: Piece | undefined): boolean =>
	isProse(above) && /:[\s*_"”»]*$/.test(above.text.slice(-20));

const isUnderSpeech = (above: Piece | undefined): boolean =>
	isUnderColon(above) && isTold(above?.text ?? '');

/** Returns whether a row with a question or a cry follows a paragraph, and not a heading. */
const isAmidStory = ({ above, items }: DashRow): boolean =>
	isProse(above) &&
	endsParagraph(above.text) &&
	!isUnderColon(above) &&
	items.some(({ text }) => isReply(text));

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
