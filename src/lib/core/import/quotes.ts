/**
 * Quotation marks, told apart as opening or closing by where they stand: Swedish uses one mark for
 * both, and straight quotes do not tell. Only double marks are read: a single one may be an
 * apostrophe.
 */

const marks = /["“”„‟«»]/g;

interface Mark {
	readonly at: number;
	readonly opens: boolean;
}

const isEdge = (char: string): boolean => /[\s([{*_—–/-]/.test(char) || char === '';
const isOpeningGlyph = (glyph: string): boolean => /[“„‟«]/.test(glyph);

/** Every double mark of a text in order. */
export function quoteMarks(text: string): readonly Mark[] {
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

/** A quotation that the text opens is not closed at its end. */
export const openAtEnd = (text: string): boolean => balance(text).open > 0;

/** The text closes a quotation that it has not opened. */
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

/** Begins with an opening mark. */
export const opensQuotation = (text: string): boolean => /^[*_]*["“”„‟«]/.test(text);

/** What may follow a quotation without being the writer’s own words: a source, a reference. */
const tail = /^[\s*_.]*(?:\([^()]{1,300}\)|\[\^[^\]]{1,16}\]|[⁰¹²³⁴-⁹])?[\s*_.]*$/;

/**
 * `whole`: quotation from the first word to the last, a source in brackets aside; `open`: likewise,
 * but its last mark is missing, because the next paragraph goes on; `mixed`: anything else.
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

/** A source in brackets stands after the quotation. */
export const hasSource = (text: string): boolean =>
	/["“”»]\s*\([^()]+\)[.\s]*$/.test(text.slice(-400));
