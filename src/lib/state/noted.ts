import type { Made } from '$lib/core/machine/recall';
import type { Lang } from '$lib/core/text/article';
import type { Unit } from '$lib/core/translation/unit';
import type { T } from '$lib/i18n';

/** The unit with a note, in words, of what in it could not be translated from `lang`. */
export function noted({ unit, untranslated }: Made, lang: Lang, t: T): Unit {
	if (untranslated.length === 0) return unit;
	const note = t('machine.translate.untranslated', {
		count: untranslated.length,
		lang: t(`reading.lang.${lang === 'sv' || lang === 'en' ? lang : 'other'}`),
		sentences: untranslated.map((sentence) => t('machine.translate.quoted', { sentence })).join(' ')
	});
	return { ...unit, note };
}
