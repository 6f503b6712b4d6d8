/**
 * `npx tsx bench/learn-align.ts [FOLDS]`: how well the aligner does on texts that its weights have
 * not seen, and then the weights learnt from all texts, as `src/lib/core/align/weights.ts` has them.
 * With 0 folds only the weights.
 *
 * The texts of ../shared/alignment lie in folds, a text with all that was made of it in one. What is
 * in a fold is aligned by weights that were learnt from the other folds.
 */
import { aligning, passes } from '../src/lib/core/align/align';
import type { Beads } from '../src/lib/core/align/bead';
import { beadFeatures } from '../src/lib/core/align/features';
import { gapFeatures } from '../src/lib/core/align/gaps';
import { given, joined, suggested } from '../src/lib/core/align/wordLinks';
import { Scorer } from '../src/lib/core/align/scorer';
import { seedOf, type Seed } from '../src/lib/core/align/seed';
import { side } from '../src/lib/core/align/side';
import { learntWeights, type AlignerWeights } from '../src/lib/core/align/weights';
import { alignedDocuments, textbergDocuments, type AlignedDocument } from './aligned-documents';
import { climb } from './bfgs';
import { Graph } from './lattice-graph';
import { rightOf } from './right-ways';
import {
	enciphered,
	exchanged,
	hash,
	merged,
	random,
	tokenised,
	withoutParagraphs
} from './varied';

const sets = ['moderate', 'heavy', 'abridged', 'natural', 'paragraph'];
const folds = Number(process.argv[2] ?? 5);

/** How much a document of the natural set counts: the whole set then counts as much as another. */
const naturalShare = 2.5;
/** The length of the pieces of Text+Berg, in sentences. */
const pieceSize = 95;

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

/** What a generator returns. */
function finished<Value>(steps: Generator<number, Value>): Value {
	for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** What the second pass weighs, by what the first has learnt with the weights that there are. */
function graphOf(document: AlignedDocument, seed: Seed | null, share: number): Graph {
	const [source, target] = [side(document.source), side(document.target)];
	const { lattice, learnt, habits } = finished(passes(source, target, { seed }, learntWeights));
	const known = [...suggested(source, target, seed), ...given(source, target, learnt)];
	const scorer = new Scorer(source, target, joined(source, target, known, seed), habits);
	const right = rightOf(document);
	return new Graph(source, target, scorer, lattice, { ...right, share: right.share * share });
}

/** Drops paragraphs, the seed and likeness of words by chance, and changes how it is translated. */
function varied(
	set: string,
	document: AlignedDocument,
	seed: Seed | null
): { readonly document: AlignedDocument; readonly seed: Seed | null } {
	const next = random(hash(set + document.origin));
	let made = document;
	let known: Seed | null = null;
	if (set !== 'paragraph') {
		if (next() < 0.6) made = withoutParagraphs(made);
		if (next() < 0.4) made = merged(made, 0.12, next);
		if (next() < 0.4) made = exchanged(made, 0.04, next);
		if (next() < 0.3) known = seed;
	}
	if (!known && next() < 0.5) made = enciphered(made);
	if (next() < 0.4) made = tokenised(made);
	return { document: made, seed: known };
}

/** The texts that are learnt from: each as it is, with the seed, and once varied. */
async function examplesOf(set: string): Promise<readonly Example[]> {
	const all: Example[] = [];
	for (const document of alignedDocuments(set)) {
		const fold = hash(document.origin) % Math.max(1, folds);
		const share = set === 'natural' ? naturalShare : 1;
		const seed = await seedOf(document.source.lang, document.target.lang);
		for (const each of [{ document, seed }, varied(set, document, seed)])
			all.push({ set, fold, ...each, graph: graphOf(each.document, each.seed, share) });
	}
	return all;
}

const textberg = (): readonly Example[] =>
	textbergDocuments(pieceSize).map((document, at) => ({
		...{ set: 'textberg', document, seed: null, fold: at % Math.max(1, folds) },
		graph: graphOf(document, null, 1)
	}));

/** As ../shared/alignment/score.mjs counts: beads with two sides that are just as they should be. */
function count(document: AlignedDocument, seed: Seed | null, weights: AlignerWeights): Count {
	const { source, target, sentences, paragraphs } = document;
	const result = finished(aligning(source, target, { seed, related: true }, weights));
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

const learn = (examples: readonly Example[]): AlignerWeights =>
	climb(examples.map(({ graph }) => graph));

/** What is measured of a document that was held back. */
const ways = {
	seed: ({ document, seed }: Example, weights: AlignerWeights) => count(document, seed, weights),
	'no seed': ({ document }: Example, weights: AlignerWeights) => count(document, null, weights),
	'no paragraphs': ({ document }: Example, weights: AlignerWeights) =>
		count(withoutParagraphs(document), null, weights)
};

const all = [...(await Promise.all(sets.map(examplesOf))).flat(), ...textberg()];
const originals = new Set(
	all.filter(({ set, document }) => set === 'textberg' || document === firstOf(set, document))
);
const counts = new Map<string, Count[]>();
for (let fold = 0; fold < folds; fold++) {
	const weights = learn(all.filter((example) => example.fold !== fold));
	for (const example of originals)
		if (example.fold === fold)
			for (const [way, measure] of Object.entries(ways)) {
				const key = `${example.set}\t${way}`;
				counts.set(key, [...(counts.get(key) ?? []), measure(example, weights)]);
			}
	console.error(`fold ${fold + 1} of ${folds}`);
}
for (const [key, some] of counts) console.log(`${key}\t${strictF1(some)}`);
const { bead, gap } = learn(all);
for (const [at, name] of beadFeatures.entries()) console.log(`\t${name}: ${rounded(bead[at])},`);
for (const name of gapFeatures) console.log(`\t${name}: ${rounded(gap[name])},`);

/** The document of a set as it is: the first example that was made of it. */
function firstOf(set: string, document: AlignedDocument): AlignedDocument | undefined {
	return all.find((one) => one.set === set && one.document.origin === document.origin)?.document;
}

function rounded(weight = 0): number {
	return Number(weight.toFixed(2));
}
