/**
 * Stems: what is left of a word without its inflection, so that few words stand for many forms.
 * Data a language; a language without any is cut short instead (see `cut`). A stem is no word: it is
 * only ever compared with stems of the same language.
 */
import type { Lang } from '../text/article';

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
 * The stem of a word in lower case, by the language’s first subtag. Where the language has no
 * rules: its first six letters. Fraser and Marcu, “ISI’s Participation in the Romanian–English
 * Alignment Task” (2005, https://aclanthology.org/W05-0814/), align by prefixes of four.
 */
export function stemmer(lang: Lang): Stemmer {
	const language = lang.split('-', 1).join('').toLowerCase();
	return (Object.hasOwn(stemmers, language) ? stemmers[language] : undefined) ?? cut;
}

const cut: Stemmer = (word) => word.slice(0, 6);

/** Takes off the longest of `list` that leaves at least `least` letters, with a vowel among them. */
function suffixStemmer(list: string, least: number): Stemmer {
	const suffixes = list.split(/\s+/).sort((a, b) => b.length - a.length);
	const pattern = new RegExp(`(?<=[aeiouyåäöüéèêà].*)(?:${suffixes.join('|')})$`, 'u');
	return (word) => {
		const at = pattern.exec(word)?.index ?? word.length;
		return at >= least ? word.slice(0, at) : word;
	};
}
