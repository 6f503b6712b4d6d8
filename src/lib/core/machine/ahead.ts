/** Translating a book ahead of its reader: which of its paragraphs, and in which order. */
import type { OwnBook } from '../library/ownBook';
import type { OwnWork } from '../library/store';
import type { Article, Block } from '../text/article';
import { otherSiteLang } from '../text/languageTag';
import { asTranslation } from '../translation/own';
import { pairsByPeople, type TextPair } from '../translation/check/keptNames';
import { resolve } from '../translation/resolve';
import { isUntranslated } from '../translation/untranslated';
import type { LanguagePair } from './engine';

/**
 * Returns the chapters to translate: the one that the reader is in, then the next with text. None
 * where the book does not have the reader’s chapter.
 */
export function chaptersAhead(
	{ chapters }: Pick<OwnBook, 'chapters'>,
	here: string
): readonly string[] {
	const withText = chapters.flatMap(({ article }) => article ?? []);
	const at = withText.indexOf(here);
	return at < 0 ? [] : withText.slice(at, at + 2);
}

export interface UntranslatedBlocks {
	readonly pair: LanguagePair;
	readonly blocks: readonly Block[];
	/** Its paragraphs that people have translated. */
	readonly byPeople: readonly TextPair[];
}

/** Returns the blocks of a chapter that no person and no draft has translated. */
export function untranslatedBlocks(article: Article, work: OwnWork): UntranslatedBlocks {
	const { words, reviews } = work;
	const stored = work.translations.map((own) => asTranslation(own, article, []));
	const to = stored[0]?.translated.lang ?? otherSiteLang(article.lang);
	const rows = resolve(article.blocks, { stored, words, reviews }, { lang: to });
	return {
		pair: { from: article.lang, to },
		blocks: rows.filter(isUntranslated).flatMap(({ originals }) => originals),
		byPeople: pairsByPeople(rows)
	};
}
