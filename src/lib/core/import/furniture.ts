/**
 * What belongs to the page and not to the text: page numbers, running heads, ornaments, menus,
 * pointers to other articles.
 */
import { endsParagraph, startsLower } from './ending';
import { isProse, leaveOut, type Piece } from './piece';

/** Nothing but marks: `* * *`, `---`, `• •`. Figures alone are page numbers or headings. */
export const ornaments = (pieces: readonly Piece[]): readonly Piece[] =>
	pieces.map((piece) =>
		isProse(piece) && !/[\p{L}\p{N}]/u.test(piece.text) ? leaveOut(piece, 'ornament') : piece
	);

const pageNumber =
	/^(?:[-–—]\s*)?(?:(?:page|sida|sid\.?|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:\(|\/|of|av)\s*\d{1,4}\)?)?(?:\s*[-–—])?$/i;

/**
 * Numbers that stand alone are page numbers where at least one of them interrupts a sentence, or
 * where they say that they are; else they are chapters.
 */
export function pageNumbers(pieces: readonly Piece[]): readonly Piece[] {
	const isNumber = (piece: Piece | undefined): piece is Piece =>
		isProse(piece) && piece.text.length < 24 && pageNumber.test(piece.text);
	const paged = pieces.some(
		(piece, i) => isNumber(piece) && (interrupts(pieces, i) || /^\D*[a-z–-]/i.test(piece.text))
	);
	return paged ? pieces.map((p) => (isNumber(p) ? leaveOut(p, 'page-number') : p)) : pieces;
}

/** A shorter piece that is no sentence may be the page’s. */
const minText = 60;
/** So many short pieces may stand in the gap of a page’s end. */
const maxGap = 3;
/** And so many footnotes and captions beside them. */
const maxAsides = 20;

/** The sentence before a piece goes on after it; other short pieces may stand in the same gap. */
function interrupts(pieces: readonly Piece[], i: number): boolean {
	const isText = (piece: Piece | undefined) =>
		isProse(piece) &&
		(piece.text.length > minText || endsParagraph(piece.text) || startsLower(piece.text));
	const near = (step: 1 | -1) => {
		for (let k = i + step, short = 0; short < maxGap && Math.abs(k - i) <= maxAsides; k += step) {
			if (isText(pieces[k])) return pieces[k];
			if (isProse(pieces[k])) short++;
		}
		return undefined;
	};
	const [above, below] = [near(-1), near(1)];
	return (
		above !== undefined &&
		below !== undefined &&
		!endsParagraph(above.text) &&
		startsLower(below.text)
	);
}

/** So often must a line come back before it is the page’s and not the text’s. */
const minRepeats = 3;
/** A line that makes up more of the text than this is the text. */
const maxShare = 0.4;

/** The title and the writer stand so far up. */
const maxHead = 6;
/** A page’s number before or after words. */
const isNumbered = ({ text }: Piece): boolean => /^\d{1,4}\s+\D+$|^\D+\s+\d{1,4}$/.test(text);

/**
 * The title or the writer’s name with a page’s number: inside a sentence, or both by turns, as they
 * stand on the two pages of an opening. `Brev 2` under the title `Brev` is a heading.
 */
function headsWithNumbers(
	pieces: readonly Piece[],
	key: (piece: Piece) => string
): ReadonlySet<Piece> {
	const names = new Set(
		pieces.slice(0, maxHead).flatMap((piece) => (/\d/.test(piece.text) ? [] : [key(piece)]))
	);
	const found = pieces.filter(
		(piece) => isProse(piece) && isNumbered(piece) && names.has(key(piece))
	);
	const byTurns = new Set(found.map(key)).size > 1;
	return new Set(found.filter((piece) => byTurns || interrupts(pieces, pieces.indexOf(piece))));
}

/** A short line on every page: the same but for its figures, at least once inside a sentence. */
export function runningHeads(pieces: readonly Piece[]): readonly Piece[] {
	const key = ({ text }: Piece) => text.replace(/\d+/g, '').trim().toLowerCase();
	const heads = headsWithNumbers(pieces, key);
	const candidates = new Map<string, { count: number; inside: boolean }>();
	pieces.forEach((piece, i) => {
		if (!isProse(piece) || piece.text.length > 100) return;
		const found = candidates.get(key(piece));
		candidates.set(key(piece), {
			count: (found?.count ?? 0) + 1,
			inside: (found?.inside ?? false) || interrupts(pieces, i)
		});
	});
	return pieces.map((piece) => {
		const found = isProse(piece) && piece.text.length <= 100 && candidates.get(key(piece));
		if (heads.has(piece)) return leaveOut(piece, 'running-head');
		return found &&
			found.inside &&
			found.count >= minRepeats &&
			found.count <= pieces.length * maxShare
			? leaveOut(piece, 'running-head')
			: piece;
	});
}

/** `A | B | C`: three items or more, none of them a sentence. */
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
/** A pointer in the middle of a text must be one: a colon, or a link, at once after its label. */
const surePointer = /^[^.:[]{0,30}(?::|\[)/;

/** What a page’s buttons say. */
const control =
	/^(?:hoppa till (?:huvud)?innehåll(?:et)?|skip to (?:main )?content|meny|menu|sök|search|logga in|log in|sign in|prenumerera|subscribe|dela(?: artikeln)?|share(?: this)?(?: article)?|facebook|twitter|linkedin|whatsapp|e-?post|e-?mail|spara|save|skriv ut|print|lyssna|listen|annons|advertisement|(?:kommentarer|comments)(?: \(\d+\))?|kopiera länk|copy link)$/i;
/** So many of them come of a page copied whole: a single one is a word like any other. */
const minControls = 3;

/** A page’s buttons, and the row of single words, three or more, that stands right after one: its menu. */
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

/** Menus, and lines that point to other articles: within the text only those that surely do. */
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
