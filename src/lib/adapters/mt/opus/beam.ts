/**
 * Decodes a batch of sentences by beam search: of each sentence several translations are continued
 * side by side, and the one with the best score is the answer.
 *
 * As Marian does it, whose models these are (`src/translator/beam_search.cpp`, `history.h`): the
 * score is the sum of the tokens’ log probabilities divided by their number, the end token included
 * (`normalize: 1` in OPUS-MT’s `decoder.yml`); each translation that ends narrows the beam by one.
 * Unlike Marian’s, the beam always keeps the greedy translation, gives up those that are far behind,
 * spends a limited number of rows, and ends as soon as no other translation can become better. Where
 * terms are asked for, a translation’s log probability is ranked with its reward for them
 * (`termProgress.ts`).
 *
 * Laws (`beam.test.ts`): a beam of one is greedy; the score is never below that of a greedy
 * translation that ends; a beam as wide as all translations that gives up none finds the best; no
 * sentence depends on its neighbours, or takes more rows than it may.
 */
import type { Rules } from './greedy';
import { nothingAsked, type TermProgress } from './termProgress';

export interface Candidate {
	readonly token: number;
	/** Natural logarithm of its probability, at most 0. */
	readonly logProbability: number;
}

/** A batch during decoding, of one row for each translation that is continued. */
export interface BeamStepper {
	/**
	 * Takes one token per row; returns each row’s `count` likeliest next tokens, the likeliest first.
	 * `banned`, one list for each row: tokens that are never returned and have no probability;
	 * `wanted`: tokens that are returned too, however unlikely.
	 */
	step(
		tokens: readonly number[],
		count: number,
		banned: readonly (readonly number[])[],
		wanted: readonly (readonly number[])[]
	): Promise<readonly (readonly Candidate[])[]>;
	/** Continues with these of its rows, each as often as it is named. */
	reorder(rows: readonly number[]): void;
}

export interface BeamRules extends Rules {
	/** Number of translations of a sentence that are continued side by side. */
	readonly width: number;
	/**
	 * How far below the likeliest of its length the log probability of a translation may be; one that
	 * is farther is given up. 2.5 costs no quality (“absolute threshold pruning” in Freitag and
	 * Al-Onaizan, Beam Search Strategies for Neural Machine Translation, 2017).
	 */
	readonly reach: number;
	/**
	 * Rows of a sentence in a step, on average since its start. Each costs as much time as a greedy
	 * row; where the model is sure, few are taken, and are left for where it is not.
	 */
	readonly meanRows: number;
	/** Returns the terms that a sentence is asked for; absent where none is asked for any. */
	readonly terms?: (row: number) => TermProgress;
}

export interface Scored {
	/** Without the end token. */
	readonly tokens: readonly number[];
	/** Mean log probability of a token, the end token included; with the reward for terms. */
	readonly score: number;
}

/** A translation that has not ended. */
interface Hypothesis {
	readonly said: readonly number[];
	readonly last: number;
	/** Sum of its log probabilities. */
	readonly total: number;
	readonly terms: TermProgress;
	/** Whether each of its tokens was the likeliest. */
	readonly isGreedy: boolean;
	/** Its predecessor’s place among those of its sentence. */
	readonly parent: number;
}

/** The search for one sentence. */
interface Beam {
	readonly index: number;
	/** All of one length, the highest rank first. Empty at the end of the search. */
	readonly live: readonly Hypothesis[];
	readonly width: number;
	/** Number of rows in all steps until now. */
	readonly spent: number;
	/** The best translation that has ended. */
	readonly best: Scored | null;
}

/**
 * Calls `ended` with the translation of each sentence when its search ends; its rows are then left
 * out of the batch. Returns true if all ended, false if it was stopped.
 */
