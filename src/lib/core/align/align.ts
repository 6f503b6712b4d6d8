/**
 * Two texts to beads. The first pass goes by what the words themselves suggest, in a corridor along
 * sentences that share rare words; it teaches the second a lexicon and the habits of the two texts.
 * The second weighs every type of bead where the first left a doubt.
 */
import { fail, ok, type Result } from '../result';
import type { Bead, Beads } from './bead';
import { typeCount } from './beadTypes';
import { best, type Found } from './best';
import { anchors } from './chain';
import { corridorAlong } from './corridor';
import { usualHabits, type Habits } from './habits';
import type { Lattice } from './lattice';
import { learn } from './learn';
import { given, joined, suggested, toLexicon, type Lexicon } from './links';
import { paragraphBeads } from './paragraphs';
import { pass } from './pass';
import type { Seed } from './seed';
import { side, type AlignText, type Side } from './side';
import { learntWeights, type Weights } from './weights';

export type { AlignText } from './side';

export interface Alignment {
	/** Sentence beads in document order; omissions have one empty side and one sentence. */
	readonly sentences: Beads;
	/** The probability of each sentence bead, as far as the model can tell. */
	readonly confidence: readonly number[];
	/** Paragraphs that sentence beads hold together. */
	readonly paragraphs: Beads;
	/** What was learnt of the two languages: may be given when another text is aligned. */
	readonly lexicon: Lexicon;
}

export type AlignFailure =
	| { readonly kind: 'empty'; readonly side: 'source' | 'target' | 'both' }
	/** The one is no translation of the other: nothing is aligned. */
	| { readonly kind: 'unrelated' }
	| { readonly kind: 'cancelled' };

export interface Knowledge {
	/** See `seedOf`; null where there is none for the two languages. */
	readonly seed: Seed | null;
	/** Words learnt from texts in the same two languages that are aligned already. */
	readonly lexicon?: Lexicon;
	/** That one is a translation of the other is known already: it is not questioned. */
	readonly related?: boolean;
}

export interface Hooks {
	/** Told how much is done, from 0 to 1. */
	progress?(done: number): void;
	/** Asked now and then: whether to stop. */
	cancelled?(): boolean;
}

/**
 * Aligns two texts. Laws: beads are monotone and cover every sentence of both sides once; a text with
 * itself is all 1-1; exchanging the sides exchanges the sides of the beads.
 */
export function align(
	source: AlignText,
	target: AlignText,
	knowledge: Knowledge,
	hooks: Hooks = {}
): Result<Alignment, AlignFailure> {
	const steps = aligning(source, target, knowledge);
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) return step.value;
		hooks.progress?.(step.value);
		if (hooks.cancelled?.()) return fail({ kind: 'cancelled' });
	}
}

/**
 * The same in steps, for a worker that must hear of other things meanwhile: each step yields how much
 * is done, from 0 to 1. Who stops asking has cancelled.
 * @param weights others only where they are learnt
 */
export function* aligning(
	source: AlignText,
	target: AlignText,
	{ seed, lexicon = [], related = false }: Knowledge,
	weights = learntWeights
): Generator<number, Result<Alignment, AlignFailure>> {
	const [sources, targets] = [source, target].map(({ paragraphs }) => paragraphs.flat().length);
	if (!sources || !targets)
		return fail({ kind: 'empty', side: sources ? 'target' : targets ? 'source' : 'both' });
	if (isSame(source, target)) return ok(identity(source, sources));
	const [ours, theirs] = [side(source), side(target)];
	yield progressOf.reading;
	const { lattice, learnt, habits } = yield* passes(ours, theirs, { seed, lexicon }, weights);
	const found = best(lattice, price);
	const silent = seed !== null && isSilent(habits);
	if (!related && (silent || isUnrelated(lattice, found))) return fail({ kind: 'unrelated' });
	const all = withOmissions(found, lattice);
	const sentences = all.map(({ bead }) => bead);
	return ok({
		sentences,
		confidence: all.map(({ confidence }) => confidence),
		paragraphs: paragraphBeads(sentences, source.paragraphs, target.paragraphs),
		lexicon: learnt
	});
}

