/** How likely an entry is among those that share a form, before its neighbours are looked at. */
import { classOf, type LexiconEntry } from './entry';
import type { WordClass } from './wordClass';
import type { Grammar } from './grammar';
import type { LexiconIndex } from './lexicon';
import type { Feature } from './inflected';

type Inflections = readonly (readonly Feature[])[];

/** How rare a class is among the forms that several words share. */
const classCosts: Readonly<Record<WordClass, number>> = {
	preposition: 0,
	conjunction: 0.1,
	pronoun: 0.1,
	numeral: 0.3,
	adverb: 0.6,
	noun: 1,
	verb: 1,
	adjective: 0.95,
	'particle verb': 1,
	phrase: 1,
	name: 1,
	abbreviation: 1.6,
	interjection: 2.5,
	'first part': 3.5
};

const featureCosts: Partial<Record<Feature, number>> = {
	genitive: 0.4,
	imperative: 1.2,
	passive: 0.35,
	supine: 0.15,
	'past participle': 0.35,
	'present participle': 0.2,
	masculine: 0.5,
	subjunctive: 0.2,
	neuter: 0.15,
	definite: 0.02,
	plural: 0,
	present: 0.03,
	'third person': 0.1
};

/** Costs of a form that is not the head. Adverbs are seldom compared: `snabbare` is `snabb`. */
const inflectedCost = 0.3;
const comparedAdverbCost = 1.05;
const rareCost = 0.5;
const uncommonCost = 0.4;
/** Strong verbs are few and old: of two uncommon words they are the commoner. */
const strongCost = 0;

/** An adverb like `kallt` is the adjective’s neuter, unless it is common (`snart`). */
const neuterAdverbCost = 0.9;

/** Returns the cost of an entry as the answer to a form: 0 for the likeliest. */
export function costOf(
	entry: LexiconEntry,
	exact: boolean,
	inflections: Inflections,
	{ rare }: Grammar,
	{ common }: LexiconIndex
): number {
	const wordClass = classOf(entry);
	const isCommon = common.size === 0 || common.has(entry.head);
	const isRare = rare.has(entry.head) || rare.has(`${entry.head} ${entry.code}`);
	return (
		classCosts[wordClass] +
		Math.min(...inflections.map((features) => costOfFeatures(features, wordClass))) +
		(exact ? 0 : wordClass === 'adverb' ? comparedAdverbCost : inflectedCost) +
		(isCommon ? 0 : entry.code === 'v4' ? strongCost : uncommonCost) +
		(!isCommon && wordClass === 'adverb' && /t$/.test(entry.head) ? neuterAdverbCost : 0) +
		(isRare ? rareCost : 0)
	);
}

function costOfFeatures(features: readonly Feature[], wordClass: WordClass): number {
	const owned = wordClass === 'adjective' && features.includes('genitive') ? 0.35 : 0;
	return features.reduce((sum, feature) => sum + (featureCosts[feature] ?? 0), owned);
}
