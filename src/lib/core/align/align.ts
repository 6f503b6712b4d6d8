/**
 * Aligns two texts: from sentences to beads. The first pass uses the links that the words
 * themselves suggest, within a corridor along sentences that share rare words. It gives the second
 * pass a lexicon and the statistics of the two texts. The second pass tries every type of bead in
 * the cells that the first one left open.
 */
import { fail, ok, type Result } from '../result';
import type { Bead, Beads } from './bead';
import { typeCount } from './beadTypes';
import { best, type ScoredBead } from './best';
import { anchors } from './chain';
import { stated } from './confidence';
import { corridorAlong } from './corridor';
import { usualHabits, type PairStatistics } from './habits';
import type { Lattice } from './lattice';
import { learn } from './learn';
import { given, joined, suggested, toLexicon, type Lexicon } from './wordLinks';
import { paragraphBeads } from './paragraphs';
import { pass } from './pass';
import { isUnrelated } from './related';
import type { Seed } from './seed';
import { side, type AlignText, type Side } from './side';
import { learntWeights, type AlignerWeights } from './weights';
import { scaled } from './stepProgress';
import { withoutStrays } from './stray';

export type { AlignText } from './side';

export interface AlignmentResult {
	/** Sentence beads in document order; omissions have one empty side and one sentence. */
	readonly sentences: Beads;
	/** The confidence in each sentence bead (`confidence.ts`). */
	readonly confidence: readonly number[];
	/** Paragraphs, grouped where sentence beads connect them. */
	readonly paragraphs: Beads;
	/** The lexicon learnt from the two texts. It can be passed on when another text is aligned. */
	readonly lexicon: Lexicon;
}

export type AlignFailure =
	| { readonly kind: 'empty'; readonly side: 'source' | 'target' | 'both' }
	/** The one does not look like a translation of the other: nothing is aligned. */
	| { readonly kind: 'unrelated' }
	| { readonly kind: 'cancelled' };

export interface AlignerKnowledge {
	/** See `seedOf`; null if the two languages have none. */
	readonly seed: Seed | null;
	/** Words learnt from earlier alignments in the same two languages. */
	readonly lexicon?: Lexicon;
	/** True if one text is known to be a translation of the other: the check for that is skipped. */
	readonly related?: boolean;
}

export interface Hooks {
	/** Called with the share of the work done, from 0 to 1. */
	progress?(done: number): void;
	/** Polled now and then; true stops the alignment. */
	cancelled?(): boolean;
}

/**
 * Aligns two texts. Laws: beads are monotone and cover every sentence of both sides once; a text
 * aligned with itself is all 1-1; exchanging the sides exchanges the sides of the beads.
 */
export function align(
	source: AlignText,
	target: AlignText,
	knowledge: AlignerKnowledge,
	hooks: Hooks = {}
): Result<AlignmentResult, AlignFailure> {
	const steps = aligning(source, target, knowledge);
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) return step.value;
		hooks.progress?.(step.value);
		if (hooks.cancelled?.()) return fail({ kind: 'cancelled' });
	}
}

/**
 * Does the same in steps, so that a worker can handle messages in between. Each step yields the
 * share of the work done, from 0 to 1. Abandoning the generator cancels the alignment.
 * @param weights differ from the default only while they are being learnt
 */
export function* aligning(
	source: AlignText,
	target: AlignText,
	{ seed, lexicon = [], related = false }: AlignerKnowledge,
	weights = learntWeights
): Generator<number, Result<AlignmentResult, AlignFailure>> {
	const [sources, targets] = [source, target].map(({ paragraphs }) => paragraphs.flat().length);
	if (!sources || !targets)
		return fail({ kind: 'empty', side: sources ? 'target' : targets ? 'source' : 'both' });
	if (isSame(source, target)) return ok(identity(source, sources));
	const [ours, theirs] = [side(source), side(target)];
	yield progressOf.reading;
	const { lattice, learnt, habits } = yield* passes(ours, theirs, { seed, lexicon }, weights);
	const found = acceptedBeads(lattice);
	if (!related && isUnrelated(lattice, found, habits)) return fail({ kind: 'unrelated' });
	// Paragraphs that are known to belong together may be held by little.
	const kept = related ? found : withoutStrays(found, ours, theirs);
	const all = withOmissions(kept, lattice).map(({ bead, confidence }) => ({
		bead,
		confidence: isLink(bead) ? stated(confidence, habits) : confidence
	}));
	const sentences = all.map(({ bead }) => bead);
	return ok({
		sentences,
		confidence: all.map(({ confidence }) => confidence),
		paragraphs: paragraphBeads(sentences, source.paragraphs, target.paragraphs),
		lexicon: learnt
	});
}

