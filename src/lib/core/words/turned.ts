/** The Swedish–English lexicon turned round: its glosses as English words with Swedish meanings. */
import { irregularBases, irregularForms } from './english/irregular';
import { classOf, meaningsOf, type InflectionCode, type LexiconEntry } from './entry';
import type { WordClass } from './wordClass';
import type { LexiconIndex } from './lexicon';

/** Codes of English entries; a class that is absent keeps its Swedish code. */
const codes: Partial<Record<WordClass, InflectionCode>> = {
	noun: 'n',
	verb: 'v',
	'particle verb': 'v',
	adjective: 'a',
	'first part': 'a'
};

interface SwedishWord {
	readonly word: string;
	/** How far from the front its meaning and the gloss in it stand; the least comes first. */
	readonly rank: number;
}

/** An English word of one class with the Swedish words that it may answer to. */
interface Draft {
	readonly head: string;
	readonly code: InflectionCode;
	/** The meanings of an entry of our own; null if there is none. */
	readonly own: string | null;
	readonly answers: SwedishWord[];
}

/**
 * Returns English entries: every gloss without a remark becomes a head, its meanings ordered by how
 * far in front the gloss stands. `own` are entries with English heads: their meanings come first.
 * A gloss with a remark is taken where the entry has no other. Entries of one head stand together,
 * the commoner first.
 */
export function turned(
	{ entries: swedish, common }: LexiconIndex,
	own: readonly LexiconEntry[]
): readonly LexiconEntry[] {
	const heads = new Map<string, Draft[]>();
	for (const { head, code, gloss } of own) draftOf(heads, head, code, gloss);
	const phrases = phraseCounts(swedish);
	for (const entry of swedish)
		rank(entry, phrases.get(entry.head) ?? 0, common.has(entry.head), (gloss, code, answer) => {
			draftOf(heads, gloss, code, null).answers.push(answer);
		});
	return [...heads.values()].flatMap((drafts) =>
		(drafts.length === 1 ? drafts : drafts.toSorted(byStrength)).map(entryOf)
	);
}

function draftOf(
	heads: Map<string, Draft[]>,
	head: string,
	code: InflectionCode,
	own: string | null
): Draft {
	const drafts = heads.get(head) ?? [];
	const known = drafts.find((draft) => draft.code === code);
	if (known) return known;
	const draft: Draft = { head, code, own, answers: [] };
	drafts.push(draft);
	heads.set(head, drafts);
	return draft;
}

/** Of the classes of a head, own entries keep their order; others follow, the best answer first. */
const strength = ({ own, answers }: Draft): number =>
	own === null ? answers.length / 50 - Math.min(...answers.map(({ rank }) => rank)) : Infinity;

const byStrength = (a: Draft, b: Draft): number => {
	const [first, second] = [strength(a), strength(b)];
	return first === second ? 0 : second - first;
};

/** Counts in how many phrases each word stands: a sign of how common it is. */
function phraseCounts(entries: readonly LexiconEntry[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { head } of entries)
		if (head.includes(' '))
			for (const word of head.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** Calls `found` for every gloss of an entry that becomes an English head. */
function rank(
	entry: LexiconEntry,
	phrases: number,
	isCommon: boolean,
	found: (gloss: string, code: InflectionCode, answer: SwedishWord) => void
): void {
	const meanings = meaningsOf(entry);
	const open = meanings.filter(({ remark }) => remark === '' || remark === asNoun);
	const rare =
		entry.head.length / 40 +
		(entry.head.includes(' ') ? 0.5 : 0) +
		(isCommon ? 0 : 0.6) -
		Math.log2(1 + phrases) / 10;
	const start = open.length > 0 ? rare : rare + 1;
	for (const [at, { remark, glosses }] of (open.length > 0 ? open : meanings).entries())
		for (const [place, raw] of glosses.entries()) {
			const gloss = withoutBrackets(raw);
			if (gloss.includes('(') || isFormOfBe(gloss) || !isWord(entry, gloss)) continue;
			const code = remark === asNoun ? 'n' : codeOf(entry, gloss);
			found(gloss, code, { word: entry.head, rank: Math.max(0, start + at + place / 2) });
		}
}

/** A phrase may be one word in English: `på allvar`, `seriously`. */
const codeOf = (entry: LexiconEntry, gloss: string): InflectionCode =>
	entry.code === 'ph' && !gloss.includes(' ') ? 'ad' : (codes[classOf(entry)] ?? entry.code);

/** `finish (a book)`: `finish`. */
const withoutBrackets = (gloss: string): string =>
	gloss.endsWith(')') ? gloss.replace(/\s*\([^)]*\)$/, '') : gloss;

/** The remark of an adjective’s meaning that is a noun in English: `anhörig`, `relative`. */
const asNoun = 'as a noun';

/** Abbreviations answer to abbreviations: `FN` to `UN`, but `v` not to `week`. */
const isWord = (entry: LexiconEntry, gloss: string): boolean =>
	entry.code !== 'ab' || gloss === entry.head || /\p{Lu}|\./u.test(gloss);

const isFormOfBe = (gloss: string): boolean => irregularBases.get(gloss)?.[0] === 'be';

/** The meanings of an entry are put together when they are first read: few of them ever are. */
const entryOf = ({ head, code, own, answers }: Draft): LexiconEntry => ({
	head,
	code,
	forms: irregularForms(classOf({ code }), head),
	joining: none,
	get gloss() {
		const words = answers.toSorted((a, b) => a.rank - b.rank).map(({ word }) => word);
		const known = own?.split(/[;,] /) ?? [];
		const more = [...new Set(words)].filter((word) => !known.includes(word));
		return [...(own === null ? [] : [own]), ...more].join('; ');
	}
});

const none: readonly never[] = [];
