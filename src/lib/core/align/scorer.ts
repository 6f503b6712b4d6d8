import { beadTypes, widest } from './beadTypes';
import { BeadEvidence } from './evidence';
import { slot } from './features';
import { usualHabits, type PairStatistics } from './habits';
import type { WordLinks } from './wordLinks';
import { Backlinks, MatchRow } from './matches';
import type { Side } from './side';
import { markKinds, quotes } from './token';
import { Totals, within } from './totals';

/**
 * Position in the sentence counts as in fast_align: p(a | b) ∝ exp(−λ |a/m − b/n|), Dyer, Chahuneau
 * and Smith (2013, https://aclanthology.org/N13-1073/), whose λ is 4.
 */
const tension = 4;
const steps = 64;
const decay = Float64Array.from({ length: steps + 1 }, (_, at) =>
	Math.exp((-tension * at) / steps)
);
/** The inverse of the mean decay over a long sentence, for a word at place `at / steps`. */
const shares = Float64Array.from(
	{ length: steps + 1 },
	(_, at) =>
		tension / (2 - Math.exp((-tension * at) / steps) - Math.exp(-tension * (1 - at / steps)))
);

const half = steps / 2;
/** The inverse of the mean decay on a circle, where no two places are more than a half apart. */
const circleShare = tension / (2 - 2 * Math.exp(-tension / 2));

const difference = (a: number, b: number, most: number): number => Math.min(most, Math.abs(a - b));

/**
 * Computes the features of beads, row by row. Call `read(i)` before asking for the beads that end
 * with source sentence `i`.
 */
export class Scorer {
	readonly #source: Totals;
	readonly #target: Totals;
	readonly #links: Backlinks;
	readonly #rows: MatchRow[];
	/** The evidence of the bead’s sentences in order, and with those of one side exchanged. */
	readonly #inOrder = [new BeadEvidence(), new BeadEvidence()] as const;
	readonly #exchanged = [new BeadEvidence(), new BeadEvidence()] as const;
	/** What counts of the two. */
	#ours = this.#inOrder[0];
	#theirs = this.#inOrder[1];
	/** Tokens of the two sides of the current bead. */
	#size = 1;
	#otherSize = 1;
	readonly #stretch: number;
	readonly #splitRate: number;

	constructor(
		readonly source: Side,
		readonly target: Side,
		links: WordLinks,
		readonly habits: PairStatistics
	) {
		this.#stretch = Math.sqrt(habits.ratio);
		this.#splitRate = Math.log(habits.split / usualHabits.split);
		this.#source = new Totals(source, links.known[0], links.names[0]);
		this.#target = new Totals(target, links.known[1], links.names[1]);
		this.#links = new Backlinks(source, target, links);
		this.#rows = Array.from({ length: widest }, () => new MatchRow(source));
	}

	/** Matches source sentence `i` with the target sentences from `first` to before `end`. */
	read(i: number, first: number, end: number): void {
		this.#rows[i % widest]?.read(i, first, end, this.target, this.#links);
	}

	/** Writes the features of the bead of type number `type` that ends before (i, j) into `out`. */
	features(i: number, j: number, type: number, out: Float64Array): void {
		const [m, n] = beadTypes[type] ?? [1, 1];
		const split = m + n > 2 ? 1 : 0;
		out.fill(0);
		this.#read(i, j, m, n, out);
		out[slot.split] = m + n === 3 ? 1 : 0;
		out[slot.two] = m === 2 && n === 2 ? 1 : 0;
		out[slot.fan] = m + n === 4 && m !== n ? 1 : 0;
		out[slot.odd] = m + n === 5 && m !== 1 && n !== 1 ? 1 : 0;
		out[slot.wide] = m + n === 5 && (m === 1 || n === 1) ? 1 : 0;
		out[slot.widest] = m + n === 6 ? 1 : 0;
		out[slot.splitRate] = split * this.#splitRate;
		this.#words(i, j, m, n, split, out);
		this.#length(i, j, m, n, split, out);
		this.#marks(i, j, m, n, out);
		this.#layout(i, j, m, n, out);
	}

	/**
	 * Returns whether a bead is worth scoring. A bead that joins many sentences is skipped if the
	 * lengths of its sides differ much.
	 */
	plausible(i: number, j: number, type: number): boolean {
		if (type === 0) return true;
		const [m, n] = beadTypes[type] ?? [1, 1];
		return this.#delta(i, j, m, n) < (m + n > 3 ? 16 : 25);
	}

