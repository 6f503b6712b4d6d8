/** What the library says of an article, beside its titles. */
import type { Lang } from '$lib/core/text/article';
import type { T } from '$lib/i18n';
import { isUiLang, type UiLang } from '$lib/i18n/langs';
import type { Entry } from '$lib/state/shelves';
import { formatIssued } from './issued';

/** People read prose silently at about 240 words a minute (Brysbaert 2019); beside a translation, less. */
const wordsPerMinute = 200;

export const minutes = (words: number): number => Math.max(1, Math.round(words / wordsPerMinute));

/** An article that the site knows has a page of its own; what only the reader has is opened by `own`. */
export const readingHref = ({ id, translated }: Entry, ui: UiLang): string =>
	translated ? `/${ui}/read/${id}/` : `/${ui}/own/?id=${encodeURIComponent(id)}`;

/** Authors, publication, date and length, as far as they are known. */
export function about({ original, words }: Entry, t: T, ui: UiLang): readonly string[] {
	const { authors, publication, issued } = original;
	return [
		authors?.join(', '),
		publication,
		issued && unbroken(formatIssued(issued, ui)),
		unbroken(t('app.words', { count: words })),
		unbroken(t('app.minutes', { count: minutes(words) }))
	].filter((part) => part !== undefined);
}

const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0');

/** “English”, as it stands alone. */
export const languageName = (lang: Lang, t: T): string => t(`app.lang.${known(lang)}`);

/** “English”, as in “its English translation” or “read in English”. */
export const inLanguage = (lang: Lang, t: T): string => t(`library.inLang.${known(lang)}`);

const known = (lang: Lang) => (isUiLang(lang) ? lang : 'other');
