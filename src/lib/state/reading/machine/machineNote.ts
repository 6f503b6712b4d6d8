import type { CachedUnit } from '$lib/core/machine/fromCache';
import { headword, type AskedTerm } from '$lib/core/machine/askedTerm';
import type { Lang } from '$lib/core/text/article';
import type { Unit } from '$lib/core/translation/unit';
import type { T } from '$lib/i18n';

/**
 * Returns the unit with a note that names its parts that could not be translated from `lang`, and
 * the terms that it lacks.
 */
export function withMachineNote(made: CachedUnit, lang: Lang, t: T): Unit {
	const { unit, untranslated, lacking } = made;
	const notes = [
		...(untranslated.length > 0 ? [untranslatedText(untranslated, lang, t)] : []),
		...(lacking.length > 0 ? [lackingText(lacking, t)] : [])
	];
	return notes.length > 0 ? { ...unit, note: notes.join(' ') } : unit;
}

const untranslatedText = (sentences: readonly string[], lang: Lang, t: T): string =>
	t('machine.translate.untranslated', {
		count: sentences.length,
		lang: t(`reading.lang.${lang === 'sv' || lang === 'en' ? lang : 'other'}`),
		sentences: sentences.map((sentence) => t('machine.translate.quoted', { sentence })).join(' ')
	});

/** Names the terms that a translation lacks. */
export function lackingText(lacking: readonly AskedTerm[], t: T): string {
	const terms = lacking.map((asked) => {
		const [source, term] = [asked.source, headword(asked)];
		return source === term
			? t('machine.translate.lackingName', { source })
			: t('machine.translate.lackingTerm', { source, term });
	});
	return t('machine.translate.lacking', { count: lacking.length, terms: terms.join('; ') });
}
