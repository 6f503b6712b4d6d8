import type { Mismatch } from '$lib/core/links/mismatch';
import type { Lang } from '$lib/core/text/article';
import type { T, UiLang } from '$lib/i18n';

/** Returns a language's name as it is written within a sentence. */
const inSentence = (lang: Lang, ui: UiLang): string =>
	new Intl.DisplayNames(ui, { type: 'language' }).of(lang) ?? lang;

/** Returns why a text is refused as a translation, or a warning to check first. */
export function misfitWords(misfit: Mismatch, original: Lang, t: T, ui: UiLang): string {
	switch (misfit.kind) {
		case 'empty':
			return t(`incoming.misfit.empty.${misfit.side}`);
		case 'same':
			return t('incoming.misfit.same');
		case 'own-language':
			return t('incoming.misfit.own-language', { lang: inSentence(original, ui) });
		case 'looks-original':
		case 'looks-other':
			return t(`incoming.misfit.${misfit.kind}`, { lang: inSentence(misfit.lang, ui) });
		case 'swapped':
			return t('incoming.misfit.swapped', {
				lang: inSentence(misfit.lang, ui),
				other: inSentence(misfit.original, ui)
			});
		case 'lopsided':
			return t(`incoming.misfit.lopsided.${misfit.longer}`, { times: misfit.times });
	}
}