/** Progress reached after each part of the work. */
const progressOf = { reading: 0.1, first: 0.6, second: 0.95 };

/** The number of bead types that the first pass tries: 1-1, 1-2, 2-1. */
const firstTypes = 3;
/** Cells whose posterior after pass 1 is below this are pruned in pass 2. */
const leastPosterior = 1e-5;
const narrowMargin = 4;

/**
 * A bead is accepted if its probability is at least this: half the strict F1 to be expected, the
 * threshold at which F1 is greatest (Lipton, Elkan and Naryanaswamy 2014, arXiv:1402.1892).
 */
const price = 0.45;

/** Returns the beads that are taken of all that were scored. */
export const acceptedBeads = (lattice: Lattice): readonly ScoredBead[] => best(lattice, price);

/** Runs both passes over two texts. */
export function* passes(
	source: Side,
	target: Side,
	{ seed, lexicon = [] }: AlignerKnowledge,
	weights: AlignerWeights
): Generator<number, { lattice: Lattice; learnt: Lexicon; habits: PairStatistics }> {
	const known = [...suggested(source, target, seed), ...given(source, target, lexicon)];
	const links = joined(source, target, known, seed);
	const corridor = corridorAlong(source, target, () => anchors(source, target, links));
	const first = yield* scaled(
		pass(source, target, corridor, { links, habits: usualHabits, weights, types: firstTypes }),
		progressOf.reading,
		progressOf.first
	);
	const lesson = learn(source, target, first, links);
	const more = joined(source, target, [...known, ...lesson.links], seed);
	const narrow = first.narrowed(leastPosterior, narrowMargin);
	const { habits } = lesson;
	const lattice = yield* scaled(
		pass(source, target, narrow, { links: more, habits, weights, types: typeCount }),
		progressOf.first,
		progressOf.second
	);
	return { lattice, learnt: toLexicon(source, target, lesson.links), habits };
}

const isSame = (source: AlignText, target: AlignText): boolean =>
	JSON.stringify(source.paragraphs) === JSON.stringify(target.paragraphs);

function identity({ paragraphs }: AlignText, count: number): AlignmentResult {
	const oneToOne = (size: number): Beads => Array.from({ length: size }, (_, at) => [[at], [at]]);
	return {
		sentences: oneToOne(count),
		confidence: Array.from({ length: count }, () => 1),
		paragraphs: oneToOne(paragraphs.length),
		lexicon: []
	};
}

/** Returns the accepted beads and the leftover sentences in document order, the source’s first. */
function withOmissions(found: readonly ScoredBead[], lattice: Lattice): readonly ScoredBead[] {
	const [ours, theirs] = lattice.omissions();
	const all: ScoredBead[] = [];
	let [i, j] = [0, 0];
	const omit = (end: number, last: number) => {
		for (; i < end; i++) all.push({ bead: [[i], []], confidence: probability(ours[i]) });
		for (; j < last; j++) all.push({ bead: [[], [j]], confidence: probability(theirs[j]) });
	};
	for (const { bead, confidence } of found) {
		omit(first(bead[0]), first(bead[1]));
		all.push({ bead, confidence });
		[i, j] = [i + bead[0].length, j + bead[1].length];
	}
	omit(lattice.sources, lattice.targets);
	return all;
}

const isLink = ([ours, theirs]: Bead): boolean => ours.length > 0 && theirs.length > 0;

const first = (side: Bead[0]): number => side[0] ?? 0;

const probability = (sum: number | undefined): number => Math.min(1, Math.max(0, sum ?? 0));
