/** Leaves out ornaments, and the menus of web pages and their pointers to other articles. */
import { isProse, leaveOut, type Piece } from './piece';

/**
 * Leaves out pieces that consist of marks: `* * *`, `---`, `• •`. Figures alone are page numbers
 * or headings.
 */
export const ornaments = (pieces: readonly Piece[]): readonly Piece[] =>
	pieces.map((piece) =>
		isProse(piece) && !/[\p{L}\p{N}]/u.test(piece.text) ? leaveOut(piece, 'ornament') : piece
	);

/**
 * Returns whether a text is a menu: three or more items parted by bars, none of them a sentence.
 */
const isMenu = (text: string): boolean => {
	const items = text.split(/\s[|·•»]\s/);
	return (
		text.length < 500 &&
		items.length >= 3 &&
		items.every((item) => item.length < 40 && !/[.!?]$/.test(item))
	);
};

const pointer =
	/^[*_]*(?:se även|se också|läs (?:även|också|mer|vidare)|see also|read (?:more|also)|related|relaterat|mer om|more on|share (?:this|on)|dela (?:på|artikeln|via)|skriv ut|print this|top of (?:the )?page|till toppen|tillbaka till)(?!\p{L})/iu;
/** A label followed at once by a colon or a link. A pointer in the middle of a text needs one. */
const surePointer = /^[^.:[]{0,30}(?::|\[)/;

/** The words on a page’s buttons. */
const control =
	/^(?:hoppa till (?:huvud)?innehåll(?:et)?|skip to (?:main )?content|meny|menu|sök|search|logga in|log in|sign in|prenumerera|subscribe|dela(?: artikeln)?|share(?: this)?(?: article)?|facebook|twitter|linkedin|whatsapp|e-?post|e-?mail|spara|save|skriv ut|print|lyssna|listen|annons|advertisement|(?:kommentarer|comments)(?: \(\d+\))?|kopiera länk|copy link)$/i;
/** Least number of buttons in a page copied whole. With fewer, their words are text. */
const minControls = 3;

/** Finds a page’s buttons, and its menu: a row of three or more single words right after one. */
function menus(pieces: readonly Piece[]): ReadonlySet<Piece> {
	const isControl = (piece: Piece) => isProse(piece) && control.test(piece.text);
	if (pieces.filter(isControl).length < minControls) return new Set();
	const found = new Set<Piece>();
	let row: Piece[] = [];
	let open = false;
	for (const piece of pieces) {
		if (open && isProse(piece) && /^\p{L}+$/u.test(piece.text) && !isControl(piece)) {
			row.push(piece);
			continue;
		}
		if (row.length >= minRow) for (const item of row) found.add(item);
		row = [];
		open = isControl(piece);
		if (open) found.add(piece);
	}
	return found;
}

const minRow = 3;

/** Leaves out menus and pointers to other articles; within the text only certain pointers. */
export function navigation(pieces: readonly Piece[]): readonly Piece[] {
	const last = pieces.findLastIndex(isProse);
	const controls = menus(pieces);
	return pieces.map((piece, i) => {
		if (!isProse(piece) || piece.text.length > 500) return piece;
		if (controls.has(piece)) return leaveOut(piece, 'navigation');
		const points =
			piece.text.length <= 250 &&
			pointer.test(piece.text) &&
			(i === last || surePointer.test(piece.text));
		return points || isMenu(piece.text) ? leaveOut(piece, 'navigation') : piece;
	});
}
