/**
 * What a reader can do to rows, at either level. Each operation says which rows give way to what, or
 * null where it cannot be done; `changed` (change.ts) makes links of it. Laws (`edit.test.ts`): rows
 * stay monotone and cover every item once; `join` undoes `split` and `unlink`; `shift` down undoes
 * `shift` up where both rows stay linked.
 */
import {
	areSame,
	isOmission,
	otherSide,
	rowWith,
	sides,
	type Pair,
	type Row,
	type SideName
} from './row';

/** An item: a sentence or a paragraph, by its number. */
export interface Place {
	readonly side: SideName;
	readonly item: number;
}

/** `count` rows from `at` give way to `by`; what stands there as the same object stays as it is. */
export interface Change {
	readonly at: number;
	readonly count: number;
	readonly by: readonly Pair[];
}

/** Letters of each item. */
export type Lengths = Readonly<Record<SideName, readonly number[]>>;

/** Rows `first` to `last` become one. */
export function join(rows: readonly Pair[], first: number, last: number): Change | null {
	const joined = rows.slice(first, last + 1);
	if (first < 0 || last >= rows.length || joined.length < 2) return null;
	const whole: Pair = {
		source: joined.flatMap(({ source }) => source),
		target: joined.flatMap(({ target }) => target)
	};
	return isOmission(whole) ? null : { at: first, count: joined.length, by: [whole] };
}

/**
 * The row is cut before the item, or after it where it is the first; the other side where its length
 * answers best. A side of one item stays with the longer part.
 */
export function split(rows: readonly Pair[], place: Place, lengths: Lengths): Change | null {
	const at = rowWith(rows, place.side, place.item);
	const row = rows[at];
	if (!row || isOmission(row)) return null;
	const other = otherSide(place.side);
	const [first] = row[other];
	if (row[place.side].length > 1)
		return { at, count: 1, by: cut(row, place.side, before(row, place), lengths) };
	if (first === undefined || row[other].length < 2) return null;
	return { at, count: 1, by: cut(row, other, 1, lengths) };
}

const before = (row: Pair, { side, item }: Place): number => Math.max(1, row[side].indexOf(item));

/** Two parts of a row, the first with `count` items of `side`. */
function cut(row: Pair, side: SideName, count: number, lengths: Lengths): readonly Pair[] {
	const other = otherSide(side);
	const share = counterpart(row, side, count, lengths);
	return [
		pair(side, row[side].slice(0, count), row[other].slice(0, share)),
		pair(side, row[side].slice(count), row[other].slice(share))
	].flatMap(settled);
}

/** How many items of the other side answer the first `count` of this one, by their lengths. */
function counterpart(row: Pair, side: SideName, count: number, lengths: Lengths): number {
	const other = otherSide(side);
	const part = sum(row[side].slice(0, count), lengths[side]) / sum(row[side], lengths[side]);
	const items = row[other];
	const whole = sum(items, lengths[other]);
	const alone = items.length < 2;
	const possible = Array.from({ length: items.length + 1 }, (_, share) => share).filter(
		(share) => alone || (share > 0 && share < items.length)
	);
	const distance = (share: number) =>
		Math.abs(sum(items.slice(0, share), lengths[other]) / whole - part);
	// Of two as near, the later: a single item stays with the first part.
	return possible.reduce((best, share) => (distance(share) <= distance(best) ? share : best));
}

/** At least 1, so that it divides. */
const sum = (items: readonly number[], lengths: readonly number[]): number =>
	items.reduce((total, item) => total + Math.max(1, lengths[item] ?? 0), 0);

export type Direction = 'up' | 'down';

/**
 * Up: the items of this side as far as this one go to the row before; down: from this one on, to the
 * row after. A row that nothing is left of is gone.
 */
export function shift(rows: readonly Pair[], place: Place, direction: Direction): Change | null {
	const at = rowWith(rows, place.side, place.item);
	const up = direction === 'up';
	const [first, second] = up ? [rows[at - 1], rows[at]] : [rows[at], rows[at + 1]];
	if (!first || !second) return null;
	const items = [...first[place.side], ...second[place.side]];
	const seam = items.indexOf(place.item) + (up ? 1 : 0);
	const other = otherSide(place.side);
	const by = [
		pair(place.side, items.slice(0, seam), first[other]),
		pair(place.side, items.slice(seam), second[other])
	].flatMap(settled);
	return areAllSame(by, [first, second]) ? null : { at: up ? at - 1 : at, count: 2, by };
}

