/**
 * Stems: words without their inflection, so that one stem covers many forms. Each language has its
 * own data; a language without any is cut to a prefix (see `stemmer`). A stem is not a word: it is
 * only compared with stems of the same language.
 */
import type { Lang } from '../text/article';
import { primaryLang } from '../text/languageTag';

type Stemmer = (word: string) => string;

/**
 * Swedish: the first step of the Snowball stemmer (M. F. Porter,
 * https://snowballstem.org/algorithms/swedish/stemmer.html), plural verbs of older texts added.
 */
const swedish = suffixStemmer(
	`heterna hetens heten heter anden andet andes ande ernas arnas ornas erna arna orna arne arens
	aren ades ade are aste ast ern erns ens en ad ar er or as es at het et te tt t a e n o`,
	3
);

/** German and French: the endings of nouns, adjectives and regular verbs. */
const german = suffixStemmer(
	`ungen ung erns ern enden ende ens em en er es est ten tet te st e n s t`,
	3
);
const french = suffixStemmer(
	`issements issement ements ement aient erait irait ions iez ant ants ante antes eaux aux ée ées
	és é er ez ait ais ai ent es eux euse euses x s e`,
	3
);

/** English: plural, past, participle and adverb, and the letters that these double or change. */
const english: Stemmer = (word) => {
	if (word.length < 4) return word;
	const bare = word
		.replace(/(?:ies|ied)$/, 'y')
		.replace(/(?<=ss|sh|ch|x|z)es$/, '')
		.replace(/(?<=[^su])s$/, '')
		.replace(/(?<=[aeiouy].*)(?:ingly|edly|ing|ed)$/, '')
		.replace(/(?<=...)ly$/, '');
	const single = bare.replace(/(?<=[aeiouy].*)([bdfgmnprt])\1$/, '$1');
	return single.replace(/(?<=..)e$/, '').replace(/(?<=..)y$/, 'i');
};

const stemmers: Readonly<Record<string, Stemmer>> = {
	sv: (word) => {
		const bare = swedish(word.replace(/(?<=.{3}[bcdfghjklmnoprtvy])s$/, ''));
		return bare.replace(/(?<=..)(?:dd|gd|nn|dt|gt|kt|tt)$/, (pair) => pair.charAt(0));
	},
	en: english,
	de: german,
	fr: french
};

/**
 * Returns the stemmer for a language, by its first subtag; it takes words in lower case. A language
 * without rules gets the first six letters: Fraser and Marcu, “ISI’s Participation in the
 * Romanian–English Alignment Task” (2005, https://aclanthology.org/W05-0814/), align by prefixes of
 * four.
 */
export function stemmer(lang: Lang): Stemmer {
	const language = primaryLang(lang);
	return (Object.hasOwn(stemmers, language) ? stemmers[language] : undefined) ?? cut;
}

const cut: Stemmer = (word) => word.slice(0, 6);

/**
 * Removes the longest ending in `list` that leaves at least `least` letters, with a vowel among
 * them.
 */
function suffixStemmer(list: string, least: number): Stemmer {
	const suffixes = list.split(/\s+/).sort((a, b) => b.length - a.length);
	const pattern = new RegExp(`(?<=[aeiouyåäöüéèêà].*)(?:${suffixes.join('|')})$`, 'u');
	return (word) => {
		const at = pattern.exec(word)?.index ?? word.length;
		return at >= least ? word.slice(0, at) : word;
	};
}
