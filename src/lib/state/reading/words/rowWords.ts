/** The words of a page’s rows: which is at a point, which is first in a row, which comes next. */
import { isOn, rangeInText, textAt, textsOf, type RowText } from '$lib/compose/words';
import type { Lang } from '$lib/core/text/article';
import type { TraceSide } from '$lib/adapters/dom/trace';
import {
	edgeWord,
	extentOf,
	nextWord,
	wordAt,
	wordsBetween,
	wordSentences,
	type AskedWords
} from '$lib/core/words/wordsInText';
import type { WordTarget } from './openWord.svelte';

/** Returns the language of a side. */
export type LangOf = (side: TraceSide) => Lang;

/** Returns the word at a point of the view, in CSS pixels; null beside the text and between words. */
export function wordAtPoint(x: number, y: number, langOf: LangOf): WordTarget | null {
	const text = textAt(x, y);
	const words = text && wordAt(text.text, langOf(text.side), text.offset);
	if (!words) return null;
	const { start, end } = extentOf(words);
	return isOn(rangeInText(text, start, end), x, y) ? { text, words } : null;
}

/** Returns the words of a text from `start` to `end`; null for none. */
export function wordsOf(
	text: RowText,
	start: number,
	end: number,
	langOf: LangOf
): WordTarget | null {
	const words = wordsBetween(text.text, langOf(text.side), start, end);
	return words && { text, words };
}

/** Returns the first word of a side of a row, or its last; null where the side is not shown. */
export function edgeOfRow(
	row: Element,
	side: TraceSide,
	by: 1 | -1,
	langOf: LangOf
): WordTarget | null {
	return edgeOf(textsOf(row, side), by, langOf(side));
}

/** Returns the word after or before one, over the ends of texts and rows; null at the page’s end. */
export function wordBeside(
	{ text, words }: WordTarget,
	by: 1 | -1,
	langOf: LangOf
): WordTarget | null {
	const { row, side, part } = text;
	const lang = langOf(side);
	const next = nextWord(text.text, lang, words, by);
	if (next) return { text, words: next };
	const others = textsOf(row, side).filter((one) => (one.part - part) * by > 0);
	return edgeOf(others, by, lang) ?? edgeBeside(row, side, by, langOf);
}

function edgeBeside(from: Element, side: TraceSide, by: 1 | -1, langOf: LangOf): WordTarget | null {
	const rows = [...document.querySelectorAll('.row')];
	for (let at = rows.indexOf(from) + by; ; at += by) {
		const row = rows[at];
		if (!row) return null;
		const found = edgeOfRow(row, side, by, langOf);
		if (found) return found;
	}
}

function edgeOf(texts: readonly RowText[], by: 1 | -1, lang: Lang): WordTarget | null {
	for (const text of by > 0 ? texts : texts.toReversed()) {
		const sentence: AskedWords | undefined = wordSentences(text.text, lang).at(by > 0 ? 0 : -1);
		if (sentence) return { text, words: edgeWord(sentence, by) };
	}
	return null;
}
