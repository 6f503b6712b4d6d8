import type { Grammar } from '../grammar';
import { fitOf } from '../fit';
import { beforeVowel, participles, pasts, withS } from '../english/spelling';
import { swedishPrefixes, swedishSuffixes } from './affixes';
import { swedishCognates, respellForEnglish } from './cognates';
import { swedishFirstParts } from './compound';
import { swedishExpectations } from './fit';
import { swedishForms } from './inflect';
import { swedishPreferred, swedishRare } from './preferred';
import { swedishEndings, swedishShortParts } from './shortParts';
import { doubled } from './spelling';
import { swedishStems } from './stems';

export const swedish: Grammar = {
	lang: 'sv',
	forms: swedishForms,
	variants: (form) => [form],
	contraction: () => null,
	stems: swedishStems,
	firstParts: swedishFirstParts,
	bases: (stem) => [
		stem,
		`${stem}a`,
		`${stem}e`,
		...(doubled(stem) === stem ? [] : [`${doubled(stem)}a`]),
		...(/s$/.test(stem) ? [stem.slice(0, -1), `${stem.slice(0, -1)}e`] : [])
	],
	shortParts: swedishShortParts,
	noHeads: swedishEndings,
	suffixes: swedishSuffixes,
	prefixes: swedishPrefixes,
	numbered: { tal: 'the ~s', åring: '~-year-old', årig: '~-year-old' },
	cognates: swedishCognates,
	respell: respellForEnglish,
	fill: fillEnglish,
	preferred: swedishPreferred,
	participlesAreVerbs: false,
	rare: swedishRare,
	fit: (analysis, neighbours) => fitOf(swedishExpectations, analysis, neighbours)
};

/** Puts an English gloss into that of an affix; its first word takes the ending: `running out`. */
function fillEnglish(template: string, gloss: string): string {
	const [first = gloss, ...more] = gloss.split(' ');
	return template.replace(/~(ing|ed|s|er|able)?(?!\w)|~/, (_, ending: string | undefined) =>
		ending === undefined ? gloss : [changed(first, ending), ...more].join(' ')
	);
}

function changed(word: string, ending: string): string {
	switch (ending) {
		case 'ing':
			return participles(word)[0] ?? word;
		case 'ed':
			return pasts(word)[0] ?? word;
		case 's':
			return withS(word);
		default:
			return `${beforeVowel(word)[0] ?? word}${ending}`;
	}
}