	/**
	 * Reads the words of a bead. Of two sentences and two it takes the order in which more of them
	 * answer each other: a translator may have exchanged them.
	 */
	#read(i: number, j: number, m: number, n: number, out: Float64Array): void {
		[this.#ours, this.#theirs] = this.#inOrder;
		const inOrder = this.#gather(i, j, m, n);
		if (m !== 2 || n !== 2) return;
		[this.#ours, this.#theirs] = this.#exchanged;
		if (this.#gather(i, j, m, n, true) > inOrder) out[slot.exchanged] = 1;
		else [this.#ours, this.#theirs] = this.#inOrder;
	}

	/** Adds up the evidence of the words; returns the sum. */
	#gather(i: number, j: number, m: number, n: number, exchanged = false): number {
		const [from, first] = [i - m, j - n];
		const ours = this.#source.tokens;
		const theirs = this.#target.tokens;
		this.#size = Math.max(1, within(ours, from, i));
		this.#otherSize = Math.max(1, within(theirs, first, j));
		for (let p = from; p < i; p++) {
			const row = this.#rows[p % widest];
			if (!row) continue;
			const offset = within(ours, from, p);
			for (let q = first; q < j; q++) {
				const other = within(theirs, first, q);
				if (exchanged) this.#addExchanged(row, q - row.first, p, q, from, first);
				else this.#add(row, q - row.first, offset, other);
			}
		}
		this.#ours.settle(this.#source, from, i, this.habits.unanswered[0]);
		this.#theirs.settle(this.#target, first, j, this.habits.unanswered[1]);
		return this.#ours.gain + this.#theirs.gain;
	}

	/** The hot loop: it visits every match of every pair of sentences of every bead. */
	#add(
		{ starts, from, to, liftSource, liftTarget }: MatchRow,
		column: number,
		offset: number,
		other: number
	): void {
		const stop = starts[column + 1] ?? 0;
		const scale = steps / this.#size;
		const otherScale = steps / this.#otherSize;
		const [ours, theirs] = [this.#ours, this.#theirs];
		for (let k = starts[column] ?? 0; k < stop; k++) {
			const a = offset + (from[k] ?? 0);
			const b = other + (to[k] ?? 0);
			const x = ((a + 0.5) * scale + 0.5) | 0;
			const y = ((b + 0.5) * otherScale + 0.5) | 0;
			const near = decay[x > y ? x - y : y - x] ?? 0;
			ours.add(a, ((liftSource[k] ?? 0) * near * (shares[x] ?? 1)) / this.#otherSize);
			theirs.add(b, ((liftTarget[k] ?? 0) * near * (shares[y] ?? 1)) / this.#size);
		}
	}

	/**
	 * Adds the matches of source sentence `p` and target sentence `q` of two exchanged ones. Each
	 * sentence is a half of a circle, and the target’s halves change places: so the result is the same
	 * when the two sides are exchanged.
	 */
	#addExchanged(
		{ starts, from, to, liftSource, liftTarget }: MatchRow,
		column: number,
		p: number,
		q: number,
		firstOurs: number,
		firstTheirs: number
	): void {
		const stop = starts[column + 1] ?? 0;
		const offset = within(this.#source.tokens, firstOurs, p);
		const other = within(this.#target.tokens, firstTheirs, q);
		const scale = half / Math.max(1, within(this.#source.tokens, p, p + 1));
		const otherScale = half / Math.max(1, within(this.#target.tokens, q, q + 1));
		const start = p === firstOurs ? 0 : half;
		const otherStart = q === firstTheirs ? half : 0;
		for (let k = starts[column] ?? 0; k < stop; k++) {
			const x = (start + ((from[k] ?? 0) + 0.5) * scale + 0.5) | 0;
			const y = (otherStart + ((to[k] ?? 0) + 0.5) * otherScale + 0.5) | 0;
			const distance = x > y ? x - y : y - x;
			const near = (decay[distance > half ? steps - distance : distance] ?? 0) * circleShare;
			this.#ours.add(offset + (from[k] ?? 0), ((liftSource[k] ?? 0) * near) / this.#otherSize);
			this.#theirs.add(other + (to[k] ?? 0), ((liftTarget[k] ?? 0) * near) / this.#size);
		}
	}

	#words(i: number, j: number, m: number, n: number, split: number, out: Float64Array): void {
		const [ours, theirs] = [this.#ours, this.#theirs];
		const known = within(this.#source.known, i - m, i);
		const others = within(this.#target.known, j - n, j);
		const words = (ours.gain + theirs.gain) / 2;
		const mean = (2 * words) / (known + others + 3);
		out[slot.words] = words / 10;
		out[slot.wordsByRoot] = words / Math.sqrt(known + others + 2);
		out[slot.wordsMean] = mean;
		out[slot.wordsLeast] = Math.min(ours.gain / (known + 1.5), theirs.gain / (others + 1.5));
		if (split) {
			this.#leastPart(i, j, m, n, out);
			out[slot.splitWords] = words / 10;
			out[slot.splitMean] = mean;
		}
		const numbers = within(this.#source.numbers, i - m, i);
		const otherNumbers = within(this.#target.numbers, j - n, j);
		const names = within(this.#source.names, i - m, i);
		const otherNames = within(this.#target.names, j - n, j);
		out[slot.numberBoth] = Math.min(3, (ours.numbers + theirs.numbers) / 2);
		out[slot.numberOdd] = Math.min(3, (numbers - ours.numbers + otherNumbers - theirs.numbers) / 2);
		out[slot.nameBoth] = Math.min(4, (ours.names + theirs.names) / 2);
		out[slot.nameOdd] = Math.min(4, (names - ours.names + otherNames - theirs.names) / 2);
	}

	/** Writes the evidence of the bead’s sentence that has least in common with the other side. */
	#leastPart(i: number, j: number, m: number, n: number, out: Float64Array): void {
		let [sum, mean] = [Infinity, Infinity];
		for (let k = m > 1 ? 0 : m; k < m + (n > 1 ? n : 0); k++) {
			const ours = k < m;
			const gain = (ours ? this.#ours.parts[k] : this.#theirs.parts[k - m]) ?? 0;
			const known = ours
				? within(this.#source.known, i - m + k, i - m + k + 1)
				: within(this.#target.known, j - n + k - m, j - n + k - m + 1);
			sum = Math.min(sum, gain);
			mean = Math.min(mean, gain / (known + 1.5));
		}
		out[slot.partLeast] = mean;
		out[slot.partSum] = sum / 5;
	}

	/**
	 * Returns Gale and Church’s δ², for the logarithm of the lengths’ ratio: short sentences differ
	 * by a word, long ones by a share.
	 */
	#delta(i: number, j: number, m: number, n: number): number {
		const ours = within(this.#source.letters, i - m, i) * this.#stretch;
		const theirs = within(this.#target.letters, j - n, j) / this.#stretch;
		const ratio = Math.log((theirs + 4) / (ours + 4));
		return (ratio * ratio) / (0.03 + 3 / (ours + theirs + 8));
	}

	#length(i: number, j: number, m: number, n: number, split: number, out: Float64Array): void {
		const delta = Math.min(16, this.#delta(i, j, m, n));
		const ours = within(this.#source.letters, i - m, i) * this.#stretch;
		const theirs = within(this.#target.letters, j - n, j) / this.#stretch;
		const size = Math.log((ours + theirs + 8) / 160);
		out[slot.length] = delta / 4;
		out[slot.splitLength] = (split * delta) / 4;
		out[slot.size] = size;
		out[slot.splitSize] = split * size;
	}

	#marks(i: number, j: number, m: number, n: number, out: Float64Array): void {
		for (let kind = 0; kind < markKinds; kind++) {
			const ours = this.#count(this.source, i - m, i, kind);
			const theirs = this.#count(this.target, j - n, j, kind);
			out[slot.questionOdd + kind] = difference(ours, theirs, 2);
			if (kind === 0) out[slot.questionBoth] = Math.min(1, ours, theirs);
			if (kind === quotes) out[slot.quoteBoth] = Math.min(1, ours, theirs);
		}
	}

	#count({ marks }: Side, from: number, end: number, kind: number): number {
		let sum = 0;
		for (let at = from; at < end; at++) sum += marks[at * markKinds + kind] ?? 0;
		return sum;
	}

	#layout(i: number, j: number, m: number, n: number, out: Float64Array): void {
		const ours = this.source.opens[i - m] ?? 0;
		const theirs = this.target.opens[j - n] ?? 0;
		const heading = this.#headings(this.source, i - m, i);
		const other = this.#headings(this.target, j - n, j);
		out[slot.opening] = this.habits.opening[ours + theirs] ?? 0;
		out[slot.openBoth] = ours * theirs;
		out[slot.openOne] = ours === theirs ? 0 : 1;
		out[slot.openWithin] =
			within(this.#source.opens, i - m + 1, i) + within(this.#target.opens, j - n + 1, j);
		out[slot.headingBoth] = Math.min(heading, other);
		out[slot.headingOne] = heading === other ? 0 : 1;
	}

	#headings({ headings }: Side, from: number, end: number): number {
		let sum = 0;
		for (let at = from; at < end; at++) sum += headings[at] ?? 0;
		return Math.min(1, sum);
	}
}
