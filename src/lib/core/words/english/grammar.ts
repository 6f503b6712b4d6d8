import type { Grammar } from '../grammar';
import { fitOf } from '../fit';
import { neuters } from '../swedish/adjective';
import { englishPrefixes, englishSuffixes } from './affixes';
import { englishCognates, respellForSwedish } from './cognates';
import { englishFirstParts } from './compound';
import { englishContraction } from './contraction';
import { englishExpectations } from './fit';
import { englishForms } from './inflect';
import { englishPreferred } from './preferred';
import { englishStems, englishVariants } from './stems';

export const english: Grammar = {
	lang: 'en',
	forms: englishForms,
	variants: englishVariants,
	contraction: englishContraction,
	stems: englishStems,
	firstParts: englishFirstParts,
	bases: (stem) => [
		stem,
		`${stem}e`,
		...(/i$/.test(stem) ? [`${stem.slice(0, -1)}y`] : []),
		...(/([bdfgklmnprstvz])\1$/.test(stem) ? [stem.slice(0, -1)] : []),
		`${stem}y`,
		`${stem}le`,
		`${stem}l`
	],
	shortParts: new Set(
		'air oil sea sun war car bus day law tax way job gas eye ear ice men man age'.split(' ')
	),
	noHeads: new Set([
		'ed',
		'ing',
		'ion',
		'king',
		'age',
		'able',
		'less',
		'ness',
		'ship',
		'dom',
		'let'
	]),
	suffixes: englishSuffixes,
	prefixes: englishPrefixes,
	numbered: { 'year-old': '~-åring' },
	cognates: englishCognates,
	respell: respellForSwedish,
	fill: fillSwedish,
	preferred: englishPreferred,
	participlesAreVerbs: true,
	rare: new Set(),
	fit: (analysis, neighbours) => fitOf(englishExpectations, analysis, neighbours)
};

/** Puts a Swedish gloss into that of an affix; `~t` is the neuter of an adjective: `snabbt`. */
function fillSwedish(template: string, gloss: string): string {
	return template.replace(/~(t$|are$|ande$|a$)?/, (_, ending: string | undefined) => {
		if (ending === undefined) return gloss;
		return ending === 't' ? (neuters(gloss)[0] ?? gloss) : `${gloss.replace(/a$/, '')}${ending}`;
	});
}
