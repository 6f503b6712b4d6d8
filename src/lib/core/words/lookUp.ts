import { ordered, type Analysis } from './analysis';
import { compounds } from './compound';
import { cognates, derivations } from './derivation';
import type { Neighbours } from './grammar';
import { preference } from './preferred';
import { hyphenated } from './hyphen';
import { inTranslation } from './translated';
import type { Vocabulary } from './vocabulary';

/** What is known of a word. */
export type WordAnswer =
	| {
			readonly kind: 'found';
			readonly analyses: readonly [Analysis, ...Analysis[]];
			readonly certain: boolean;
	  }
	| { readonly kind: 'name' }
	| { readonly kind: 'unknown' };

/** A word in its sentence; outside of one there are no neighbours. */
export interface WordPlace {
	readonly neighbours: Neighbours;
	/** True for a capital that no sentence begins with. */
	readonly capital: boolean;
	/** Words of the translated sentence and what they may be forms of; null if there is none. */
	readonly translated: ReadonlySet<string> | null;
}

/** The place of a word that stands in no sentence. */
export const alone: WordPlace = {
	neighbours: { form: '', before: [], after: [], classBefore: null, classAfter: null },
	capital: false,
	translated: null
};

/** A form of more letters is no word; looking for its parts would take long. */
export const longestForm = 80;

/**
 * Looks a form up: as it stands, then as a form of a lemma, then as a compound, a derived word and a
 * word that looks like one of the other language; the first of these that finds anything answers.
 */
export function lookUp(form: string, vocabulary: Vocabulary, place: WordPlace = alone): WordAnswer {
	if (form.length > longestForm) return { kind: 'unknown' };
	const word = form
		.normalize('NFC')
		.replace(/\u00ad/g, '')
		.replace(/[’‘]/g, "'");
	const found = analysesOf(word, vocabulary, place.capital);
	const [first, ...others] = inPlace(word, found, vocabulary, place);
	if (!first) return { kind: place.capital ? 'name' : 'unknown' };
	const certain = place.capital ? isName(first, others) : isCertain(first, others);
	return { kind: 'found', analyses: [first, ...others], certain };
}

function analysesOf(word: string, vocabulary: Vocabulary, capital: boolean): readonly Analysis[] {
	const listed = [...contracted(word, vocabulary), ...vocabulary.listed(word)];
	if (listed.length > 0) return listed;
	const parted = hyphenated(word, vocabulary, (part) => analysesOf(part, vocabulary, false));
	if (/[-‐‑:]/.test(word)) return parted;
	const made = ordered([...derivations(word, vocabulary), ...compounds(word, vocabulary)]);
	if (capital) return made.filter(isTitle);
	return made.length > 0 ? made : cognates(word, vocabulary);
}

/** With a capital within a sentence a made word is a name, unless it ends like `Riksbanken`. */
const isTitle = ({ inflections }: Analysis): boolean =>
	inflections.some((features) => features.includes('definite') && features.includes('singular'));

/** Returns the first word of a contraction, with what is written together with it: `do`, `n't`. */
function contracted(word: string, vocabulary: Vocabulary): readonly Analysis[] {
	const [first, rest] = vocabulary.grammar.contraction(word.toLowerCase()) ?? [];
	if (first === undefined || rest === undefined) return [];
	return vocabulary.listed(first).map((analysis) => ({
		...analysis,
		via: 'inflection',
		parts: [
			{ text: first, entry: analysis.entry },
			{ text: rest, entry: null }
		]
	}));
}

/** Cost of a lemma without a capital for a word with one of its own. */
const noCapital = 0.8;

function inPlace(
	word: string,
	found: readonly Analysis[],
	{ grammar }: Vocabulary,
	{ neighbours, capital, translated }: WordPlace
): readonly Analysis[] {
	const preferred = grammar.preferred.get(word.toLowerCase());
	return ordered(
		found.map((analysis) => {
			const at = preference(preferred, analysis.lemma, analysis.entry?.code ?? '');
			const prior = preferred ? (at ?? preferred.length) * 0.7 : analysis.cost;
			const spelt = capital && !hasCapital(analysis) ? noCapital : 0;
			const placed = { ...analysis, cost: prior + spelt + grammar.fit(analysis, neighbours) };
			return translated ? inTranslation(placed, translated) : placed;
		})
	);
}

/** Whether a word with a capital of its own is a name, and the only one: `Japan`, not japan. */
const isName = (first: Analysis, others: readonly Analysis[]): boolean =>
	hasCapital(first) && isCertain(first, others.filter(hasCapital));

const hasCapital = ({ lemma }: Analysis): boolean => !/^\p{Ll}/u.test(lemma);

/** Costs that differ by less are a matter of taste. */
const narrow = 0.25;

/** Whether no other lemma or split is nearly as likely. */
const isCertain = (first: Analysis, others: readonly Analysis[]): boolean =>
	first.via !== 'cognate' &&
	others.every((other) => other.cost - first.cost >= narrow || sayOf(other) === sayOf(first));

const sayOf = ({ lemma, wordClass, parts }: Analysis): string =>
	[lemma, wordClass, ...parts.map(({ text }) => text)].join(' ');
