/** Leaves out what is printed on every page: page numbers and running heads. */
import { endsParagraph, startsLower, startsUpper } from './ending';
import { isPageFurniture, numberedWords, pageNumberOf, type PageNumbering } from './pageNumber';
import { isProse, leaveOut, type Piece } from './piece';

/**
 * Leaves out numbers on their own lines if at least one interrupts a sentence or they are labelled
 * as pages; otherwise they are chapters. Roman capitals are left out one by one: chapters may have
 * them too.
 */
export function pageNumbers(pieces: readonly Piece[]): readonly Piece[] {
	const numbers = pieces.map((piece) => (isProse(piece) ? pageNumberOf(piece.text) : null));
	const gaps = new Gaps(pieces);
	const paged = new Set<PageNumbering>();
	const sure = numbers.map((number, i) => {
		const own = number !== null && (number.labelled || gaps.interrupts(i));
		if (own) paged.add(number.numbering);
		return own;
	});
	return pieces.map((piece, i) => {
		const numbering = numbers[i]?.numbering;
		if (numbering === undefined || !paged.has(numbering)) return piece;
		return numbering === 'capitals' && !sure[i] ? piece : leaveOut(piece, 'page-number');
	});
}

/** Least length of text, in UTF-16 units. A shorter piece that is no sentence may be furniture. */
const minText = 60;
/** Least number of words in a short piece directly above a page number that may be text. */
const minWords = 4;
/** Most short pieces in the gap at a page’s end. A gap with more is no page’s end. */
const maxGap = 3;
/** Most footnotes, captions and page numbers in the gap, besides the short pieces. */
const maxAsides = 20;

/** Finds the pieces that interrupt a sentence. */
class Gaps {
	readonly #pieces: readonly Piece[];
	/** Whether each piece belongs to the page by its form alone. */
	readonly #furniture: readonly boolean[];

	constructor(pieces: readonly Piece[]) {
		this.#pieces = pieces;
		this.#furniture = pieces.map((piece) => isProse(piece) && isPageFurniture(piece.text));
	}

	/**
	 * Returns whether a piece interrupts a sentence, perhaps with other short pieces in the same
	 * gap.
	 */
	interrupts(i: number): boolean {
		const below = this.#near(i, 1);
		if (below === null || !startsLower(below)) return false;
		const above = this.#near(i, -1);
		return above !== null && !endsParagraph(above);
	}

	/** Returns the nearest text above or below a piece. */
	#near(i: number, step: 1 | -1): string | null {
		for (let k = i + step, short = 0; short < maxGap && Math.abs(k - i) <= maxAsides; k += step) {
			const piece = this.#pieces[k];
			if (!piece) return null;
			if (!isProse(piece) || this.#furniture[k]) continue;
			const { text } = piece;
			if (isText(text) || (step === -1 && short === 0 && isLine(text))) return text;
			short++;
		}
		return null;
	}
}

const isText = (text: string): boolean =>
	text.length > minText || endsParagraph(text) || startsLower(text);

/** Returns whether a short piece may be the last line of a page: no name or heading in capitals. */
const isLine = (text: string): boolean =>
	text.split(/\s+/).length >= minWords && /\s\p{Ll}+-?$/u.test(text);

/** Least number of occurrences of a running head. A line that recurs less often is text. */
const minRepeats = 3;
/** Largest share of the text for a running head. A line with a larger share is text. */
const maxShare = 0.4;
/** Longest running head, in UTF-16 units. */
const maxHeadLength = 100;
/** How far down, in pieces, the title and the writer may be. */
const maxNames = 6;

/** A piece whose words stand beside a page number. */
interface NumberedHead {
	readonly at: number;
	readonly words: string;
	readonly key: string;
	readonly wide: boolean;
	readonly inside: boolean;
}

/**
 * Finds words with a page number that are a running head: the title or the writer’s name by turns,
 * as on the two pages of an opening, and what interrupts a sentence. `Brev 2` under the title
 * `Brev` is a heading.
 */
function headsWithNumbers(pieces: readonly Piece[], gaps: Gaps): ReadonlySet<number> {
	const names = new Set(
		pieces
			.slice(0, maxNames)
			.flatMap(({ text }) => (/\d/.test(text) || numberedWords(text) ? [] : [keyOf(text)]))
	);
	const numbered = pieces.flatMap((piece, at): NumberedHead[] => {
		const found = isProse(piece) ? numberedWords(piece.text) : null;
		const key = keyOf(piece.text);
		return found ? [{ at, ...found, key, inside: gaps.interrupts(at) }] : [];
	});
	const named = numbered.filter(({ key }) => names.has(key));
	const byTurns = new Set(named.map(({ key }) => key)).size > 1;
	const count = countBy(numbered.map(({ key }) => key));
	const isHead = ({ words, key, wide }: NumberedHead): boolean =>
		wide || isCapitals(words) || ((count.get(key) ?? 0) > 1 && startsUpper(words));
	const sure = numbered.filter((head) => head.inside && (names.has(head.key) || isHead(head)));
	const keys = new Set(sure.map(({ key }) => key));
	const others = numbered.filter((head) => keys.has(head.key) && isHead(head));
	return new Set([...(byTurns ? named : []), ...sure, ...others].map(({ at }) => at));
}

const isCapitals = (words: string): boolean => /\p{Lu}{3}/u.test(words) && !/\p{Ll}/u.test(words);

/** Returns the words of a line without a page number. */
const keyOf = (text: string): string =>
	(numberedWords(text)?.words ?? text.slice(0, maxHeadLength * 2).replace(/\d+/g, ''))
		.trim()
		.toLowerCase();

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/**
 * Leaves out running heads: short lines that differ only in their page numbers, at least one of
 * them inside a sentence.
 */
export function runningHeads(pieces: readonly Piece[]): readonly Piece[] {
	const gaps = new Gaps(pieces);
	const heads = headsWithNumbers(pieces, gaps);
	const short = pieces.map((piece) =>
		isProse(piece) && piece.text.length <= maxHeadLength ? keyOf(piece.text) : null
	);
	const count = countBy(short.filter((key) => key !== null));
	const isRepeated = (key: string): boolean => {
		const times = count.get(key) ?? 0;
		return times >= minRepeats && times <= pieces.length * maxShare;
	};
	const inside = new Set<string>();
	short.forEach((key, i) => {
		if (key !== null && isRepeated(key) && gaps.interrupts(i)) inside.add(key);
	});
	return pieces.map((piece, i) => {
		const key = short[i] ?? null;
		return heads.has(i) || (key !== null && inside.has(key))
			? leaveOut(piece, 'running-head')
			: piece;
	});
}