/** Nothing in this row answers anything in it. */
export function unlink(rows: readonly Pair[], at: number): Change | null {
	const row = rows[at];
	if (!row || isOmission(row)) return null;
	return { at, count: 1, by: apart(row) };
}

/**
 * The item has no counterpart. What stood before and after it in its row stays linked, with what
 * answers it by length; null where there is not enough on the other side to go round.
 */
export function omit(rows: readonly Row[], place: Place, lengths: Lengths): Change | null {
	const at = rowWith(rows, place.side, place.item);
	const row = rows[at];
	if (!row) return null;
	if (isOmission(row)) return confirm(rows, at, at);
	const { side, item } = place;
	const other = otherSide(side);
	const items = row[side];
	const here = items.indexOf(item);
	const omitted = pair(side, [item], []);
	const rest = items.filter((each) => each !== item);
	if (rest.length === 0) return unlink(rows, at);
	const left = pair(side, rest, row[other]);
	if (here === 0) return { at, count: 1, by: [omitted, left] };
	if (here === items.length - 1) return { at, count: 1, by: [left, omitted] };
	if (row[other].length < 2) return null;
	const [one, two] = cut(left, side, here, lengths);
	return one && two ? { at, count: 1, by: [one, omitted, two] } : null;
}

/**
 * An omission and the nearest one of the other side, with no linked row between them, become a link.
 * Other omissions between them stand before it or after it, as their order asks.
 */
export function link(rows: readonly Pair[], at: number): Change | null {
	const row = rows[at];
	if (!row || !isOmission(row)) return null;
	const answer = nearestOpposite(rows, at);
	const counterpart = rows[answer];
	if (!counterpart) return null;
	const [low, high] = [Math.min(at, answer), Math.max(at, answer)];
	const between = rows.slice(low + 1, high);
	const sideOfLow = sideOf(rows[low] ?? row);
	const linked: Pair = {
		source: [...row.source, ...counterpart.source],
		target: [...row.target, ...counterpart.target]
	};
	// What follows the first of the two on its own side follows the link; the rest goes before it.
	return {
		at: low,
		count: high - low + 1,
		by: [
			...between.filter((pair) => sideOf(pair) !== sideOfLow),
			linked,
			...between.filter((pair) => sideOf(pair) === sideOfLow)
		]
	};
}

function nearestOpposite(rows: readonly Pair[], at: number): number {
	const side = sideOf(rows[at] ?? { source: [], target: [] });
	const along = (step: 1 | -1): number => {
		for (let row = at + step; ; row += step) {
			const there = rows[row];
			if (!there || !isOmission(there)) return -1;
			if (sideOf(there) !== side) return row;
		}
	};
	const [after, earlier] = [along(1), along(-1)];
	if (after === -1 || earlier === -1) return Math.max(after, earlier);
	return after - at <= at - earlier ? after : earlier;
}

/** The side that an omission has. */
const sideOf = ({ source }: Pair): SideName => (source.length > 0 ? 'source' : 'target');

/** The rows are right as they are. Null where the reader has said so already. */
export function confirm(rows: readonly Row[], first: number, last: number): Change | null {
	const confirmed = rows.slice(first, last + 1);
	if (confirmed.every(({ fixed }) => fixed)) return null;
	return {
		at: first,
		count: confirmed.length,
		by: confirmed.map(({ source, target }) => ({ source, target }))
	};
}

const pair = (side: SideName, items: readonly number[], answers: readonly number[]): Pair =>
	side === 'source' ? { source: items, target: answers } : { source: answers, target: items };

/** Omissions have one item each, and nothing is no row. */
const settled = (row: Pair): readonly Pair[] => (isOmission(row) ? apart(row) : [row]);

const apart = (row: Pair): readonly Pair[] =>
	sides.flatMap((side) => row[side].map((item) => pair(side, [item], [])));

const areAllSame = (some: readonly Pair[], others: readonly Pair[]): boolean =>
	some.length === others.length &&
	some.every((row, at) => areSame(row, others[at] ?? { source: [], target: [] }));
