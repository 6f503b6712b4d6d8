/**
 * `npx tsx bench/learn-align.ts`: how well the aligner does on texts that its weights have not seen,
 * and then the weights learnt from all texts, as `src/lib/core/align/weights.ts` has them.
 *
 * The texts of ../shared/alignment lie in folds, a text with all that was made of it in one. What is
 * in a fold is aligned by weights that were learnt from the other folds.
 */
import { aligning, passes } from '../src/lib/core/align/align';
import type { Beads } from '../src/lib/core/align/bead';
import { beadFeatures } from '../src/lib/core/align/features';
import { gapFeatures } from '../src/lib/core/align/gaps';
import { given, joined, suggested } from '../src/lib/core/align/links';
import { Scorer } from '../src/lib/core/align/scorer';
import { seedOf, type Seed } from '../src/lib/core/align/seed';
import { side } from '../src/lib/core/align/side';
import { learntWeights, type Weights } from '../src/lib/core/align/weights';
import { alignedDocuments, type AlignedDocument } from './aligned-documents';
import { climb } from './climb';
import { Graph } from './lattice-graph';
import { rightOf } from './right-ways';

const sets = ['moderate', 'heavy', 'abridged', 'natural', 'paragraph'];
const folds = Number(process.argv[2] ?? 5);

/** A document with the seed, or without. */
interface Example {
	readonly set: string;
	readonly document: AlignedDocument;
	readonly seed: Seed | null;
	readonly fold: number;
	readonly graph: Graph;
}

/** Of beads: how many are right, found and wanted. */
type Count = readonly [right: number, found: number, wanted: number];

/** FNV-1a, for folds that do not depend on the order of the sets. */
function foldOf(text: string): number {
	let hash = 2166136261;
	for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
	return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}

/** What a generator returns. */
function finished<Value>(steps: Generator<number, Value>): Value {
	for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** What the second pass weighs, by what the first has learnt with the weights that there are. */
function graphOf(document: AlignedDocument, seed: Seed | null): Graph {
	const [source, target] = [side(document.source), side(document.target)];
	const { lattice, learnt, habits } = finished(passes(source, target, { seed }, learntWeights));
	const known = [...suggested(source, target, seed), ...given(source, target, learnt)];
	const scorer = new Scorer(source, target, joined(source, target, known, seed), habits);
	return new Graph(source, target, scorer, lattice.corridor, rightOf(document));
}

async function examplesOf(set: string): Promise<readonly Example[]> {
	const all: Example[] = [];
	for (const document of alignedDocuments(set)) {
		const fold = foldOf(document.origin);
		for (const seed of [await seedOf(document.source.lang, document.target.lang), null])
			all.push({ set, document, seed, fold, graph: graphOf(document, seed) });
	}
	return all;
}

/** As ../shared/alignment/score.mjs counts: beads with two sides that are just as they should be. */
function count({ document, seed }: Example, weights: Weights): Count {
	const { source, target, sentences, paragraphs } = document;
	const result = finished(aligning(source, target, { seed }, weights));
	const found = linked(result.ok ? result.value[sentences ? 'sentences' : 'paragraphs'] : []);
	const wanted = linked(sentences ?? paragraphs);
	return [[...found].filter((bead) => wanted.has(bead)).length, found.size, wanted.size];
}

const linked = (beads: Beads): Set<string> =>
	new Set(beads.filter(([a, b]) => a.length > 0 && b.length > 0).map((bead) => bead.join('|')));

/** In per cent, of all counts together. */
function strictF1(counts: readonly Count[]): string {
	const sum = (at: number) => counts.reduce((all, one) => all + (one[at] ?? 0), 0);
	return ((200 * sum(0)) / (sum(1) + sum(2))).toFixed(1);
}

const learn = (examples: readonly Example[]): Weights => climb(examples.map(({ graph }) => graph));

const all = (await Promise.all(sets.map(examplesOf))).flat();
const counts = new Map<Example, Count>();
for (let fold = 0; fold < folds; fold++) {
	const weights = learn(all.filter((example) => example.fold !== fold));
	for (const example of all)
		if (example.fold === fold) counts.set(example, count(example, weights));
	console.error(`fold ${fold + 1} of ${folds}`);
}
console.log('set\tseed\tno seed');
for (const set of sets) {
	const f1 = (seeded: boolean) =>
		strictF1(
			[...counts].flatMap(([example, one]) =>
				example.set === set && (example.seed !== null) === seeded ? [one] : []
			)
		);
	console.log([set, f1(true), f1(false)].join('\t'));
}
const { bead, gap } = learn(all);
for (const [at, name] of beadFeatures.entries()) console.log(`\t${name}: ${rounded(bead[at])},`);
for (const name of gapFeatures) console.log(`\t${name}: ${rounded(gap[name])},`);

function rounded(weight = 0): number {
	return Number(weight.toFixed(2));
}
