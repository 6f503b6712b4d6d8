import type { Lang } from '$lib/core/text/article';
import type { Texts } from '$lib/core/text/texts';
import { uiLangs, type UiLang } from '$lib/i18n/langs';

/** Words and their language. */
export interface Said {
	readonly lang: Lang;
	readonly text: string;
}

/** The reader’s language first. */
export const langsFrom = (ui: UiLang): readonly [UiLang, ...UiLang[]] => [
	ui,
	...uiLangs.filter((lang) => lang !== ui)
];

/** What is said in each language that it is said in. */
export const inOrder = (texts: Texts, ui: UiLang): readonly Said[] =>
	langsFrom(ui).flatMap((lang) => {
		const text = texts[lang];
		return text === undefined ? [] : { lang, text };
	});
