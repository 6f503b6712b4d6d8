/** Finds chapters in another language than their book’s: a foreword, a text beside its translation. */
import { detectLanguage } from '../import/language';
import type { Lang } from '../text/article';
import type { FlowBlock } from './flow';
import { flowWords } from './flowWords';
import { isSameLanguage, LanguageCount, primaryOf } from './languages';

/** Least share of a chapter’s characters that are in its language. */
const nearlyAll = 0.9;

/**
 * Returns the language that the file says of nearly all words of a chapter, without a region; null
 * where it is the book’s. Programs mark whole texts with a wrong language: words that look like the book’s are its.
 */
export function chapterLang(chapter: readonly FlowBlock[], bookLang: Lang): Lang | null {
	const text = chapter
		.filter(({ reason }) => reason === null)
		.map(({ inline, lang }) => ({ words: flowWords(inline), lang: lang ?? bookLang }));
	const count = new LanguageCount();
	for (const { words, lang } of text) count.add(lang, words.length);
	const { main } = count;
	if (main === null || isSameLanguage(main, bookLang) || count.share < nearlyAll) return null;
	const found = detectLanguage(text.map(({ words }) => words).join('\n'));
	return found !== null && isSameLanguage(found, bookLang) ? null : primaryOf(main);
}
