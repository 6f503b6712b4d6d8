/**
 * Finds what speaks for two units answering each other, before anything is known of the others: the
 * lexicon’s glosses both ways, cognates, names, figures and learnt words.
 */
import { fold, likeness } from '../../align/cognate';
import type { Learnt } from './learnt';
import type { Sense, Unit, UnitSide } from './unit';

/** A match of a sense that several units share: a phrase, a gloss of several words, a compound. */
export interface Share {
	readonly match: number;
	/** The place of the other side’s unit in it; two units never share a place. */
	readonly slot: number;
	/** The side that the sense belongs to. */
	readonly side: 0 | 1;
}

export interface Evidence {
	/** A gloss of the first side’s word is the second side’s, and the other way round. */
	readonly forward: number;
	readonly backward: number;
	/** The two are in a phrase, or a gloss of several words, that was found whole. */
	readonly whole: number;
	/** One of several words of a gloss was found. */
	readonly partial: number;
	/** A part of a compound means the other. */
	readonly part: number;
	/** A gloss looks like a relative of the other: `protest`, `protesting`. */
	readonly kin: number;
	readonly cognate: number;
	readonly name: number;
	readonly figure: number;
	readonly learnt: number;
	readonly shares: readonly Share[];
}

type Mutable = {
	-readonly [Key in keyof Evidence]: Key extends 'shares' ? Share[] : Evidence[Key];
};

const nothing = (): Mutable => ({
	forward: 0,
	backward: 0,
	whole: 0,
	partial: 0,
	part: 0,
	kin: 0,
	cognate: 0,
	name: 0,
	figure: 0,
	learnt: 0,
	shares: []
});

/** The evidence of every pair of units: `at(first, second)`. */
export class EvidenceTable {
	readonly #cells: readonly Mutable[];
	readonly #width: number;
	#matches = 0;

	constructor(first: UnitSide, second: UnitSide, learnt: Learnt) {
		this.#width = second.units.length;
		this.#cells = first.units.flatMap((ours) =>
			second.units.map((theirs) => byLooks(ours, theirs, learnt))
		);
		this.#addSenses(first.senses, second.units, 0);
		this.#addSenses(second.senses, first.units, 1);
	}

	at(first: number, second: number): Evidence {
		return this.#cell(first, second);
	}

	#cell(first: number, second: number): Mutable {
		return this.#cells[first * this.#width + second] ?? nothing();
	}

	#addSenses(senses: readonly Sense[], others: readonly Unit[], side: 0 | 1): void {
		const compounds = new Map<number, number>();
		for (const sense of senses) {
			const hits = sense.words.map((word) => matching(word, others));
			const [unit = 0] = sense.units;
			if (sense.part >= 0 && !compounds.has(unit)) compounds.set(unit, this.#matches++);
			const match = sense.part >= 0 ? (compounds.get(unit) ?? 0) : this.#matches++;
			this.#addHits(sense, hits, match, side);
			if (sense.words.length === 1) this.#addKin(sense, others, side);
		}
	}

	#addHits(sense: Sense, hits: readonly (readonly number[])[], match: number, side: 0 | 1): void {
		const found = hits.filter(({ length }) => length > 0).length;
		if (found === 0) return;
		const isWhole = found === hits.length;
		for (const [slot, others] of hits.entries())
			for (const other of others)
				for (const unit of sense.units) {
					const cell = side === 0 ? this.#cell(unit, other) : this.#cell(other, unit);
					const kind = kindOf(sense, isWhole, side);
					const weight = isWhole ? sense.weight : (sense.weight * found) / hits.length;
					cell[kind] = Math.max(cell[kind], weight);
					if (isWhole || sense.part >= 0)
						cell.shares.push({
							match,
							slot: sense.part >= 0 ? sense.part * 10 + slot : slot,
							side
						});
				}
	}

	#addKin(
		{ units, words: [word = ''], weight }: Sense,
		others: readonly Unit[],
		side: 0 | 1
	): void {
		if (word.length < leastKin) return;
		const like = fold(word);
		for (const [other, { folded }] of others.entries()) {
			if (folded.slice(0, sharedKin) !== like.slice(0, sharedKin)) continue;
			const alike = likeness(like, folded, leastLikeness) * weight;
			for (const unit of units) {
				const cell = side === 0 ? this.#cell(unit, other) : this.#cell(other, unit);
				cell.kin = Math.max(cell.kin, alike);
			}
		}
	}
}

const leastKin = 4;
const sharedKin = 4;
const leastLikeness = 0.5;

function kindOf({ part, units, words }: Sense, isWhole: boolean, side: 0 | 1) {
	if (part >= 0) return isWhole ? 'part' : 'partial';
	if (!isWhole) return 'partial';
	if (units.length > 1 || words.length > 1) return 'whole';
	return side === 0 ? 'forward' : 'backward';
}

const matching = (word: string, units: readonly Unit[]): readonly number[] =>
	units.flatMap(({ forms }, at) => (forms.has(word) ? [at] : []));

const sharedPrefix = 3;

function byLooks(ours: Unit, theirs: Unit, learnt: Learnt): Mutable {
	const cell = nothing();
	if (ours.digits !== '' || theirs.digits !== '') {
		if (ours.digits !== '' && ours.digits === theirs.digits) cell.figure = 1;
		return cell;
	}
	cell.learnt = learnt.of(ours.stem, theirs.stem);
	const [a, b] = [ours.folded, theirs.folded];
	if (ours.isSmall || theirs.isSmall || a.length < sharedPrefix || b.length < sharedPrefix)
		return cell;
	const alike = a.slice(0, 2) === b.slice(0, 2) ? likeness(a, b, leastLikeness) : 0;
	const genitive = likeness(a.replace(/s$/, ''), b.replace(/s$/, ''), leastLikeness);
	if (ours.isName && theirs.isName) cell.name = Math.max(alike, genitive);
	else cell.cognate = alike;
	return cell;
}
