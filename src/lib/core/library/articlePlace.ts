import type { KeptArticle } from './ownArticle';

/** Which text an id means: the site’s (`read`), or one of the reader’s own, which may have its id. */
export type ArticlePlace = 'read' | 'own';

/** Returns the reader’s text that an id means: in place of the site’s only a copy of that. */
export const ownAt = (place: ArticlePlace, kept: KeptArticle | null): KeptArticle | null =>
	place === 'own' || kept?.about.recognised ? kept : null;
