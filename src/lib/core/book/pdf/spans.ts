/** Turns a page’s items into spans: upright text, with its place from the page’s upper left corner. */
import type { PdfFont, PdfItem, PdfPage } from './document';

export interface Span {
	readonly text: string;
	readonly x0: number;
	readonly x1: number;
	/** The baseline, in points from the page’s upper edge. */
	readonly y: number;
	/** The size of the letters, in points. */
	readonly size: number;
	readonly font: PdfFont;
	/** A blank precedes it, as the file says. */
	readonly spaced: boolean;
	readonly content: string | null;
	readonly artifact: boolean;
}

export interface PageSpans {
	readonly spans: readonly Span[];
	/** Words that stand askew, such as a stamp at the margin: no part of the text. */
	readonly askew: readonly string[];
}

const plainFont: PdfFont = { bold: false, italic: false };

export function spansOf(page: PdfPage): PageSpans {
	const spans: Span[] = [];
	const askew: string[] = [];
	let spaced = false;
	for (const item of page.items) {
		if (item.text.trim() === '') {
			spaced ||= item.text !== '';
			continue;
		}
		const span = spanOf(item, page, spaced);
		spaced = /\s$/.test(item.text);
		if (span) spans.push(span);
		else askew.push(item.text);
	}
	return { spans, askew };
}

/** Returns the span of an item; null where the text does not run from left to right. */
function spanOf(item: PdfItem, page: PdfPage, spaced: boolean): Span | null {
	const [a, b, c, d, x, y] = item.transform;
	if (Math.abs(b) > Math.abs(a) * 0.1 || a <= 0) return null;
	return {
		text: normalised(item.text.trim()),
		x0: x,
		x1: x + item.width,
		y: page.height - y,
		size: Math.hypot(c, d) || item.height,
		font: page.fonts.get(item.font) ?? plainFont,
		spaced: spaced || /^\s/.test(item.text),
		content: item.content,
		artifact: item.artifact
	};
}

const ligatures: ReadonlyMap<string, string> = new Map([
	['ﬀ', 'ff'],
	['ﬁ', 'fi'],
	['ﬂ', 'fl'],
	['ﬃ', 'ffi'],
	['ﬄ', 'ffl'],
	['ﬅ', 'st'],
	['ﬆ', 'st']
]);

/**
 * Composes letters and parts ligatures. A soft hyphen before a letter is a hyphen on paper, so that
 * many programs write all their hyphens as such.
 */
const normalised = (text: string): string =>
	isPlain.test(text)
		? text
		: text
				.normalize('NFC')
				.replace(/[ﬀ-ﬆ]/g, (ligature) => ligatures.get(ligature) ?? ligature)
				.replace(/\u00ad+(?=\p{L})/gu, '-');

/** Letters that are composed as they are: most of what is Swedish or English. */
const isPlain = /^[ -¬®-\u02ff‐-”]*$/;
