import type { Lang } from '$lib/core/text/article';
import type { T } from '$lib/i18n';

export interface ChapterName {
	readonly text: string;
	/** The book’s, where the words are the book’s own. */
	readonly lang: Lang | undefined;
}

/**
 * Returns a chapter’s title, or its number where it has none.
 * @param number the chapter’s among those with text; null for a part without text
 */
export function chapterName(title: string, number: number | null, lang: Lang, t: T): ChapterName {
	if (title !== '') return { text: title, lang };
	const text = number === null ? t('library.untitled') : t('library.book.unnamed', { number });
	return { text, lang: undefined };
}
