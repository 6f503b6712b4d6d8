import type { UiLang } from '$lib/i18n/langs';

/** Returns the address of the places of a word or phrase, or of the page without one. */
export const placesHref = (ui: UiLang, word = '', lang = ''): string =>
	word === ''
		? `/${ui}/concordance/`
		: `/${ui}/concordance/?word=${encodeURIComponent(word)}&lang=${encodeURIComponent(lang)}`;
