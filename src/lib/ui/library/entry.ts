/** What the library says of an article, beside its titles. */
import type { Lang } from '$lib/core/text/article';
import { readingMinutes } from '$lib/core/text/words';
import type { T } from '$lib/i18n';
import { isUiLang, type UiLang } from '$lib/i18n/langs';
import { formatIssued } from '$lib/i18n/date';
import type { Entry } from '$lib/state/shelves';

/** Authors, publication, date and length, as far as they are known. */
export function about({ original, words }: Entry, t: T, ui: UiLang): readonly string[] {
	const { authors, publication, issued } = original;
	return [
		authors?.join(', '),
		publication,
		issued && unbroken(formatIssued(issued, ui)),
		unbroken(t('app.words', { count: words })),
		unbroken(t('app.minutes', { count: readingMinutes(words) }))
	].filter((part) => part !== undefined);
}

export const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0');

/** “English”, as it stands alone. */
export const languageName = (lang: Lang, t: T): string => t(`app.lang.${known(lang)}`);

/** “English”, as in “its English translation” or “read in English”. */
export const inLanguage = (lang: Lang, t: T): string => t(`library.inLang.${known(lang)}`);

const known = (lang: Lang) => (isUiLang(lang) ? lang : 'other');
