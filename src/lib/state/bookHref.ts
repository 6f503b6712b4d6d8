import type { UiLang } from '$lib/i18n/langs';

/** Returns the address of the page of a reader’s book. */
export const bookHref = (id: string, ui: UiLang): string =>
	`/${ui}/own/book/?id=${encodeURIComponent(id)}`;
