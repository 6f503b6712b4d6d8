import type { Lang } from '../text/article';

/**
 * Returns the id of the record with the paragraphs of a translation that a translator corrected.
 */
export const correctionsId = (article: string, lang: Lang): string =>
	`${article}.${lang}.corrections`;
