/**
 * `npx tsx bench/learn-align.ts [0|1]`: learns the weights of the aligner from a half of
 * ../shared/alignment and prints them as `src/lib/core/align/weights.ts` has them. A text and all that
 * was made of it lie in one half. Greatest conditional likelihood with a Gaussian prior, by Adam
 * (Kingma and Ba 2015, arXiv:1412.6980).
 */
import { readFileSync } from 'node:fs';
import type { Beads } from '../src/lib/core/align/bead';
import { typeCount } from '../src/lib/core/align/beadTypes';
import { everything } from '../src/lib/core/align/corridor';
import { beadFeatures } from '../src/lib/core/align/features';
import { gapFeatures } from '../src/lib/core/align/gaps';
import { usualHabits } from '../src/lib/core/align/habits';
import { learn } from '../src/lib/core/align/learn';
import { joined, suggested } from '../src/lib/core/align/links';
import { pass } from '../src/lib/core/align/pass';
import { Scorer } from '../src/lib/core/align/scorer';
import { seedOf, type Seed } from '../src/lib/core/align/seed';
import { side, type Side } from '../src/lib/core/align/side';
import { learntWeights } from '../src/lib/core/align/weights';
import { Graph, weightCount } from './lattice-graph';

const folder = '../shared/alignment/sets';
const sets = ['moderate', 'heavy', 'abridged', 'natural'];
const half = Number(process.argv[2] ?? 0);
const rounds = 140;

interface Entry {
	readonly id: string;
	readonly originDoc: string;
	readonly srcLang: string;
	readonly tgtLang: string;
}

/** FNV-1a, for halves that do not depend on the order of the sets. */
function halfOf(text: string): number {
	let hash = 2166136261;
	for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
	return ((hash ^ (hash >>> 15)) >>> 0) % 2;
}

const read = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8');

const paragraphsOf = (text: string): string[][] =>
	text
		.trimEnd()
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.split('\n').map((line) => line.trim()));

/** A document with the seed, and again without. */
async function examples(set: string, { id, srcLang, tgtLang }: Entry): Promise<readonly Graph[]> {
	const gold = (JSON.parse(read(`${set}/${id}.gold.json`)) as { beads: Beads }).beads;
	const source = side({ lang: srcLang, paragraphs: paragraphsOf(read(`${set}/${id}.src.txt`)) });
	const target = side({ lang: tgtLang, paragraphs: paragraphsOf(read(`${set}/${id}.tgt.txt`)) });
	return [await seedOf(srcLang, tgtLang), null].map(
		(seed) => new Graph(source, target, secondScorer(source, target, seed), gold)
	);
}

/** The scorer of the second pass, by what the first has learnt with the weights that there are. */
function secondScorer(source: Side, target: Side, seed: Seed | null): Scorer {
	const known = suggested(source, target, seed);
	const links = joined(source, target, known, seed);
	const whole = everything(source.count, target.count);
	const cues = { links, habits: usualHabits, weights: learntWeights, types: typeCount };
	const steps = pass(source, target, whole, cues);
	for (let step = steps.next(); ; step = steps.next()) {
		if (!step.done) continue;
		const lesson = learn(source, target, step.value, links);
		return new Scorer(
			source,
			target,
			joined(source, target, [...known, ...lesson.links], seed),
			lesson.habits
		);
	}
}

/** Climbs to the weights under which the right beads are likeliest. */
function climb(all: readonly Graph[]): Float64Array {
	const weights = Float64Array.from([
		...learntWeights.bead,
		...gapFeatures.map((name) => learntWeights.gap[name])
	]);
	const mean = new Float64Array(weightCount);
	const square = new Float64Array(weightCount);
	for (let round = 1; round <= rounds; round++) {
		const slope = weights.map((weight) => -weight);
		let likelihood = 0;
		for (const graph of all) {
			const right = graph.expect(weights, true, 1, slope);
			if (right === -Infinity) continue;
			likelihood += right - graph.expect(weights, false, -1, slope);
		}
		const rate = round > rounds * 0.7 ? 0.02 : 0.08;
		for (const [at, value] of slope.entries()) {
			mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * value;
			square[at] = 0.99 * (square[at] ?? 0) + 0.01 * value * value;
			const step = (mean[at] ?? 0) / (1 - 0.9 ** round);
			const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
			weights[at] = (weights[at] ?? 0) + (rate * step) / spread;
		}
		if (round % 20 === 0) console.error(`round ${round}: log-likelihood ${likelihood.toFixed(1)}`);
	}
	return weights;
}

const all: Graph[] = [];
for (const set of sets)
	for (const entry of JSON.parse(read(`${set}/manifest.json`)) as readonly Entry[])
		if (halfOf(entry.originDoc) === half) all.push(...(await examples(set, entry)));
console.error(`${all.length} examples`);
const learnt = climb(all);
for (const [at, name] of [...beadFeatures, ...gapFeatures].entries())
	console.log(`\t${name}: ${Number((learnt[at] ?? 0).toFixed(2))},`);
