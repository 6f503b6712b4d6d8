/**
 * Leaves out the lines that Projekt Runeberg and Litteraturbanken put around a text, on every page
 * or at its ends.
 */
import { isProse, leaveOut, type Piece } from './piece';
import { beginsAsSpeech } from './speech';

/** Longest paragraph of such words, in UTF-16 units. */
const maxLine = 600;
/** How many pieces from either end a library may speak of itself. */
const edge = 15;

const namesRuneberg = /\bproje[ck]t runeberg\b|\brunebergs?\.org\b/i;
/** The lines of a page at runeberg.org, in both languages of the site. */
const runebergLine = new RegExp(
	[
		'^[-–—]?\\s*proje[ck]t runeberg\\b',
		'^(?:table of contents|innehåll) / (?:innehåll|table of contents)\\b',
		'^(?:<<|«)\\s*(?:previous|prev\\.|föreg|tillbaka)',
		'^(?:previous|next|föregående sida|nästa sida)\\s*(?:>>|»|\\|)',
		'(?:nästa sida|next page)\\s*(?:>>|»)',
		'^https?://(?:www\\.)?runeberg\\.org/\\S*$',
		'^(?:denna sida har (?:aldrig )?korrekturlästs|this page has (?:never )?been proofread)',
		'^(?:below is the raw ocr text|här nedan syns maskintolkade)',
		'^(?:scanned image|full resolution \\(|full upplösning \\()',
		'^(?:on this page|på denna sida) (?:/|-|–)',
		'^\\(\\d{4}(?:[-–]\\d{4})?\\)\\s(?:\\[maskinläsbar\\]\\s)?(?:author|författare):'
	].join('|'),
	'iu'
);

/** The line with the name of a book, over the name of its page. */
const bookLine = /^[-–—]?\s*proje[ck]t runeberg\b.*\/$/i;

const namesBank = /litteraturbanken/i;
/** What a library says of its own text; a story says nothing of the kind. */
const bankWords =
	/https?:|\.se\b|^\W*litteraturbanken\W*$|hämta|utgåv|utgiv|e-?text|e-?bok|epub|faksimil|licens|upphovsrätt|copyright|©|tillgänglig|digital|inskann/i;

export function libraryLines(pieces: readonly Piece[]): readonly Piece[] {
	const isShort = (piece: Piece | undefined) => isProse(piece) && piece.text.length <= maxLine;
	const runeberg = pieces.some((piece) => isShort(piece) && namesRuneberg.test(piece.text));
	return pieces.map((piece, i) => {
		const { text } = piece;
		if (!isShort(piece)) return piece;
		const atEdge = i < edge || i >= pieces.length - edge;
		// The page’s own name stands under the line of the book.
		const above = pieces[i - 1];
		const isPage = !piece.apart && above !== undefined && bookLine.test(above.text);
		const bank = atEdge && namesBank.test(text) && bankWords.test(text) && !beginsAsSpeech(text);
		return bank || (runeberg && (isPage || runebergLine.test(text)))
			? leaveOut(piece, 'frame')
			: piece;
	});
}
