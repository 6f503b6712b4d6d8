import type { UiLang } from '$lib/i18n/langs';

/** Where an article is read: the site’s have pages of their own; what only the reader has is opened by `own`. */
export const articleHref = (id: string, isOfSite: boolean, ui: UiLang): string =>
	isOfSite ? `/${ui}/read/${id}/` : `/${ui}/own/?id=${encodeURIComponent(id)}`;
