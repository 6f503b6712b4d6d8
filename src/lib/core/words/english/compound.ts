import { classOf } from '../entry';
import type { WordClass } from '../wordClass';
import type { FirstPart } from '../grammar';
import type { LexiconIndex } from '../lexicon';

const costs: Partial<Record<WordClass, number>> = {
	noun: 0.2,
	'first part': 0,
	preposition: 0.6,
	adverb: 0.6,
	adjective: 0.8,
	numeral: 0.6,
	verb: 2
};

/** Returns the English words that can begin a compound: `law|maker`, `over|step`. */
export const englishFirstParts = (text: string, lexicon: LexiconIndex): readonly FirstPart[] =>
	lexicon.listed(text).flatMap((entry) => {
		const cost = entry.head === text ? costs[classOf(entry)] : undefined;
		return cost === undefined ? [] : [{ entry, cost }];
	});
