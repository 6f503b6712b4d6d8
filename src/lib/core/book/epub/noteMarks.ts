/** The printed marks of notes: `12`, `*`, `†`, `[iv]`. */
import { treeText, type TreeElement } from '../tree';

const mark =
	/^[[({]?\s?(?<mark>\d{1,4}|[*†‡§¶#]{1,4}|(?=[ivxlc])c{0,3}(?:x[cl]|l?x{0,4})(?:i[xv]|v?i{0,4})|[a-z])\s?[\])}]?[.:]?$/i;
const sign = /^(?:\d{1,4}|[*†‡§¶#]{1,4})$/;

/** A mark in raised or plain figures: `¹` is `1`. */
const level = (text: string): string =>
	text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (figure) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(figure)));

export interface PrintedMark {
	readonly mark: string;
	/** A number or a sign; letters may be anything. */
	readonly isSign: boolean;
	/** In brackets or raised by its characters: nothing but a note’s mark looks so. */
	readonly isMarked: boolean;
}

/** Longest text of a link that is taken for a mark, in characters. */
const longestMark = 12;

/** Reads the mark that a link shows; null where it shows anything else. */
export function printedMark(link: TreeElement): PrintedMark | null {
	const text = treeText(link).trim();
	if (text.length > longestMark) return null;
	const figures = level(text);
	const found = mark.exec(figures)?.groups?.['mark'];
	if (found === undefined) return null;
	const isMarked = figures !== text || /^[[({]/.test(text) || /^[*†‡]/.test(found);
	return { mark: found, isSign: sign.test(found), isMarked };
}

/** No letters, or one behind a figure: `1–3`, `12a`. */
const numberOrSigns = /^[^\p{L}]*(?:\d\p{L}[^\p{L}]*)?$/u;

/** Returns the mark that a link to a note shows; null where it shows words, which are the text’s. */
export function referenceMark(link: TreeElement): string | null {
	const printed = printedMark(link);
	if (printed) return printed.mark;
	const text = treeText(link).trim();
	return text.length <= longestMark && numberOrSigns.test(text) ? text : null;
}

/** Whether a note’s words begin with its mark. */
export const beginsWith = (words: string, { mark }: PrintedMark): boolean =>
	MarkEater.take(words, mark) !== words;

/**
 * Removes the mark from the beginning of a note while its text is read piece by piece: the mark,
 * brackets round it and the point behind it may be in elements of their own.
 */
export class MarkEater {
	readonly #mark: string;
	#state: 'before' | 'after' | 'done' = 'before';
	/** A bracket that the note begins with; it goes with the mark, if that follows. */
	#bracket = '';

	constructor(mark: string) {
		this.#mark = mark;
	}

	/** Says that a link back stood here, which shows the mark. */
	passed(): void {
		if (this.#state === 'before') this.#state = 'after';
	}

	rest(text: string): string {
		if (this.#state === 'done' || text.trim() === '') return text;
		if (this.#state === 'before' && this.#bracket === '' && /^\s*[[({]\s*$/.test(text)) {
			this.#bracket = text;
			return '';
		}
		const taken = this.#state === 'before' ? MarkEater.take(text, this.#mark) : text;
		if (this.#state === 'before' && taken === text) {
			this.#state = 'done';
			return this.#bracket + text;
		}
		const rest = taken.replace(/^\s*[\])}]?\s*(?:[.:]+(?=\s|$))?\s*/, '');
		this.#state = rest === '' ? 'after' : 'done';
		return rest;
	}

	/** Takes the mark off: “1984” does not begin with the mark “1”. */
	static take(text: string, mark: string): string {
		const words = level(text.slice(0, 40))
			.trimStart()
			.replace(/^[[({]\s?/, '');
		if (mark === '' || !words.startsWith(mark)) return text;
		const behind = words.slice(mark.length);
		const isEnd = /^(?:$|\s|[\])}]|[.:](?:\s|$))/.test(behind);
		if (!isEnd && /[\p{L}\p{N}]/u.test(mark)) return text;
		return text.slice(text.slice(0, 40).length - behind.length);
	}
}
