/** Leaves out a list of contents: a heading that says so, and the short lines under it. */
import { readLabel } from './chapterLabels';
import { numeralOf } from './numerals';
import { leaveOut, type Piece } from './piece';

const heading =
	/^(?:(?:table of )?contents|innehåll(?:sförteckning)?|(?:\p{L}+ ){0,2}\p{L}+s innehåll|list of (?:illustrations|chapters|plates|figures)|illustrations|(?:förteckning över )?illustrationer(?:na)?)[.:]?$/iu;

/** Longest line of a list of contents, in UTF-16 units. A longer one is text. */
const maxEntry = 160;
/** Least number of its lines. */
const minEntries = 3;
/** Most lines of a list; later ones are not examined. */
const maxList = 2000;
/** Number of first lines of which one, when it returns, is the heading of the first chapter. */
const maxFirst = 3;
/** Most lines of the first chapter’s heading. */
const maxHeading = 4;

export function contentsLists(pieces: readonly Piece[]): readonly Piece[] {
	const out = [...pieces];
	for (let i = 0; i < pieces.length; i++) {
		const piece = pieces[i];
		if (!piece || !isHeading(piece)) continue;
		const end = endOfList(pieces, i);
		if (end - i - 1 < minEntries && !isManyEntries(pieces[i + 1]?.text ?? '')) continue;
		for (let k = i; k < end; k++) {
			const entry = pieces[k];
			if (entry && isEntry(entry)) out[k] = leaveOut(entry, 'contents');
		}
		i = end - 1;
	}
	return out;
}

const isHeading = (piece: Piece): boolean =>
	isEntry(piece) && piece.text.length <= 60 && heading.test(piece.text.replace(/[*_]/g, '').trim());

const isEntry = (piece: Piece | undefined): boolean =>
	piece !== undefined &&
	(piece.role.kind === 'prose' || piece.role.kind === 'heading') &&
	(piece.text.length <= maxEntry || isManyEntries(piece.text));

/** Least number of counted names in a paragraph that is a list of contents, printed as one. */
const minCounted = 3;

/** Returns whether a paragraph counts names, or their pages: `I The Mill II The Road III …`. */
function isManyEntries(text: string): boolean {
	const numbers = [
		...text.matchAll(/(?<![\p{L}\p{N}])(\d{1,3}|[IVXLC]{1,8})\.?\s+(?=[“"»]?\p{Lu})/gu)
	]
		.map(([, numeral = '']) => numeralOf(numeral))
		.filter((number) => number !== null);
	const counted = numbers.filter((number, i) => number === (numbers[i - 1] ?? number - 1) + 1);
	const paged = text.match(/[\p{L}.?!”»"]\s+\d{1,3}(?=\s+[\p{Lu}»”"]|$)/gu)?.length ?? 0;
	return (
		(counted.length >= minCounted && counted.length * 2 > numbers.length) || paged > minCounted
	);
}

/**
 * Finds the piece after the list: where one of its first lines returns as a heading; otherwise
 * where a wide gap or the first chapter’s label precedes the first text; otherwise the first text. Without text under it, only
 * the second half of a file can be a list.
 */
function endOfList(pieces: readonly Piece[], at: number): number {
	let text = at + 1;
	const last = Math.min(pieces.length, at + maxList);
	while (text < last && (isEntry(pieces[text]) || isWordless(pieces[text]))) text++;
	const first = pieces.slice(at + 1, at + 1 + maxFirst).map(keyOf);
	for (const [k, key] of first.entries())
		for (let i = at + 2 + k; i < text; i++) {
			const piece = pieces[i];
			if (piece && key !== '' && keyOf(piece) === key && piece.gap > 0) return i;
		}
	const widest = pieces.slice(at + 2, text).reduce((most, { gap }) => Math.max(most, gap), 0);
	const usual = pieces[at + 2]?.gap ?? 0;
	if (widest <= usual)
		return firstChapter(pieces, at, text) ?? (text === pieces.length && at < text / 2 ? at : text);
	for (let i = at + 2; i < text; i++) if (pieces[i]?.gap === widest) return i;
	return text;
}

/** Returns the first of the labels with the number 1 right before the text: `BOOK I`, `Chapter 1`. */
function firstChapter(pieces: readonly Piece[], at: number, text: number): number | null {
	const isFirst = (i: number) => readLabel(pieces[i]?.text ?? '')?.number === 1;
	const last = Math.max(at + minEntries, text - maxHeading);
	for (let i = text - 1; i > last; i--)
		if (isFirst(i)) return isFirst(i - 1) && i - 1 > last ? i - 1 : i;
	return null;
}

const isWordless = (piece: Piece | undefined): boolean => piece?.role.kind === 'left-out';

/**
 * Returns the test of a line that a list of contents names: it is the heading of a chapter, however
 * it is printed.
 */
export function namedInContents(pieces: readonly Piece[]): (piece: Piece) => boolean {
	const keys = new Set<string>();
	for (const { role, text } of pieces) {
		if (role.kind !== 'left-out' || role.reason !== 'contents') continue;
		const names = text.length <= maxEntry ? [text] : text.split(/\s\d{1,4}(?=\s|$)/);
		for (const name of names) {
			const key = keyOf({ text: name });
			keys.add(key).add(key.replace(/^\d{1,3} /, ''));
		}
	}
	keys.delete('');
	return (piece) => piece.text.length <= maxEntry && keys.has(keyOf(piece));
}

/** Returns the words of a line without its number’s form and the page: the same in list and text. */
function keyOf({ text }: Pick<Piece, 'text'>): string {
	const line = text.replace(/[*_]/g, '').replace(/(?:\s*\.){2,}\s*\d{1,4}$|\s*…\s*\d{1,4}$/, '');
	const label = readLabel(line);
	const words = label?.title
		? `${label.number ?? ''} ${label.title}`
		: label
			? line
			: line.replace(/\s+\d{1,4}$/, '');
	return words
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
