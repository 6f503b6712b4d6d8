/** Language tags (BCP 47), as far as the text rules need them. */
import type { Lang } from './article';

/** Returns the primary subtag in lower case: `en` of `en-GB`. */
export const primaryLang = (lang: Lang): Lang => lang.split('-', 1).join('').toLowerCase();

/**
 * Returns the site's other language: English for Swedish, Swedish for any other. It is a default
 * while a translation's language is unknown; it does not mean that there are only two languages.
 */
export const otherSiteLang = (lang: Lang): 'sv' | 'en' => (lang === 'sv' ? 'en' : 'sv');
