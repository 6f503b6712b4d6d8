/** What Swedish spelling does where an ending is added. */
export const vowel = 'aeiouyåäöé';
export const vowelEnd = new RegExp(`[${vowel}]$`);

/** Returns a word without its last unstressed vowel: `flicka`, `pojke`. */
export const base = (word: string): string => word.replace(/[ae]$/, '');

/** Drops the vowel that goes before another: `nyckl` of `nyckel`, `öppn`, `somr` of `sommar`. */
export const dropped = (word: string): string =>
	single(word.replace(/(?<=[^aeiouyåäö])(?:e(?=[lrn]$)|a(?=r$)|o(?=n$))/, ''));

/** A double `m` or `n` is single before a consonant: `himmel`, `himl`. */
const single = (word: string): string => word.replace(/([mn])\1(?=[lrn]$)/, '$1');

const short = new RegExp(`(?<=[^${vowel}][${vowel}]|^[${vowel}])([mn])$`);

/** Makes a last double `m` or `n` single: `komm`, `kom`. */
export const undoubled = (word: string): string => word.replace(/([mn])\1$/, '$1');

/** Doubles a last `m` or `n` after one vowel: `rum`, `rumm`. Other words are returned as they are. */
export const doubled = (word: string): string => word.replace(short, '$1$1');

/** Adds an ending, in both ways of writing where `m` or `n` may be doubled: `ramen`, `vännen`. */
export function withEnding(word: string, ending: string): readonly string[] {
	const twice = doubled(word);
	return twice === word ? [word + ending] : [word + ending, twice + ending];
}
