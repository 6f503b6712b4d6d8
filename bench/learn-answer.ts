/**
 * `npx tsx bench/learn-answer.ts`: learns the weights of `src/lib/core/words/answering/weights.ts` from
 * the sentence pairs linked by hand that are not held back: logistic regression with a Gaussian prior
 * around 0, by Newton’s method. Prints the file.
 */
import { candidates } from '../src/lib/core/words/answering/link';
import { Learnt } from '../src/lib/core/words/answering/learnt';
import { features, type Feature } from '../src/lib/core/words/answering/features';
import { linkedByHand } from '../src/lib/core/words/answering/linked.fixture';
import { unitsOf, type Unit } from '../src/lib/core/words/answering/unit';
import { dictionaryOf } from '../src/lib/core/words/dictionary';
import { textWords } from '../src/lib/core/words/textWord';

interface Example {
	readonly values: readonly number[];
	readonly isLinked: boolean;
}

/** The strength of the prior: that of so many examples’ worth of doubt about each weight. */
const prior = 1;
const steps = 25;
/** Weights of features that the sentences have no examples of. */
const byHand: Partial<Record<Feature, number>> = { figure: 2, learnt: 1.5 };

const [swedish, english] = [await dictionaryOf('sv', 'en'), await dictionaryOf('en', 'sv')];
if (!swedish || !english) throw new Error('there is no dictionary');

const indices = (text: string, units: readonly Unit[]): ReadonlyMap<number, number> => {
	const words = textWords(text);
	return new Map(
		units.map(({ start }, at) => [at, words.findIndex((word) => word.start === start)])
	);
};

// Swedish is the first side, as `linkWords` has the two languages.
const examples = linkedByHand()
	.filter(({ isHeldBack }) => !isHeldBack)
	.flatMap(({ texts: [sv, en], links }): Example[] => {
		const [first, second] = [unitsOf(sv, swedish), unitsOf(en, english)];
		const [ours, theirs] = [indices(sv, first.units), indices(en, second.units)];
		const wanted = new Set(links.map(([s, e]) => `${s} ${e}`));
		return candidates(first, second, new Learnt([], false)).map(
			({ first: f, second: s, values }) => ({
				values,
				isLinked: wanted.has(`${ours.get(f)} ${theirs.get(s)}`)
			})
		);
	});

function step(weights: readonly number[]): readonly number[] {
	const n = weights.length;
	const gradient = weights.map((weight) => -prior * weight);
	const hessian = weights.map((_, i) => weights.map((__, j): number => (i === j ? prior : 0)));
	for (const { values, isLinked } of examples) {
		const p =
			1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
		for (let i = 0; i < n; i++) {
			const value = values[i] ?? 0;
			if (value === 0) continue;
			gradient[i] = (gradient[i] ?? 0) + value * ((isLinked ? 1 : 0) - p);
			const row = hessian[i] ?? [];
			for (let j = 0; j < n; j++) row[j] = (row[j] ?? 0) + value * (values[j] ?? 0) * p * (1 - p);
		}
	}
	const move = solved(hessian, gradient);
	return weights.map((weight, at) => weight + (move[at] ?? 0));
}

/** Solves a symmetric positive definite system by elimination. */
function solved(
	matrix: readonly (readonly number[])[],
	right: readonly number[]
): readonly number[] {
	const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
	for (const [i, pivot] of rows.entries())
		for (const [k, row] of rows.entries()) {
			if (k === i) continue;
			const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
			for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
		}
	return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

let weights: readonly number[] = features.map(() => 0);
for (let at = 0; at < steps; at++) weights = step(weights);

const lines = features.map(
	(feature, at) => `\t${feature}: ${(byHand[feature] ?? weights[at] ?? 0).toFixed(2)}`
);
console.log(
	[
		"import type { Feature } from './features';",
		'',
		'/** Learnt by `npx tsx bench/learn-answer.ts` on the pairs that are not held back. */',
		'export const answerWeights: Readonly<Record<Feature, number>> = {',
		lines.join(',\n'),
		'};'
	].join('\n')
);
