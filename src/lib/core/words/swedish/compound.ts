import { classOf, type LexiconEntry } from '../entry';
import type { WordClass } from '../wordClass';
import type { FirstPart } from '../grammar';
import type { LexiconIndex } from '../lexicon';

/** Costs of a word as it is as a first part; a class that is absent never is one. */
const asItIs: Partial<Record<WordClass, number>> = {
	noun: 0,
	'first part': 0,
	abbreviation: 0.5,
	name: 0.5,
	preposition: 0.5,
	adverb: 0.6,
	adjective: 0.6,
	numeral: 0.6,
	verb: 2.5,
	pronoun: 2.5
};

/** Returns the Swedish words that can begin a compound in this form: `gatu`, `riksdags`, `skol`. */
export function swedishFirstParts(text: string, lexicon: LexiconIndex): readonly FirstPart[] {
	const of = (
		head: string,
		cost: (entry: LexiconEntry) => number | undefined
	): readonly FirstPart[] =>
		lexicon.listed(head).flatMap((entry) => {
			const known = entry.head.toLowerCase() === head ? cost(entry) : undefined;
			return known === undefined ? [] : [{ entry, cost: known }];
		});
	const noun = (cost: number) => (entry: LexiconEntry) =>
		classOf(entry) === 'noun' ? cost : undefined;
	const verb = (cost: number) => (entry: LexiconEntry) =>
		classOf(entry) === 'verb' ? cost : undefined;
	const owner = (entry: LexiconEntry) => ({ noun: 0.1, name: 0.3 })[classOf(entry) as string];
	return [
		...lexicon.joined(text).map((entry) => ({ entry, cost: 0 })),
		...of(text, whole),
		...(/[^s]s$/.test(text)
			? [...of(text.slice(0, -1), owner), ...of(`${text.slice(0, -1)}e`, noun(0.3))]
			: []),
		...of(`${text}a`, noun(0.3)),
		...of(`${text}e`, noun(0.3)),
		...of(`${text}a`, verb(1)),
		...(/[eou]$/.test(text) ? of(`${text.slice(0, -1)}a`, noun(1)) : []),
		...smaller(text, lexicon)
	];
}

/** Nouns with these suffixes take an `s`: `ungdoms|lag`, not `ungdom|slag`. */
const takesS = /.(?:dom|het|skap|ning|[ts]ion|itet|nad)$/;

/** A noun of so many letters is a compound as a rule, and takes an `s`: `vindkrafts|park`. */
const compoundLetters = 8;

/** A noun in -a or -e drops it as a rule: `skol|bok`, not `skola|bok`. */
function whole(entry: LexiconEntry): number | undefined {
	const cost = asItIs[classOf(entry)];
	if (cost === undefined || classOf(entry) !== 'noun') return cost;
	if (/[ae]$/.test(entry.head)) return 1;
	if (takesS.test(entry.head)) return 0.4;
	return entry.head.length >= compoundLetters ? 0.2 : cost;
}

/** Adjectives in a form of their own: `små|stad`, `högsta|domstol`, `lågt|stående`. */
const smaller = (text: string, lexicon: LexiconIndex): readonly FirstPart[] =>
	lexicon
		.listed(text)
		.filter((entry) => classOf(entry) === 'adjective' && entry.head !== text)
		.map((entry) => ({ entry, cost: 0.8 }));
