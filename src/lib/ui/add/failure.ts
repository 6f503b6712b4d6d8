import type { T, UiLang } from '$lib/i18n';
import type { ImportFailure } from '$lib/state/add/incomingText.svelte';

/** Why a text could not be read, what is safe, and what to do next. */
export function failureWords(name: string, failure: ImportFailure, t: T, ui: UiLang): string {
	switch (failure.kind) {
		case 'too-large':
			return t('add.failed.too-large', {
				name,
				size: megabytes(failure.bytes, ui),
				limit: megabytes(failure.limit, ui)
			});
		case 'unpacks-too-large':
			return t('add.failed.unpacks-too-large', {
				name,
				size: megabytes(failure.bytes, ui),
				limit: megabytes(failure.limit, ui)
			});
		case 'locked':
			return t(`add.failed.locked.${failure.by}`, { name });
		case 'damaged':
			return failure.file === null
				? t('add.failed.damaged', { name })
				: t('add.failed.damagedIn', { name, file: failure.file });
		case 'binary':
			return failure.format === null
				? t('add.failed.binary', { name })
				: t('add.failed.binaryAs', { name, format: t(`add.failed.format.${failure.format}`) });
		case 'language':
			return failure.guess === null
				? t('add.failed.language', { name })
				: t('add.failed.languageAs', { name, lang: nameOf(failure.guess, ui) });
		default:
			return t(`add.failed.${failure.kind}`, { name, ...failure });
	}
}

const megabytes = (bytes: number, ui: UiLang): string =>
	new Intl.NumberFormat(ui, {
		style: 'unit',
		unit: 'megabyte',
		maximumFractionDigits: bytes < 10_000_000 ? 1 : 0
	}).format(bytes / 1_000_000);

const nameOf = (lang: string, ui: UiLang): string =>
	new Intl.DisplayNames(ui, { type: 'language' }).of(lang) ?? lang;
