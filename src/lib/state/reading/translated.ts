import type { Lang } from '$lib/core/text/article';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { Translation } from '$lib/core/translation/unit';
import type { PageInput } from './page';

/** Returns the title of the translation shown first, and the rights of the stored one. */
export function translatedIn(
	lang: Lang,
	first: Translation['translated'] | undefined,
	stored: StoredArticle | null
): PageInput['translated'] {
	const found = stored?.translations.find(({ translated }) => translated.lang === lang);
	const rights = found?.translated.rights;
	return { lang, ...(first && { title: first.title }), ...(rights !== undefined && { rights }) };
}
