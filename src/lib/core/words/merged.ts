import { ordered, type Analysis } from './analysis';
import type { LexiconIndex } from './lexicon';

/** What each place in the lexicon’s order costs at least. */
const step = 0.3;

/** Keeps words of one spelling in the lexicon’s order, which is that of how common they are. */
export function inLexiconOrder(
	analyses: readonly Analysis[],
	{ headed }: LexiconIndex
): readonly Analysis[] {
	const last = new Map<string, number>();
	const places = new Map(
		analyses.map((analysis) => {
			const at = analysis.entry ? headed(analysis.lemma).indexOf(analysis.entry) : 0;
			return [analysis, at] as const;
		})
	);
	const placeOf = (analysis: Analysis): number => places.get(analysis) ?? 0;
	return analyses
		.toSorted((a, b) => placeOf(a) - placeOf(b))
		.map((analysis) => {
			const cost = Math.max(analysis.cost, (last.get(analysis.lemma) ?? -1) + step);
			last.set(analysis.lemma, cost);
			return { ...analysis, cost };
		});
}

/**
 * Joins a form that has a line of its own to the word that it is a form of: `större` is `stor`, but
 * means what its own line says; `mig` is `jag`.
 */
export function merged(
	analyses: readonly Analysis[],
	{ common }: LexiconIndex
): readonly Analysis[] {
	const likeliest = ordered(analyses);
	const pairs = analyses.flatMap((line) => {
		const word = likeliest.find((other) => isFormOf(line, other, common));
		return word ? [[line, word] as const] : [];
	});
	return analyses
		.filter((analysis) => !pairs.some(([line]) => line === analysis))
		.map((analysis) => {
			const lines = pairs.filter(([, word]) => word === analysis).map(([line]) => line);
			return {
				...analysis,
				meanings: (analysis.entry?.code === 'n'
					? [analysis, ...lines]
					: [...lines, analysis]
				).flatMap(({ meanings }) => meanings),
				cost: Math.min(...[...lines, analysis].map(({ cost }) => cost))
			};
		});
}

/** Whether a line only repeats a form of another word of its class. */
function isFormOf(
	{ entry: line, via }: Analysis,
	word: Analysis,
	common: ReadonlySet<string>
): boolean {
	const { entry } = word;
	if (word.via !== 'inflection' || !entry || !line || line.head === entry.head) return false;
	if (line.code === 'n' && entry.code === 'n')
		return via === 'exact' && line.head.endsWith('s') && isPlural(word);
	if (line.code === 'v' && entry.code === 'v') return modals.has(line.head) && via === 'exact';
	if (line.code === 'pn' && entry.code === 'pn')
		return (
			via === 'exact' && [line.head, ...line.forms].every((form) => entry.forms.includes(form))
		);
	if (!comparable.has(line.code) || !comparable.has(entry.code)) return false;
	if (apart.has(line.head)) return false;
	return (
		(via === 'exact' && entry.forms.includes(line.head)) ||
		((compared.test(line.head) || (via === 'exact' && comparedExactly.test(line.head))) &&
			isCompared(word) &&
			(common.size === 0 || common.has(entry.head)))
	);
}

/** English past tenses that mean something of their own. */
const modals: ReadonlySet<string> = new Set(['could', 'would', 'should', 'might']);

const isPlural = ({ inflections }: Analysis): boolean =>
	inflections.some((features) => features.join() === 'plural');

const comparable: ReadonlySet<string> = new Set(['a', 'a0', 'a1', 'a2', 'a3', 'ad']);

/** Adverbs that only look like a superlative: no degree of `knapp`. */
const apart: ReadonlySet<string> = new Set(['knappast']);

/** What comparatives and superlatives look like. */
const compared = /(?:re|st|sta|ste)$/;
const comparedExactly = /(?:er|est)$/;

const isCompared = ({ inflections }: Analysis): boolean =>
	inflections.some(
		(features) => features.includes('comparative') || features.includes('superlative')
	);

/** Puts a verb before other words that one of its participles has become: `organised`, `saying`. */
export function verbsFirst(analyses: readonly Analysis[]): readonly Analysis[] {
	const verb = analyses.find(
		({ wordClass, inflections }) =>
			wordClass === 'verb' && inflections.some((features) => features.join().endsWith('participle'))
	);
	if (!verb) return analyses;
	return analyses.map((analysis) =>
		analysis.via === 'exact' &&
		(analysis.wordClass === 'adjective' || /(?:ed|ing)$/.test(analysis.lemma))
			? { ...analysis, cost: Math.max(analysis.cost, verb.cost + step) }
			: analysis
	);
}
