/**
 * Characters that are written in one copy of a text in one way and in another copy in another, as
 * the inside of a character class. All of them change fingerprints: see `normalise`.
 */

/** Characters that one copy keeps and another loses: soft hyphens, joiners, direction marks. */
export const invisible =
	'\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
export const whiteSpace = '\\s\\u0085';
export const singleQuotes = '’‘‚‛′´`ʼ‹›\\u1fef\\u1ffd';
export const doubleQuotes = '”“„‟″«»';
export const dashes = '-‐-―−﹘﹣－';
