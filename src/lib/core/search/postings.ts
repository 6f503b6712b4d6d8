/** Where a form stands: paragraphs of a segment by their number, with how often. */
import { digits, number, numberContexts } from './models';
import type { BitCoder } from './rangeCoder';

export interface Posting {
	/** The paragraph: its number in the segment. */
	readonly at: number;
	/** How often the form stands in it, at least 1. */
	readonly count: number;
}

/** How much longer or shorter a step may be than expected, in half powers of two, for its context. */
const [shorter, longer] = [40, 16];
const relations = shorter + longer + 1;
/** The first step, and steps after a much shorter one, a shorter one, and another. */
const befores = 4;
const densities = 64;
/** How many more than one a list has had in a paragraph, on average: `ratioOf`. */
const ratios = 12;

const stepStart = numberContexts;
const digitStart = stepStart + befores * relations;
const countStart = digitStart + relations * 32;
const moreStart = countStart + ratios * densities;
export const postingContexts = moreStart + ratios * numberContexts;

/**
 * Writes or reads postings, which are in the order of their paragraphs, each once: how many, then the
 * steps from one to the next. A step is a number by its length (`models.ts`), in the context of how
 * that compares with the mean step, and of the step before: a word stands often where it stands.
 *
 * Law (`shard.test.ts`): what was written is read.
 * @param paragraphs of the segment
 */
export function postings(
	coder: BitCoder,
	paragraphs: number,
	wanted: readonly Posting[]
): readonly Posting[] {
	const length = number(coder, 0, wanted.length);
	const density = halfPowers(Math.floor((paragraphs * 4) / Math.max(1, length))) - 4;
	const read: Posting[] = [];
	let before = -1;
	let kind = 0;
	let more = 0;
	for (let nth = 0; nth < length; nth++) {
		const posting = wanted[nth];
		const distance = (posting?.at ?? 0) - before;
		const wantedSize = 31 - Math.clz32(distance);
		let size = 0;
		for (; size < 31; size++) {
			const context = stepStart + kind * relations + relation(2 * size - density);
			if (coder.bit(context, size < wantedSize ? 1 : 0) === 0) break;
		}
		const compared = relation(2 * size - density);
		const at = before + digits(coder, digitStart + compared * 32, size, distance);
		const ratio = ratioOf(more, nth);
		const context =
			countStart + ratio * densities + Math.min(Math.max(density + 8, 0), densities - 1);
		const isMore = coder.bit(context, (posting?.count ?? 1) > 1 ? 1 : 0) === 1;
		const wantedMore = (posting?.count ?? 2) - 2;
		const count = isMore ? number(coder, moreStart + ratio * numberContexts, wantedMore) + 2 : 1;
		read.push({ at, count });
		before = at;
		more += Math.min(count - 1, mostMore);
		kind = compared <= shorter - 10 ? 1 : compared <= shorter - 4 ? 2 : 3;
	}
	return read;
}

/** Counts beyond it tell no more of the next ones. */
const mostMore = 1000;

/** Returns what is known of the next count: by those before it, and by how many there are. */
function ratioOf(more: number, seen: number): number {
	if (seen === 0) return 0;
	const sixteenths = Math.floor((more * 16) / seen);
	return sixteenths > 0 ? 2 + Math.min(32 - Math.clz32(sixteenths), 9) : seen < 8 ? 1 : 2;
}

const relation = (halves: number): number => Math.min(Math.max(halves, -shorter), longer) + shorter;

/** Returns twice the logarithm of a number, to the half below. */
function halfPowers(value: number): number {
	if (value < 1) return 0;
	const power = 31 - Math.clz32(value);
	const isUpper = power > 0 && ((value >>> (power - 1)) & 1) === 1;
	return 2 * power + (isUpper ? 1 : 0);
}
