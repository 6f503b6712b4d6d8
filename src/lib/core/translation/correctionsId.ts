import type { Lang } from '../text/article';

/** The record of a translation’s paragraphs that came back corrected from a translator. */
export const correctionsId = (article: string, lang: Lang): string =>
	`${article}.${lang}.corrections`;
