import type { UiLang } from '$lib/i18n/langs';

/** Returns the address of the page, with the search part of an address. */
export const searchHref = (ui: UiLang, search = ''): string => `/${ui}/search/${search}`;
