/** Texts about the reader’s dictionaries. */
import type { AddFailure } from '$lib/adapters/dictionaries/protocol';
import type { AnswerFailure } from '$lib/core/words/dictionary/answer';
import type { OwnDictionary } from '$lib/core/words/dictionary/dictionary';
import type { T, UiLang } from '$lib/i18n';

const megabyte = 1_000_000;

/** Says why a file was not added, or a dictionary does not answer. */
export const failureText = (t: T, failure: AddFailure | AnswerFailure): string =>
	failure.kind === 'too-large'
		? t('dictionaries.failure.too-large', {
				file: failure.file,
				limit: Math.floor(failure.limit / megabyte)
			})
		: t(`dictionaries.failure.${failure.kind}`, { ...failure });

/** Returns “Swedish to English”. */
export function directionText(t: T, ui: UiLang, { from, to }: OwnDictionary): string {
	const names = new Intl.DisplayNames(ui, { type: 'language' });
	if (from === null) return t('dictionaries.noDirection');
	const [one, other] = [from, to ?? from].map((lang) => names.of(lang) ?? lang);
	return to === null ? (one ?? from) : t('dictionaries.direction', { from: one, to: other });
}
