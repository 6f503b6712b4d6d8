import { classOf, type LexiconEntry } from './entry';
import { isParted, type SentenceWords } from './sentence';
import type { Vocabulary } from './vocabulary';

/** An entry of several words that stands in a sentence. */
export interface FoundPhrase {
	readonly entry: LexiconEntry;
	/** Indices of its words in the sentence, in order. */
	readonly at: readonly number[];
}

/** The longest way from the word that is asked about to a phrase’s first word. */
const reach = 7;
/** The most words between a verb and its particle: `ställer regeringen trots det in mötet`. */
const widestGap = 4;

/** Particles that are no prepositions: other words may stand before them. */
const free = new Set(
	'in ut upp ner ned bort fram tillbaka igen isär ihop undan hem loss fast igång samman omkull sönder ihjäl up out down off away back together apart'.split(
		' '
	)
);
/** Reflexive pronouns of a language, which stand for each other. */
export const reflexives: readonly (readonly string[])[] = [
	['sig', 'mig', 'dig', 'oss', 'er'],
	'oneself myself yourself himself herself itself ourselves themselves'.split(' ')
];
const reflexive = new Set(reflexives.flat());
/** Words that may stand before any particle. */
const light = new Set(
	'inte aldrig alltid också ju nog väl då nu jag du han hon den det vi ni de man sig mig dig oss er it them him her me us you not'.split(
		' '
	)
);

/**
 * Returns the particle verbs and fixed phrases of which the word at `at` is part, the longest
 * first. The first word of a verb may have any form.
 */
export function phrasesAt(
	sentence: SentenceWords,
	at: number,
	vocabulary: Vocabulary
): readonly FoundPhrase[] {
	const found: FoundPhrase[] = [];
	for (let first = Math.max(0, at - reach); first <= at; first++)
		for (const entry of entriesFrom(sentence.words[first]?.text ?? '', vocabulary)) {
			const places = matched(sentence, first, entry);
			if (places?.includes(at) && !endsAsArticle(sentence, places, vocabulary))
				found.push({ entry, at: places });
		}
	const whole = found.filter(
		(one) =>
			!found.some(
				(other) => (other.at.length > one.at.length && holds(other, one.at)) || isNearer(other, one)
			)
	);
	return whole.toSorted((a, b) => b.at.length - a.at.length || span(a) - span(b));
}

/** The phrases that a word may begin, by their second word; reflexive ones under an empty text. */
export type PhraseStarts = ReadonlyMap<string, readonly LexiconEntry[]>;

export function phraseStarts(word: string, vocabulary: Vocabulary): PhraseStarts {
	const starts = new Map<string, LexiconEntry[]>();
	for (const entry of entriesFrom(word, vocabulary)) {
		const second = entry.head.split(' ')[1]?.toLowerCase() ?? '';
		const key = reflexive.has(second) ? '' : second;
		starts.set(key, [...(starts.get(key) ?? []), entry]);
	}
	return starts;
}

/**
 * Returns the particle verbs and fixed phrases of a text, by their first words; of those that begin
 * at the same word only the longest.
 * @param startsOf what `phraseStarts` returns for a word: in many texts each is asked for often
 */
export const phrasesIn = (
	sentence: SentenceWords,
	startsOf: (word: string) => PhraseStarts
): readonly FoundPhrase[] =>
	sentence.words.flatMap(({ text }, first) => {
		const starts = startsOf(text);
		if (starts.size === 0) return [];
		const next = sentence.words.slice(first + 1, first + 2 + widestGap);
		const seconds = new Set(['', ...next.map((word) => word.text.toLowerCase())]);
		const found = [...seconds].flatMap((second) =>
			(starts.get(second) ?? []).flatMap((entry) => {
				const at = matched(sentence, first, entry);
				return at ? [{ entry, at }] : [];
			})
		);
		const longest = Math.max(...found.map(({ at }) => at.length));
		return found.filter(({ at }) => at.length === longest);
	});

/** Whether a phrase has all these words: `ta på sig` those of `ta på`. */
const holds = ({ at }: FoundPhrase, places: readonly number[]): boolean =>
	places.every((place) => at.includes(place));

/** Whether the same particle stands nearer to another verb: `ställa upp` in `får ställa upp`. */
const isNearer = (other: FoundPhrase, { at }: FoundPhrase): boolean => {
	const [first = 0] = other.at;
	return other.at.at(-1) === at.at(-1) && first > (at[0] ?? 0) && !at.includes(first);
};

const articles = new Set(['det', 'den', 'de']);

/** Whether the last word belongs to what follows: `efter det första besöket` is no `efter det`. */
function endsAsArticle(
	sentence: SentenceWords,
	places: readonly number[],
	vocabulary: Vocabulary
): boolean {
	const last = places.at(-1) ?? 0;
	const [word, next] = [sentence.words[last], sentence.words[last + 1]];
	if (!word || !next || !articles.has(word.text.toLowerCase()) || isParted(sentence, last))
		return false;
	return /^(?:adjective|numeral|noun)$/.test(vocabulary.classOf(next.text) ?? '');
}

const span = ({ at }: FoundPhrase): number => (at.at(-1) ?? 0) - (at[0] ?? 0);

/** A verb is meant only where it is nearly the likeliest word: `för` is seldom `föra`. */
const dearestVerb = 0.8;

function entriesFrom(word: string, vocabulary: Vocabulary): ReadonlySet<LexiconEntry> {
	const lower = word.toLowerCase();
	const listed = vocabulary.listed(lower);
	const least = listed[0]?.cost ?? 0;
	const verbs = listed.filter(
		({ wordClass, cost }) => wordClass === 'verb' && cost <= least + dearestVerb
	);
	const entries = new Set(vocabulary.lexicon.phrases(lower));
	for (const { lemma } of verbs)
		for (const entry of vocabulary.lexicon.phrases(lemma))
			if (entry.code === 'pv' || entry.code === 'v' || entry.code === 'ph') entries.add(entry);
	return new Set([...entries].filter(({ head }) => !/^(?:be|to) /.test(head)));
}

function matched(
	sentence: SentenceWords,
	first: number,
	entry: LexiconEntry
): readonly number[] | null {
	const gap = classOf(entry) === 'particle verb' || classOf(entry) === 'verb' ? widestGap : 0;
	const places = [first];
	for (const word of entry.head.split(' ').slice(1)) {
		const next = find(sentence, places.at(-1) ?? first, word.toLowerCase(), gap);
		if (next === null) return null;
		places.push(next);
	}
	return places;
}

/** Returns where a word follows within the same clause. */
function find(sentence: SentenceWords, from: number, wanted: string, gap: number): number | null {
	for (let at = from + 1; at <= from + 1 + gap; at++) {
		const word = sentence.words[at]?.text.toLowerCase();
		if (word === undefined || isParted(sentence, at - 1)) return null;
		if (word === wanted || (reflexive.has(wanted) && reflexive.has(word))) return at;
		if (!free.has(wanted) && !light.has(word)) return null;
	}
	return null;
}
