import type { Analysis } from './analysis';
import type { Meaning } from './entry';
import { textWords } from './textWord';

/** Yields what a form in lower case may be a form of. */
export type Bases = (form: string) => Iterable<string>;

/** Returns the words of a sentence in the other language, with all that they may be forms of. */
export function wordsAndBases(sentence: string, bases: Bases): ReadonlySet<string> {
	const words = new Set<string>();
	for (const { text } of textWords(sentence)) {
		const form = text.toLowerCase().replace(/’/g, "'");
		words.add(form);
		for (const base of bases(form)) words.add(base);
	}
	return words;
}

/** Words of a gloss that a translation may do without. */
const light = new Set('be to a an the of sth sb en ett att sig'.split(' '));

const isIn = (gloss: string, words: ReadonlySet<string>): boolean => {
	const parts = gloss.toLowerCase().split(/[\s-]+/);
	const heavy = parts.filter((part) => !light.has(part));
	return (heavy.length > 0 ? heavy : parts).every((part) => words.has(part));
};

/** What a gloss in the translation takes off the cost of its analysis. */
const bonus = 2;

/** Returns an analysis with the meanings in front that the translation has. */
export function inTranslation(analysis: Analysis, words: ReadonlySet<string>): Analysis {
	const meanings = analysis.meanings.map((meaning) => answered(meaning, words));
	const found = meanings.filter(({ hits }) => hits > 0);
	if (found.length === 0) return analysis;
	return {
		...analysis,
		cost: analysis.cost - bonus,
		meanings: [...found, ...meanings.filter(({ hits }) => hits === 0)].map(({ meaning }) => meaning)
	};
}

function answered(
	meaning: Meaning,
	words: ReadonlySet<string>
): { meaning: Meaning; hits: number } {
	const hits = meaning.glosses.filter((gloss) => isIn(gloss, words));
	const others = meaning.glosses.filter((gloss) => !hits.includes(gloss));
	return { meaning: { ...meaning, glosses: [...hits, ...others] }, hits: hits.length };
}
