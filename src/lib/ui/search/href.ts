import type { UiLang } from '$lib/i18n/langs';

/** Returns the address of a search, or of the page without one. */
export const searchHref = (ui: UiLang, query = ''): string =>
	query === '' ? `/${ui}/search/` : `/${ui}/search/?q=${encodeURIComponent(query)}`;
