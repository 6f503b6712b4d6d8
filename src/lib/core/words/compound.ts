import { ordered, type Analysis } from './analysis';
import { classOf, glossesOf, type LexiconEntry } from './entry';
import type { WordClass } from './wordClass';
import type { FirstPart, Grammar } from './grammar';
import type { Vocabulary } from './vocabulary';
import { derivations } from './derivation';

/** No word has more parts than are read at a glance; a longer one is split in its lexicon's words. */
const mostParts = 3;
const shortestPart = 3;
/** A word of this many letters or more is no compound but a mistake, and splitting it takes long. */
const longestWord = 60;

/** A part that is no word by itself may be as short as this: `ö|bo`. */
const shortestFirst = 2;

interface First extends FirstPart {
	readonly text: string;
}

/** Returns the ways to split a form into words, those of the fewest parts alone, the likeliest first. */
export function compounds(form: string, vocabulary: Vocabulary): readonly Analysis[] {
	const word = form.toLowerCase();
	if (word.length > longestWord) return [];
	for (let parts = 2; parts <= mostParts; parts++) {
		const found = split(word, parts, vocabulary);
		if (found.length > 0) return likely(ordered(found));
	}
	return [];
}

/** Splits that cost so much more than the likeliest are none: `beslut` as the last part is no verb. */
const unlikely = 2;

const likely = (splits: readonly Analysis[]): readonly Analysis[] =>
	splits.filter(({ cost }) => cost < (splits[0]?.cost ?? 0) + unlikely);

function split(word: string, parts: number, vocabulary: Vocabulary): readonly Analysis[] {
	const found: Analysis[] = [];
	for (let at = shortestFirst; at < word.length - 1; at++) {
		const [first] = firstParts(word.slice(0, at), vocabulary);
		if (!first) continue;
		for (const rest of rests(word, at))
			for (const head of parts === 2 ? heads(rest, vocabulary) : split(rest, parts - 1, vocabulary))
				found.push(joined({ text: word.slice(0, at), ...first }, head, rest, word.length));
	}
	return found;
}

/** Returns what may follow: three equal letters are written as two (`topp`, `punkt`: `toppunkt`). */
function rests(word: string, at: number): readonly string[] {
	const rest = word.slice(at);
	const last = word.charAt(at - 1);
	const lost = word.charAt(at - 2) === last && /[bdfgklmnprst]/.test(last);
	return lost ? [rest, last + rest] : [rest];
}

const firstParts = (text: string, { grammar, lexicon }: Vocabulary): readonly FirstPart[] =>
	grammar
		.firstParts(text, lexicon)
		.map(({ entry, cost }) => ({ entry, cost: cost + shortCost(text, grammar) }))
		.toSorted((a, b) => a.cost - b.cost);

function shortCost(text: string, { shortParts }: Grammar): number {
	if (text.length > shortestPart) return 0;
	return shortParts.has(text) ? 0.3 : 3 - text.length / 2;
}

function heads(rest: string, vocabulary: Vocabulary): readonly Analysis[] {
	const { shortParts, noHeads } = vocabulary.grammar;
	if ((rest.length < shortestPart && !shortParts.has(rest)) || noHeads.has(rest)) return [];
	const listed = vocabulary.listed(rest).filter((head) => canEnd(head, rest));
	return (listed.length > 0 ? listed : derivations(rest, vocabulary)).map((head) => ({
		...head,
		cost: head.cost + (headCosts[head.wordClass] ?? 0) + shortCost(rest, vocabulary.grammar)
	}));
}

/** Of the shortest words only nouns and participles are the last part: not `kazakstan|ska`. */
const canEnd = (head: Analysis, { length }: string): boolean =>
	head.wordClass in headCosts &&
	(length > shortestPart || head.wordClass === 'noun' || isParticiple(head));

/** What the last part of a compound may be; a class that is absent never is. */
const headCosts: Partial<Record<WordClass, number>> = {
	noun: 0,
	adjective: 0.4,
	numeral: 0.4,
	verb: 1,
	adverb: 1.5
};

/** Classes that make another verb of a verb: `åter|uppta`. */
const beforeVerbs: ReadonlySet<WordClass> = new Set([
	'adverb',
	'preposition',
	'first part',
	'adjective'
]);

function joined(first: First, head: Analysis, rest: string, letters: number): Analysis {
	const { text, entry, cost } = first;
	const verb = head.wordClass === 'verb' && !isParticiple(head);
	const whole = head.via === 'compound' ? head.parts : [{ text: rest, entry: baseOf(head) }];
	const shared = text.length + rest.length - letters;
	return {
		...head,
		lemma: text + head.lemma.slice(shared),
		via: 'compound',
		parts: [{ text, entry }, ...whole],
		meanings: [{ remark: '', glosses: [`${glossesOf(entry)[0] ?? text} ${glossOf(head)}`] }],
		cost:
			(head.via === 'compound' ? 4 : 10) +
			cost +
			head.cost +
			(verb && !beforeVerbs.has(classOf(entry)) ? 3 : 0)
	};
}

/** Returns the word of the lexicon that a part is, or is made of: `äta` of `ätare`. */
const baseOf = ({ entry, parts }: Analysis): LexiconEntry | null =>
	entry ?? parts.find((part) => part.entry)?.entry ?? null;

export const glossOf = ({ meanings, lemma }: Analysis): string => meanings[0]?.glosses[0] ?? lemma;

export const isParticiple = ({ inflections }: Analysis): boolean =>
	inflections.some((features) => features.some((feature) => feature.endsWith('participle')));
