/**
 * Tells opening from closing quotation marks by their position: Swedish uses one mark for both,
 * and straight quotes have one form. Only double marks are read: a single one may be an
 * apostrophe.
 */

const mark = /["“”„‟«»]/;
const marks = new RegExp(mark, 'g');
const noMarks: readonly QuoteMark[] = [];

interface QuoteMark {
	readonly at: number;
	readonly opens: boolean;
}

const isEdge = (char: string): boolean => /[\s([{*_—–/-]/.test(char) || char === '';
const isOpeningGlyph = (glyph: string): boolean => /[“„‟«]/.test(glyph);

/** Returns every double mark of a text, in order. */
function quoteMarks(text: string): readonly QuoteMark[] {
	if (!mark.test(text)) return noMarks;
	let open = 0;
	return [...text.matchAll(marks)].map(({ index, 0: glyph }) => {
		const before = text.charAt(index - 1);
		const after = text.charAt(index + 1);
		const opens = decide(glyph, before, after, open > 0);
		open = Math.max(0, open + (opens ? 1 : -1));
		return { at: index, opens };
	});
}

function decide(glyph: string, before: string, after: string, isOpen: boolean): boolean {
	const canOpen = isEdge(before) && !/\s/.test(after) && after !== '';
	const canClose = !/\s/.test(before) && before !== '' && !/[\p{L}\p{N}]/u.test(after);
	if (canOpen !== canClose) return canOpen;
	return glyph === '"' ? !isOpen : isOpeningGlyph(glyph);
}

/** Returns whether a quotation that the text opens is still open at its end. */
export const openAtEnd = (text: string): boolean => balance(text).open > 0;

/** Returns whether the text closes a quotation that it has not opened. */
export const closesUnopened = (text: string): boolean => balance(text).unopened > 0;

function balance(text: string): { open: number; unopened: number } {
	let open = 0;
	let unopened = 0;
	for (const { opens } of quoteMarks(text)) {
		if (opens) open++;
		else if (open > 0) open--;
		else unopened++;
	}
	return { open, unopened };
}

/** Returns whether a text begins with an opening mark. */
export const opensQuotation = (text: string): boolean => /^[*_]*["“”„‟«]/.test(text);

/** Text that may follow a quotation and is not the writer’s own words: a source, a reference. */
const tail = /^[\s*_.]*(?:\([^()]{1,300}\)|\[\^[^\]]{1,16}\]|[⁰¹²³⁴-⁹])?[\s*_.]*$/;

/**
 * Classifies a text. `whole`: a quotation from the first word to the last, apart from a source
 * in brackets; `open`: the same without its last mark, because the next paragraph goes on;
 * `mixed`: anything else.
 */
export function quotationOf(text: string): 'whole' | 'open' | 'mixed' {
	if (!opensQuotation(text)) return 'mixed';
	let open = 0;
	for (const { at, opens } of quoteMarks(text)) {
		open += opens ? 1 : -1;
		if (open <= 0) return tail.test(text.slice(at + 1, at + 400)) ? 'whole' : 'mixed';
	}
	return 'open';
}

/** Returns whether a source in brackets follows the quotation. */
export const hasSource = (text: string): boolean =>
	/["“”»]\s*\([^()]+\)[.\s]*$/.test(text.slice(-400));
