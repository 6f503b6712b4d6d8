/** Names the languages of texts in words. Imports are relative, since the shell uses it too. */
import type { T } from '.';
import { isUiLang } from './langs';

/** Returns “English”, as it stands alone. */
export const languageName = (lang: string, t: T): string => t(`app.lang.${known(lang)}`);

/** Returns “English”, as in “its English translation” or “read in English”. */
export const inLanguage = (lang: string, t: T): string => t(`library.inLang.${known(lang)}`);

const known = (lang: string) => (isUiLang(lang) ? lang : 'other');
