/** Links the sentences of a unit that its file pairs only as a whole. */
import { align } from '../../align/align';
import { run, type Bead, type Beads } from '../../align/bead';
import { alignByLength } from '../../align/length';
import type { Lang } from '../../text/article';

export interface SureBead {
	readonly bead: Bead;
	readonly confidence: number;
}

/** How much a sentence and its translation may differ from their unit’s usual ratio of lengths. */
const plainRatio = 1.6;
/** Length in characters that every sentence has on top, so that short ones do not differ much. */
const base = 10;
/** Confidence of sentences that are taken in their order. */
const inOrder = 0.95;
/** Confidence of sentences that are linked by their lengths: shown as doubtful. */
const byLength = 0.8;
/** Sentences of the original that are aligned by their words, over all units: a page waits for it. */
const mostAligned = 1500;

export class UnitAligner {
	#aligned = 0;

	constructor(readonly langs: { readonly source: Lang; readonly target: Lang }) {}

	/**
	 * Returns beads of two texts that belong together: one to one if both have as many sentences and
	 * their lengths fit, else as the aligner finds them; by length in a very long text.
	 */
	beads(source: readonly string[], target: readonly string[]): readonly SureBead[] {
		const [ours, theirs] = [lengths(source), lengths(target)];
		if (fits(ours, theirs))
			return source.map((_, at) => ({ bead: [[at], [at]], confidence: inOrder }));
		this.#aligned += source.length;
		if (this.#aligned > mostAligned) return sure(alignByLength(ours, theirs), () => byLength);
		const aligned = align(
			{ lang: this.langs.source, paragraphs: [source] },
			{ lang: this.langs.target, paragraphs: [target] },
			{ seed: null, related: true }
		);
		if (!aligned.ok) return sure([[run(0, source.length), run(0, target.length)]], () => 1);
		const { sentences, confidence } = aligned.value;
		return sure(sentences, (at) => confidence[at] ?? 0);
	}
}

const sure = (beads: Beads, confidence: (at: number) => number): readonly SureBead[] =>
	beads.map((bead, at) => ({ bead, confidence: confidence(at) }));

const lengths = (sentences: readonly string[]): readonly number[] =>
	sentences.map(({ length }) => length + base);

function fits(ours: readonly number[], theirs: readonly number[]): boolean {
	if (ours.length !== theirs.length) return false;
	const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
	const usual = sum(theirs) / sum(ours);
	return ours.every((length, at) => {
		const ratio = (theirs[at] ?? 0) / length / usual;
		return ratio < plainRatio && ratio > 1 / plainRatio;
	});
}
