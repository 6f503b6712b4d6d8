/**
 * Keeps a day and its month on one line: “6 January”, “den 2 januari”, “January 6”. For showing
 * only. The length stays the same, so sentences keep their places, and the fingerprint is the same
 * with either space.
 */
const months = [
	'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
	'January|February|March|April|May|June|July|August|September|October|November|December'
].join('|');
const day = String.raw`\d{1,2}(?::[ae]|st|nd|rd|th)?`;
const dayFirst = new RegExp(String.raw`(?<![\d.,])(${day}) (?=(?:${months})\b)`, 'g');
const monthFirst = new RegExp(String.raw`\b(${months}) (?=${day}\b(?![\d:]))`, 'g');

/** Returns `text` with a no-break space between every day and its month. */
export const bindDates = (text: string): string =>
	// Most paragraphs have no figure: looking for one is far quicker than looking for a date.
	/\d/.test(text) ? text.replace(dayFirst, '$1\u00a0').replace(monthFirst, '$1\u00a0') : text;
