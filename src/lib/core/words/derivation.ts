import type { Affix, SuffixForm } from './affix';
import { ordered, type Analysis } from './analysis';
import { classOf, glossesOf, type LexiconEntry, type Meaning } from './entry';
import type { Vocabulary } from './vocabulary';

const shortestStem = 2;
const derivedCost = 8;
const cognateCost = 30;
/** A longer word is a compound that could not be split. */
const longestCognate = 20;

/** Returns a form as a word of the lexicon with a suffix or a prefix: `snabb`, `-het`. */
export function derivations(form: string, vocabulary: Vocabulary): readonly Analysis[] {
	const word = form.toLowerCase();
	return ordered([...suffixed(word, vocabulary), ...prefixed(word, vocabulary)]);
}

function* suffixed(word: string, vocabulary: Vocabulary): Iterable<Analysis> {
	for (const [stem, { affix, inflections }] of endings(word, vocabulary.suffixes))
		for (const base of bases(stem, affix, vocabulary))
			yield {
				lemma: stem + affix.entry.head,
				wordClass: classOf(affix.entry),
				entry: null,
				inflections: inflections.filter(({ length }) => length > 0),
				via: 'derivation',
				parts: [
					{ text: stem, entry: base },
					{ text: suffixText(affix.entry.head, vocabulary), entry: affix.entry }
				],
				meanings: filled(affix, glossesOf(base), vocabulary),
				cost: derivedCost - affix.entry.head.length / 10
			};
}

/** A suffix that is a word too has no hyphen: `arbets`, `lös`. */
const suffixText = (head: string, { grammar, lexicon }: Vocabulary): string =>
	!grammar.noHeads.has(head) && lexicon.headed(head).length > 0 ? head : `-${head}`;

/** Yields the stems that a word leaves without a suffix, the longest suffix first. */
function* endings(
	word: string,
	suffixes: ReadonlyMap<string, readonly SuffixForm[]>
): Iterable<readonly [stem: string, suffix: SuffixForm]> {
	for (let at = shortestStem; at < word.length - 1; at++)
		for (const suffix of suffixes.get(word.slice(at)) ?? []) yield [word.slice(0, at), suffix];
}

function bases(
	stem: string,
	{ of }: Affix,
	{ grammar, lexicon }: Vocabulary
): readonly LexiconEntry[] {
	const found = grammar.bases(stem).flatMap((head) => lexicon.headed(head));
	return found.filter((entry) => of === null || classOf(entry) === of).slice(0, 1);
}

function* prefixed(word: string, vocabulary: Vocabulary): Iterable<Analysis> {
	for (const affix of vocabulary.grammar.prefixes) {
		const { head } = affix.entry;
		const rest = word.slice(head.length);
		if (!word.startsWith(head) || rest.length < shortestStem) continue;
		for (const base of vocabulary.listed(rest)) {
			if (affix.of !== null && base.wordClass !== affix.of) continue;
			yield {
				...base,
				lemma: head + base.lemma,
				entry: null,
				via: 'derivation',
				parts: [
					{ text: `${head}-`, entry: affix.entry },
					{ text: rest, entry: base.entry }
				],
				meanings: filled(
					affix,
					base.meanings.flatMap(({ glosses }) => glosses),
					vocabulary
				),
				cost: derivedCost + base.cost
			};
		}
	}
}

/** Returns what a derived word means, from the first glosses of its base. */
const filled = (
	{ entry }: Affix,
	glosses: readonly string[],
	{ grammar }: Vocabulary
): readonly Meaning[] =>
	glosses.slice(0, 2).map((gloss) => ({
		remark: '',
		glosses: glossesOf(entry).map((text) => grammar.fill(text, gloss))
	}));

/** Returns a form as a word that looks like one of the other language; always uncertain. */
export function cognates(form: string, vocabulary: Vocabulary): readonly Analysis[] {
	if (form.length > longestCognate) return [];
	const found = [...endings(form.toLowerCase(), vocabulary.cognates)].slice(0, 1);
	return found.map(([stem, { affix, inflections }]) => ({
		lemma: stem + affix.entry.head,
		wordClass: classOf(affix.entry),
		entry: null,
		inflections: inflections.filter(({ length }) => length > 0),
		via: 'cognate',
		parts: [],
		meanings: filled(affix, [vocabulary.grammar.respell(stem)], vocabulary),
		cost: cognateCost
	}));
}
