/**
 * The entry of a lexicon, and its written form, one headword a line:
 *
 *     headword code [forms] [+ joining forms] = meaning; meaning
 *
 * Meanings stand in the order of how common they are today. Synonyms within a meaning are separated
 * by commas, and a remark in round brackets may come first: `(of a law) come into force`. Two words
 * of one spelling with another class or inflection are two lines (`fil n3`, `fil n2`), the commoner
 * first.
 *
 * The code says how a word is inflected; forms that its rule does not give follow in a fixed order,
 * `-` for one that it does:
 *
 * | code | word | forms that may follow |
 * | --- | --- | --- |
 * | `n1` `n2` `n3` `n5` `n0` | en-nouns: plural -or, -ar, -er or -r, the same, none | definite, plural, definite plural |
 * | `t3` `t4` `t5` `t0` | ett-nouns: plural -er, -n, the same, none | the same |
 * | `np` | noun without singular | definite plural |
 * | `v1` `v2` `v3` | verbs: -ar -ade -at, -er -de/-te -t, -r -dde -tt | present, past, supine, past participle |
 * | `v4` | strong or irregular verb | the same, all of them |
 * | `vs` | deponent verb | present, past, supine |
 * | `pv` | verb with a particle or `sig`: its first word has a line of its own | – |
 * | `a1` `a2` `a3` | adjectives: -are -ast; the same, with a vowel that drops; mer, mest | neuter, plural, comparative, superlative |
 * | `a0` | adjective that never changes | comparative, superlative |
 * | `ad` | adverb | comparative, superlative |
 * | `pr` `cj` `ij` `nu` `pn` | preposition, conjunction, interjection, numeral, pronoun | other forms, any number |
 * | `ab` `nm` `ph` | abbreviation, name, fixed phrase | – |
 * | `px` | first part of compounds that is no word by itself | – |
 * | `n` `v` `a` | English noun, verb, adjective | those of `english/irregular.ts` |
 *
 * Joining forms: what the word looks like as the first part of a compound where that is not the
 * word, the word with `s`, or the word without its last `a` or `e`: `gata n1 + gatu = street`.
 */
import type { WordClass } from './wordClass';

const classes = {
	n1: 'noun',
	n2: 'noun',
	n3: 'noun',
	n5: 'noun',
	n0: 'noun',
	t3: 'noun',
	t4: 'noun',
	t5: 'noun',
	t0: 'noun',
	np: 'noun',
	v1: 'verb',
	v2: 'verb',
	v3: 'verb',
	v4: 'verb',
	vs: 'verb',
	pv: 'particle verb',
	a0: 'adjective',
	a1: 'adjective',
	a2: 'adjective',
	a3: 'adjective',
	ad: 'adverb',
	pr: 'preposition',
	cj: 'conjunction',
	ij: 'interjection',
	nu: 'numeral',
	pn: 'pronoun',
	ab: 'abbreviation',
	nm: 'name',
	ph: 'phrase',
	px: 'first part',
	n: 'noun',
	v: 'verb',
	a: 'adjective'
} as const satisfies Readonly<Record<string, WordClass>>;

export type InflectionCode = keyof typeof classes;

export interface LexiconEntry {
	readonly head: string;
	readonly code: InflectionCode;
	/** Null for a form that the rule gives. */
	readonly forms: readonly (string | null)[];
	readonly joining: readonly string[];
	/** As written; `meaningsOf` reads it. */
	readonly gloss: string;
}

export interface Meaning {
	/** When it means this; empty where nothing is said. */
	readonly remark: string;
	readonly glosses: readonly string[];
}

export const classOf = ({ code }: Pick<LexiconEntry, 'code'>): WordClass => classes[code];

const none: readonly never[] = [];

/**
 * Parses a line. Its last code is the code: `just nu ph = right now`.
 * @throws RangeError naming an invalid line: the lexicon is the project’s own.
 */
export function parseEntry(line: string): LexiconEntry {
	const equals = line.indexOf(' = ');
	const plus = line.lastIndexOf(' + ', equals);
	const left = line.slice(0, plus === -1 ? equals : plus).split(' ');
	const at = left.findLastIndex(isCode);
	const code = left[at];
	if (equals === -1 || at < 1 || code === undefined || !isCode(code))
		throw new RangeError(`${JSON.stringify(line)} is no entry: write hus t5 = house`);
	return {
		head: at === 1 ? (left[0] ?? '') : left.slice(0, at).join(' '),
		code,
		forms: at === left.length - 1 ? none : left.slice(at + 1).map(orNull),
		joining: plus === -1 ? none : line.slice(plus + 3, equals).split(/, ?/),
		gloss: line.slice(equals + 3)
	};
}

const isCode = (word: string): word is InflectionCode => codes.has(word);
const codes: ReadonlySet<string> = new Set(Object.keys(classes));
const orNull = (form: string): string | null => (form === '-' ? null : form);

/** Returns the meanings of an entry, the most common first. */
export const meaningsOf = ({ gloss }: LexiconEntry): readonly Meaning[] =>
	gloss.split(';').map(meaning);

const remarked = /^\(([^)]*)\)\s*(.+)$/;

function meaning(text: string): Meaning {
	const whole = text.trim();
	const [, remark = '', words = whole] = (whole.startsWith('(') && remarked.exec(whole)) || [];
	return { remark, glosses: words.split(',').map((word) => word.trim()) };
}

/** Returns all glosses of an entry without their remarks, each once. */
export const glossesOf = (entry: LexiconEntry): readonly string[] => [
	...new Set(meaningsOf(entry).flatMap(({ glosses }) => glosses))
];