/** How much is done after each part of the work. */
const progressOf = { reading: 0.1, first: 0.6, second: 0.95 };

/** The types of beads that the first pass tries: 1-1, 1-2, 2-1. */
const firstTypes = 3;
/** What hardly any way of the first pass goes through is not searched by the second. */
const leastPosterior = 1e-5;
const narrowMargin = 4;

/**
 * A bead is taken where it is at least this likely: half the strict F1 that is to be expected, the
 * price at which F1 is greatest (Lipton, Elkan and Naryanaswamy 2014, arXiv:1402.1892).
 */
const price = 0.45;

/** Both passes over two texts. */
export function* passes(
	source: Side,
	target: Side,
	{ seed, lexicon = [] }: Knowledge,
	weights: Weights
): Generator<number, { lattice: Lattice; learnt: Lexicon; habits: Habits }> {
	const known = [...suggested(source, target, seed), ...given(source, target, lexicon)];
	const links = joined(source, target, known, seed);
	const corridor = corridorAlong(source, target, () => anchors(source, target, links));
	const first = yield* within(
		pass(source, target, corridor, { links, habits: usualHabits, weights, types: firstTypes }),
		progressOf.reading,
		progressOf.first
	);
	const lesson = learn(source, target, first, links);
	const more = joined(source, target, [...known, ...lesson.links], seed);
	const narrow = first.narrowed(leastPosterior, narrowMargin);
	const lattice = yield* within(
		pass(source, target, narrow, { links: more, habits: lesson.habits, weights, types: typeCount }),
		progressOf.first,
		progressOf.second
	);
	return { lattice, learnt: toLexicon(source, target, lesson.links), habits: lesson.habits };
}

/** A part’s own progress as a stretch of the whole. */
function* within<Value>(
	steps: Generator<number, Value>,
	from: number,
	to: number
): Generator<number, Value> {
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) return step.value;
		yield from + (to - from) * step.value;
	}
}

const isSame = (source: AlignText, target: AlignText): boolean =>
	JSON.stringify(source.paragraphs) === JSON.stringify(target.paragraphs);

function identity({ paragraphs }: AlignText, count: number): Alignment {
	const oneToOne = (size: number): Beads => Array.from({ length: size }, (_, at) => [[at], [at]]);
	return {
		sentences: oneToOne(count),
		confidence: Array.from({ length: count }, () => 1),
		paragraphs: oneToOne(paragraphs.length),
		lexicon: []
	};
}

/**
 * With a seed, words that it knows are left without an answer in 0.15 to 0.39 of all cases in a
 * translation, and in more than half where texts of two documents are linked by their lengths alone.
 */
const mostSilence = 0.6;

const isSilent = ({ unanswered: [ours, theirs] }: Habits): boolean =>
	(ours + theirs) / 2 > mostSilence;

/**
 * On ../shared/alignment, with the seed and without, every document and its translation have log-odds
 * of 3.4 and more for each sentence of the shorter side, and 0.38 of these linked beyond doubt; texts
 * of two different documents have at most 2.9 and 0.2, two pages of one manual 0.32.
 */
const leastOdds = 3.2;
const leastSure = 0.3;
const sure = 0.9;
/** Of shorter texts nothing is said. */
const fewestSentences = 3;

/** Whether all ways to link the two texts together are hardly likelier than that nothing is. */
function isUnrelated(lattice: Lattice, found: readonly Found[]): boolean {
	const shorter = Math.min(lattice.sources, lattice.targets);
	if (shorter < fewestSentences) return false;
	const linked = found.filter(({ confidence }) => confidence > sure).length;
	return lattice.odds() < leastOdds * shorter && linked < leastSure * shorter;
}

/** The beads found and the sentences left over, in the order of the text, the source’s first. */
function withOmissions(found: readonly Found[], lattice: Lattice): readonly Found[] {
	const [ours, theirs] = lattice.omissions();
	const all: Found[] = [];
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

const first = (side: Bead[0]): number => side[0] ?? 0;

const probability = (sum: number | undefined): number => Math.min(1, Math.max(0, sum ?? 0));
