import type { CachedUnit } from '$lib/core/machine/fromCache';
import type { Lang } from '$lib/core/text/article';
import type { Unit } from '$lib/core/translation/unit';
import type { T } from '$lib/i18n';

/** Returns the unit with a note that names its parts that could not be translated from `lang`. */
export function withUntranslatedNote({ unit, untranslated }: CachedUnit, lang: Lang, t: T): Unit {
	if (untranslated.length === 0) return unit;
	const note = t('machine.translate.untranslated', {
		count: untranslated.length,
		lang: t(`reading.lang.${lang === 'sv' || lang === 'en' ? lang : 'other'}`),
		sentences: untranslated.map((sentence) => t('machine.translate.quoted', { sentence })).join(' ')
	});
	return { ...unit, note };
}
