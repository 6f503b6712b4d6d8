/** What English spelling does where an ending is added to a verb, noun or adjective. */

const vowels = 'aeiou';
const doubling = new RegExp(`(?<=[^${vowels}][${vowels}])[bdfgklmnprtvz]$`);
const afterQu = /(?<=qu[aeiou])[bdgmnprt]$/;

/** Returns a word before a vowel: `mak(e)`, `stopp`; where a last letter may be doubled, both. */
export function beforeVowel(word: string): readonly string[] {
	if (/(?:ee|oe|ye)$/.test(word)) return [word];
	if (/e$/.test(word)) return [word.slice(0, -1)];
	const twice = word + word.slice(-1);
	if (!doubling.test(word) && !afterQu.test(word)) return [word];
	return word.length <= 4 ? [twice, word] : [word, twice];
}

/** `make`: `making`; `lie`: `lying`. */
export const participles = (verb: string): readonly string[] =>
	/ie$/.test(verb) ? [`${verb.slice(0, -2)}ying`] : beforeVowel(verb).map((stem) => `${stem}ing`);

export const pasts = (verb: string): readonly string[] => {
	if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`];
	return beforeVowel(verb).map((stem) => `${stem}ed`);
};

/** Adds the `s` of a plural or of the third person. */
export function withS(word: string): string {
	if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
	if (/(?:[sxz]|ch|sh)$/.test(word)) return `${word}es`;
	return `${word}s`;
}

/** `fast`: `faster`; `big`: `bigger`; `happy`: `happier`. */
export const compared = (adjective: string, ending: 'er' | 'est'): readonly string[] =>
	/[^aeiou]y$/.test(adjective)
		? [`${adjective.slice(0, -1)}i${ending}`]
		: beforeVowel(adjective).map((stem) => `${stem}${ending}`);
