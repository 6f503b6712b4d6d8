/** Recognises page numbers, in figures and in roman numerals. */

/** How a page is numbered. Prefaces have roman numerals; capitals also number chapters. */
export type PageNumbering = 'arabic' | 'roman' | 'capitals';

const figures = String.raw`\d{1,4}(?:\s*(?:\(|\/|of|av)\s*\d{1,4}\)?)?`;
/** The numerals of 1 to 399. A preface has no more pages. */
const roman = '(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const romanCapitals = roman.toUpperCase();
const label = String.raw`(?:[Pp]age|[Ss]ida|[Ss]id\.?|[Ss]\.|[Pp]\.|PAGE|SIDA)\s*`;

const alone = new RegExp(
	String.raw`^(?:[-–—]\s*)?(?<label>${label})?(?:(?<arabic>${figures})|(?<roman>${roman})|(?<capitals>${romanCapitals}))(?<end>\s*[-–—])?$`
);

export interface PageNumber {
	readonly numbering: PageNumbering;
	/** The word `page`, or a short dash, stands beside the number; long ones stand round chapters’. */
	readonly labelled: boolean;
}

/** Longest page number with its label, in UTF-16 units. */
const maxLength = 24;

/** Returns what a text that is only a page number is; null for any other text. */
export function pageNumberOf(text: string): PageNumber | null {
	if (text.length >= maxLength || !/^[-–—\divxlcIVXLCpPsS]/.test(text)) return null;
	const match = alone.exec(text);
	if (!match) return null;
	const { arabic, roman: lower } = match.groups ?? {};
	return {
		numbering: arabic !== undefined ? 'arabic' : lower !== undefined ? 'roman' : 'capitals',
		labelled: match.groups?.label !== undefined || /^[-–]|[-–]$/.test(text)
	};
}

const numberedStart = new RegExp(
	String.raw`^(?<number>\d{1,4}|${roman}|${romanCapitals})(?<gap>\s{1,80})(?<words>[^\d\s]\D*)$`
);
const numberedEnd = new RegExp(
	String.raw`^(?<words>\D*[^\d\s])(?<gap>\s{1,80})(?<number>\d{1,4}|${roman}|${romanCapitals})$`
);

/** The words of a running head beside a page number, and the space between. */
export interface NumberedWords {
	readonly words: string;
	/** Three spaces or more, or a tab: no sentence has so many. */
	readonly wide: boolean;
}

/** Longest running head with its number, in UTF-16 units. */
const maxHead = 160;

/** Returns whether a text is a page number, or a running head whose number stands well apart. */
export const isPageFurniture = (text: string): boolean =>
	pageNumberOf(text) !== null || numberedWords(text)?.wide === true;

/** Returns the words that stand beside a page number; null if there is none. */
export function numberedWords(text: string): NumberedWords | null {
	if (text.length > maxHead || !/^[\divxlcIVXLC]|[\divxlcIVXLC]$/.test(text)) return null;
	const match = numberedStart.exec(text) ?? numberedEnd.exec(text);
	const { words, gap = '', number = '' } = match?.groups ?? {};
	if (words === undefined) return null;
	const wide = /\t|\s{3}/.test(gap);
	// `Del II` is a heading; `i` and `vi` are words.
	const unsure = /^[IVXLC]/.test(number) || (/^v?i$/.test(number) && /\p{Ll}/u.test(words));
	return unsure && !wide ? null : { words, wide };
}