export async function beamSearch(
	batch: BeamStepper,
	rules: BeamRules,
	ended: (row: number, translation: Scored) => void
): Promise<boolean> {
	let beams: readonly Beam[] = rules.most.map((_, index) => begun(index, rules));
	while (beams.length > 0) {
		if (!(await rules.goOn())) return false;
		const rows = beams.flatMap(({ index, live }) => live.map((row) => ({ index, ...row })));
		const candidates = await batch.step(
			rows.map(({ last }) => last),
			rules.width,
			rows.map(({ index, said }) => [...rules.forbidden, ...(rules.barred?.(index, said) ?? [])]),
			rows.map(({ terms }) => terms.wanted)
		);
		const starts = startsOf(beams);
		const next = beams.map((beam, i) => {
			const own = candidates.slice(starts[i], (starts[i] ?? 0) + beam.live.length);
			return continued(beam, own, rules);
		});
		for (const { index, live, best } of next)
			if (live.length === 0) ended(index, best ?? { tokens: [], score: -Infinity });
		const kept = next.flatMap(({ live }, i) => live.map(({ parent }) => (starts[i] ?? 0) + parent));
		beams = next.filter(({ live }) => live.length > 0);
		const isSame = kept.length === rows.length && kept.every((row, i) => row === i);
		if (kept.length > 0 && !isSame) batch.reorder(kept);
	}
	return true;
}

const begun = (index: number, { start, width, terms }: BeamRules): Beam => ({
	index,
	live: [
		{
			...{ said: [], last: start, total: 0, isGreedy: true, parent: 0 },
			terms: terms?.(index) ?? nothingAsked
		}
	],
	width,
	spent: 0,
	best: null
});

/** Returns the first row of each beam. */
function startsOf(beams: readonly Beam[]): readonly number[] {
	let row = 0;
	return beams.map(({ live }) => {
		const start = row;
		row += live.length;
		return start;
	});
}

/** Takes a beam one token further. `candidates`: those of each of its rows. */
function continued(
	beam: Beam,
	candidates: readonly (readonly Candidate[])[],
	{ end, most, reach, meanRows }: BeamRules
): Beam {
	const chosen = chosenOf(beam, candidates, reach);
	const finished = chosen.filter(({ last }) => last === end);
	const best = finished
		.map((one) => ({ tokens: one.said.slice(0, -1), score: scoreOf(one) }))
		.reduce((best, one) => (best && best.score >= one.score ? best : one), beam.best);
	const going = chosen.filter(({ last }) => last !== end);
	const limit = most[beam.index] ?? 0;
	const spent = beam.spent + beam.live.length;
	const next = { ...beam, live: [], width: beam.width - finished.length, spent, best };
	const [first] = going;
	if (!first) return next;
	const { length } = first.said;
	// The length is at its maximum: without one that has ended the likeliest is cut off.
	if (length >= limit)
		return { ...next, best: best ?? { tokens: first.said, score: scoreOf(first) } };
	// Log probabilities only lower the sum, so that no live one can come to score more.
	const highest = Math.max(...going.map(({ total }) => total));
	if (best && best.score >= highest / limit + first.terms.most / first.terms.length) return next;
	const affordable = Math.floor(meanRows * (length + 1) - spent);
	return { ...next, live: likeliest(going, Math.max(1, affordable)) };
}

/** Returns what translations of one length are compared by. */
const rankOf = ({ total, terms }: Hypothesis): number => total + terms.reward;

/**
 * Returns what translations that have ended are compared by. The reward is divided by the source’s
 * length, not by the translation’s: shorter ones would get more of it.
 */
const scoreOf = ({ said, total, terms }: Hypothesis): number =>
	total / said.length + terms.reward / terms.length;

/**
 * Returns the continuations of the highest rank, and always the greedy one. Their end tokens are in
 * `said`.
 */
function chosenOf(
	{ live, width }: Beam,
	candidates: readonly (readonly Candidate[])[],
	reach: number
): readonly Hypothesis[] {
	const all = live
		.flatMap(({ said, total, isGreedy, terms }, parent) =>
			(candidates[parent] ?? []).map(({ token, logProbability }, rank): Hypothesis => ({
				said: [...said, token],
				last: token,
				total: total + logProbability,
				terms: terms.after(token),
				isGreedy: isGreedy && rank === 0,
				parent
			}))
		)
		.sort((a, b) => rankOf(b) - rankOf(a));
	const least = (all[0] ? rankOf(all[0]) : 0) - reach;
	return likeliest(all, width).filter((one) => one.isGreedy || rankOf(one) >= least);
}

/** Returns the first `count` of hypotheses in the order of their ranks; the greedy one stays. */
function likeliest(sorted: readonly Hypothesis[], count: number): readonly Hypothesis[] {
	const first = sorted.slice(0, count);
	const greedy = sorted.find(({ isGreedy }) => isGreedy);
	return !greedy || first.includes(greedy) ? first : [...first.slice(0, -1), greedy];
}
