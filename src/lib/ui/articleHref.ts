import type { UiLang } from '$lib/i18n/langs';

/**
 * Returns the address of an article: the site’s have pages of their own; the reader’s are opened by
 * `own`.
 */
export const articleHref = (id: string, isOfSite: boolean, ui: UiLang): string =>
	isOfSite ? `/${ui}/read/${id}/` : `/${ui}/own/?id=${encodeURIComponent(id)}`;
