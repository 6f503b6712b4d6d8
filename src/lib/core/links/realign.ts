/**
 * Aligns everything again that the reader has not fixed. Laws (`realign.test.ts`): every fixed link
 * is there afterwards, as the same object; links are monotone and cover each sentence once; without
 * fixed links the result is that of `align`.
 */
import { ok, type Result } from '../result';
import {
	aligning,
	type AlignFailure,
	type AlignmentResult,
	type AlignText,
	type AlignerKnowledge
} from '../align/align';
import type { Link } from './draft';
import type { Lexicon } from '../align/wordLinks';
import { isOmission } from './linkRows';
import { omitted, part, type Stretches } from './range';
import { scaled } from '../align/stepProgress';

export interface Realigned {
	readonly links: readonly Link[];
	/** The lexicon learnt from the two texts. It can be passed on when another text is aligned. */
	readonly lexicon: Lexicon;
}

type Steps = Generator<number, Result<Realigned, AlignFailure>>;

/** The share of the progress for the first alignment of the whole, if some links are fixed. */
const wholeShare = 0.6;

/**
 * Works in steps, as `aligning`. The whole is aligned once as if nothing were fixed. Where the
 * result agrees with the fixed links on both sides of a stretch, it is used unchanged; elsewhere
 * the stretch is aligned separately, with the learnt lexicon.
 * @param links of an earlier alignment: the fixed ones are kept; may be empty
 */
export function* realigning(
	source: AlignText,
	target: AlignText,
	links: readonly Link[],
	knowledge: AlignerKnowledge
): Steps {
	const fixed = links.filter((link) => link.fixed);
	const share = fixed.length > 0 ? wholeShare : 1;
	const related = knowledge.related ?? fixed.some((link) => !isOmission(link));
	const whole = yield* scaled(aligning(source, target, { ...knowledge, related }), 0, share);
	if (!whole.ok) return whole;
	const { lexicon } = whole.value;
	if (fixed.length === 0) return ok({ links: linksOf(whole.value), lexicon });
	const found = new Cuts(linksOf(whole.value));
	const known = {
		...knowledge,
		related: true,
		lexicon: [...(knowledge.lexicon ?? []), ...lexicon]
	};
	const sentences = source.paragraphs.flat().length;
	const all: Link[] = [];
	for (const { stretch, then } of stretches(links, sentences, target.paragraphs.flat().length)) {
		const steps = alone(source, target, stretch, known);
		const [from, to] = stretch.source;
		const done = (at: number) => share + ((1 - share) * at) / sentences;
		all.push(...(found.within(stretch) ?? (yield* scaled(steps, done(from), done(to)))));
		if (then) all.push(then);
	}
	return ok({ links: all, lexicon });
}

interface OpenRange {
	readonly stretch: Stretches;
	/** The fixed link that follows the stretch; null at the end. */
	readonly then: Link | null;
}

/** Yields the stretches before each fixed link and after the last. */
function* stretches(links: readonly Link[], sources: number, targets: number): Iterable<OpenRange> {
	const from = { source: 0, target: 0 };
	const at = { source: 0, target: 0 };
	for (const link of links) {
		if (link.fixed)
			yield {
				stretch: { source: [from.source, at.source], target: [from.target, at.target] },
				then: link
			};
		at.source += link.source.length;
		at.target += link.target.length;
		if (link.fixed) Object.assign(from, at);
	}
	yield {
		stretch: { source: [from.source, sources], target: [from.target, targets] },
		then: null
	};
}

/** Links, and the places between two of them where both sides can be cut. */
class Cuts {
	/** By numbers of source and target sentences before a place: how many links precede it. */
	readonly #at = new Map<string, number>();

	constructor(readonly links: readonly Link[]) {
		const at = { source: 0, target: 0 };
		this.#at.set(key(0, 0), 0);
		for (const [index, { source, target }] of links.entries()) {
			at.source += source.length;
			at.target += target.length;
			this.#at.set(key(at.source, at.target), index + 1);
		}
	}

	/** Returns the links of a stretch; null if one of them crosses its ends. */
	within({ source, target }: Stretches): readonly Link[] | null {
		const from = this.#at.get(key(source[0], target[0]));
		const to = this.#at.get(key(source[1], target[1]));
		return from === undefined || to === undefined ? null : this.links.slice(from, to);
	}
}

const key = (source: number, target: number): string => `${source} ${target}`;

/** Aligns a stretch separately. */
function* alone(
	source: AlignText,
	target: AlignText,
	stretch: Stretches,
	knowledge: AlignerKnowledge
): Generator<number, readonly Link[]> {
	const found = yield* aligning(
		part(source, stretch.source),
		part(target, stretch.target),
		knowledge
	);
	// One side is empty: the sentences of the other have no counterpart.
	if (!found.ok) return omitted(stretch).map((pair) => ({ ...pair, confidence: 1, fixed: false }));
	return linksOf(found.value).map((link) => ({
		...link,
		source: link.source.map((at) => at + stretch.source[0]),
		target: link.target.map((at) => at + stretch.target[0])
	}));
}

const linksOf = ({ sentences, confidence }: AlignmentResult): readonly Link[] =>
	sentences.map(([source, target], at) => ({
		source,
		target,
		confidence: confidence[at] ?? 0,
		fixed: false
	}));

/** Returns how many links are new. */
export function differing(before: readonly Link[], after: readonly Link[]): number {
	const known = new Set(before.map(sidesOf));
	return after.filter((link) => !known.has(sidesOf(link))).length;
}

const sidesOf = ({ source, target }: Link): string => `${source.join()}|${target.join()}`;
