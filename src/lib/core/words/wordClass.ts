/** The classes of words, by their English names. */
export const wordClasses = [
	'noun',
	'verb',
	'particle verb',
	'adjective',
	'adverb',
	'preposition',
	'conjunction',
	'interjection',
	'numeral',
	'pronoun',
	'abbreviation',
	'name',
	'phrase',
	'first part'
] as const;
export type WordClass = (typeof wordClasses)[number];
