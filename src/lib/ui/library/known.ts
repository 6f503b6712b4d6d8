/** How much of a text is known, in words. */
import type { KnownWords } from '$lib/core/words/lemmaCounts';
import type { T, UiLang } from '$lib/i18n';
import { inLanguage } from '$lib/i18n/languageName';
import { unbroken } from './entry';

/** Returns “You know 62% of the words in Swedish”, once a language; empty where nothing is known of it. */
export const knownShares = (
	sides: readonly (KnownWords & { readonly lang: string })[],
	t: T,
	ui: UiLang
): string =>
	sides
		.filter(({ running }) => running > 0)
		.map(({ lang, ...words }) =>
			t('library.known.share', { percent: percentOf(words, ui), lang: inLanguage(lang, t) })
		)
		.join(' · ');

/** Rounds down, so that only a text of known words alone has 100%; some is never 0%. */
export function percentOf({ known, running }: KnownWords, ui: UiLang): string {
	const share = Math.floor((100 * known) / running) / 100;
	const shown = known > 0 ? Math.max(0.01, share) : 0;
	return unbroken(new Intl.NumberFormat(ui, { style: 'percent' }).format(shown));
}
