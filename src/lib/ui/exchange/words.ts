import type { T, UiLang } from '$lib/i18n';
import type { ArrivalFailure } from '$lib/core/translation/exchange/arrival';
import type { CorrectingFailure } from '$lib/state/exchange/correcting.svelte';

/** Returns a language's name as it is written within a sentence. */
export const inSentence = (lang: string, ui: UiLang): string =>
	new Intl.DisplayNames(ui, { type: 'language' }).of(lang) ?? lang;

/** Returns why a returned file is refused. */
export function refusal(failure: CorrectingFailure | ArrivalFailure, t: T, ui: UiLang): string {
	if (failure.kind !== 'languages')
		return t(`incoming.exchange.failure.${failure.kind}`, { ...failure });
	const [source, target] = failure.expected.map((lang) => inSentence(lang, ui));
	const [foundSource, foundTarget] = failure.found.map((lang) => inSentence(lang, ui));
	return t('incoming.exchange.failure.languages', { source, target, foundSource, foundTarget });
}
