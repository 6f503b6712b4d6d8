/**
 * `npx tsx bench/learn-related.ts`: the weights of `src/lib/core/align/related.ts`, by which the
 * aligner asks whether two texts are translations of each other, and of which pairs it asks. Run it
 * after new weights have been learnt. Every document of ../shared/alignment is held against its
 * translation and against those of other documents of its set.
 */
import { acceptedBeads, passes, type AlignText } from '../src/lib/core/align/align';
import { figuresOf, relatedFeatures } from '../src/lib/core/align/related';
import { seedOf, type Seed } from '../src/lib/core/align/seed';
import { side } from '../src/lib/core/align/side';
import { learntWeights } from '../src/lib/core/align/weights';
import { alignedDocuments, textbergDocuments, type AlignedDocument } from './aligned-documents';
import { enciphered, withoutParagraphs } from './varied';

interface TextPair {
	readonly kind: string;
	readonly isRelated: boolean;
	readonly figures: readonly number[];
}

const sets = ['moderate', 'heavy', 'abridged', 'natural', 'paragraph'];
/** How many other documents each is held against. */
const others = 2;
const fewestSentences = 3;
/** Lengths of the pieces of Text+Berg, in sentences. */
const pieceSizes = [500, 95, 47];

const pairs: TextPair[] = [];

function add(
	kind: string,
	isRelated: boolean,
	source: AlignText,
	target: AlignText,
	seed: Seed | null
): void {
	const [ours, theirs] = [side(source), side(target)];
	if (Math.min(ours.count, theirs.count) < fewestSentences) return;
	const steps = passes(ours, theirs, { seed }, learntWeights);
	let step = steps.next();
	while (!step.done) step = steps.next();
	const { lattice, habits } = step.value;
	const figures = figuresOf(lattice, acceptedBeads(lattice), habits);
	pairs.push({ kind, isRelated, figures: relatedFeatures.map((name) => figures[name]) });
}

async function addSet(set: string): Promise<void> {
	const documents = alignedDocuments(set);
	for (const [at, document] of documents.entries()) {
		const { source, target } = document;
		const seed = await seedOf(source.lang, target.lang);
		const bare = enciphered(withoutParagraphs(document));
		add(`${set}, seed`, true, source, target, seed);
		add(`${set}, no seed`, true, source, target, null);
		add(`${set}, no cognates`, true, bare.source, bare.target, null);
		for (const other of othersOf(documents, at)) {
			add(`${set}, seed`, false, source, other.target, seed);
			add(`${set}, no seed`, false, source, other.target, null);
			add(`${set}, no cognates`, false, bare.source, enciphered(other).target, null);
		}
	}
}

function othersOf(documents: readonly AlignedDocument[], at: number): readonly AlignedDocument[] {
	const here = documents[at];
	const all = documents.filter(
		({ origin, source }) => origin !== here?.origin && source.lang === here?.source.lang
	);
	return Array.from(
		{ length: others },
		(_, nth) => all[(at * 7 + nth * 3 + 1) % all.length]
	).flatMap((one) => one ?? []);
}

for (const set of sets) await addSet(set);
for (const size of pieceSizes) {
	const pieces = textbergDocuments(size);
	for (const [at, { source, target }] of pieces.entries()) {
		add(`textberg, ${size}`, true, source, target, null);
		for (let nth = 1; nth <= others && pieces.length > 1; nth++) {
			const other = pieces[(at + nth) % pieces.length];
			if (other) add(`textberg, ${size}`, false, source, other.target, null);
		}
	}
}

/** Logistic regression by Newton’s method, with a Gaussian prior, on figures of one scale. */
function regression(): readonly number[] {
	const count = relatedFeatures.length;
	const mean = (of: (figures: readonly number[]) => number) =>
		pairs.reduce((sum, { figures }) => sum + of(figures), 0) / pairs.length;
	const scales = relatedFeatures.map((_, at) => Math.sqrt(mean((all) => (all[at] ?? 0) ** 2)) || 1);
	let weights = new Array<number>(count).fill(0);
	for (let round = 0; round < 100; round++) {
		const slope = weights.map((weight) => -prior * weight);
		const curve: number[][] = weights.map((_, i) => weights.map((__, j) => (i === j ? prior : 0)));
		for (const { figures, isRelated } of pairs) {
			const scaled = figures.map((figure, at) => figure / (scales[at] ?? 1));
			const p = 1 / (1 + Math.exp(-scaled.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), 0)));
			for (const [i, x] of scaled.entries()) {
				slope[i] = (slope[i] ?? 0) + ((isRelated ? 1 : 0) - p) * x;
				for (const [j, y] of scaled.entries()) {
					const row = curve[i];
					if (row) row[j] = (row[j] ?? 0) + p * (1 - p) * x * y;
				}
			}
		}
		const step = solved(curve, slope);
		weights = weights.map((weight, at) => weight + (step[at] ?? 0));
	}
	return weights.map((weight, at) => weight / (scales[at] ?? 1));
}

const prior = 0.01;

/** Solves a system of linear equations by elimination. */
function solved(matrix: number[][], right: readonly number[]): readonly number[] {
	const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
	for (const [at, pivot] of rows.entries()) {
		for (const [other, row] of rows.entries()) {
			if (other === at) continue;
			const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
			for (const [column, value] of pivot.entries())
				row[column] = (row[column] ?? 0) - factor * value;
		}
	}
	return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

const weights = regression().map((weight) => Number(weight.toFixed(2)));
for (const [at, name] of relatedFeatures.entries()) console.log(`\t${name}: ${weights[at] ?? 0},`);
const odds = ({ figures }: TextPair) =>
	figures.reduce((sum, figure, at) => sum + figure * (weights[at] ?? 0), 0);
for (const isRelated of [true, false]) {
	const some = pairs.filter((pair) => pair.isRelated === isRelated);
	const wrong = some.filter((pair) => odds(pair) >= 0 !== isRelated);
	const nearest = some.toSorted((a, b) => Math.abs(odds(a)) - Math.abs(odds(b))).slice(0, 8);
	console.log(
		`${isRelated ? 'translations' : 'other pairs'}: ${wrong.length} of ${some.length} wrong`
	);
	for (const pair of [...wrong, ...nearest])
		console.log(`\t${pair.kind}: ${odds(pair).toFixed(2)}`);
}
