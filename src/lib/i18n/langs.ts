/** Languages of the interface; each has a file in `translations/ui`. */
export const uiLangs = ['sv', 'en'] as const;
export type UiLang = (typeof uiLangs)[number];

export const isUiLang = (value: string): value is UiLang =>
	(uiLangs as readonly string[]).includes(value);

/** Returns the first language of the reader’s preferences that the interface has, else English. */
export const preferredUiLang = (languages: readonly string[]): UiLang =>
	languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isUiLang) ?? 'en';
