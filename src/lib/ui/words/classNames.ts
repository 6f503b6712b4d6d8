import type { T } from '$lib/i18n';

/** Returns what word classes are called in the interface, by their English names. */
export const classNames = (t: T): Readonly<Record<string, string | undefined>> => ({
	noun: t('saved.class.noun'),
	verb: t('saved.class.verb'),
	'particle verb': t('saved.class.particleVerb'),
	adjective: t('saved.class.adjective'),
	adverb: t('saved.class.adverb'),
	preposition: t('saved.class.preposition'),
	conjunction: t('saved.class.conjunction'),
	interjection: t('saved.class.interjection'),
	numeral: t('saved.class.numeral'),
	pronoun: t('saved.class.pronoun'),
	abbreviation: t('saved.class.abbreviation'),
	name: t('saved.class.name'),
	phrase: t('saved.class.phrase')
});
