import type { Lang } from '$lib/core/text/article';
import { bindDates } from '$lib/core/text/bindDates';
import type { Texts } from '$lib/core/text/texts';
import { uiLangs, type UiLang } from '$lib/i18n/langs';

/** A text and its language. */
export interface LanguageText {
	readonly lang: Lang;
	readonly text: string;
}

/** Returns the languages with the reader’s first. */
export const langsFrom = (ui: UiLang): readonly [UiLang, ...UiLang[]] => [
	ui,
	...uiLangs.filter((lang) => lang !== ui)
];

/**
 * Returns a text in each of its languages, the original’s first: it is set in serif and to the left,
 * whatever the language of the interface.
 */
export const originalFirst = (texts: Texts, original: Lang): readonly LanguageText[] =>
	Object.entries(texts)
		.map(([lang, text]) => ({ lang, text: bindDates(text) }))
		.sort((a, b) => Number(b.lang === original) - Number(a.lang === original));
