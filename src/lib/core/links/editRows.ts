/**
 * The operations of a reader on rows, at either level. Each returns the rows to replace, or null if
 * it is impossible; `changed` (change.ts) turns them into links. Laws (`editRows.test.ts`): rows
 * stay monotone and cover every item once; `join` undoes `split` and `unlink`; `shift` down undoes
 * `shift` up if both rows stay linked.
 */
import {
	areSame,
	isOmission,
	otherSide,
	rowWith,
	sides,
	type ItemPair,
	type LinkRow,
	type SideName
} from './linkRows';

/** An item: a sentence or a paragraph, by its number. */
export interface GridPosition {
	readonly side: SideName;
	readonly item: number;
}

/**
 * Replaces `count` rows from `at` by `by`; a row that is the same object in `by` stays unchanged.
 */
export interface Change {
	readonly at: number;
	readonly count: number;
	readonly by: readonly ItemPair[];
}

/** The number of letters of each item. */
export type Lengths = Readonly<Record<SideName, readonly number[]>>;

/** Joins rows `first` to `last`. */
export function join(rows: readonly ItemPair[], first: number, last: number): Change | null {
	const joined = rows.slice(first, last + 1);
	if (first < 0 || last >= rows.length || joined.length < 2) return null;
	const whole: ItemPair = {
		source: joined.flatMap(({ source }) => source),
		target: joined.flatMap(({ target }) => target)
	};
	return isOmission(whole) ? null : { at: first, count: joined.length, by: [whole] };
}

/**
 * Cuts the row before the item, or after it if it is the first, and the other side where the
 * lengths match best. If the other side has one item, that stays with the longer part.
 */
export function split(
	rows: readonly ItemPair[],
	place: GridPosition,
	lengths: Lengths
): Change | null {
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

const before = (row: ItemPair, { side, item }: GridPosition): number =>
	Math.max(1, row[side].indexOf(item));

/** Cuts a row in two, the first part with `count` items of `side`. */
function cut(row: ItemPair, side: SideName, count: number, lengths: Lengths): readonly ItemPair[] {
	const other = otherSide(side);
	const share = counterpart(row, side, count, lengths);
	return [
		pair(side, row[side].slice(0, count), row[other].slice(0, share)),
		pair(side, row[side].slice(count), row[other].slice(share))
	].flatMap(settled);
}

/**
 * Returns how many items of the other side match the first `count` of this one by their lengths.
 */
function counterpart(row: ItemPair, side: SideName, count: number, lengths: Lengths): number {
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
	// Of two equally good ones take the later: a single item stays with the first part.
	return possible.reduce((best, share) => (distance(share) <= distance(best) ? share : best));
}

/** Returns the sum of the lengths; at least 1, so that it can be a divisor. */
const sum = (items: readonly number[], lengths: readonly number[]): number =>
	items.reduce((total, item) => total + Math.max(1, lengths[item] ?? 0), 0);

export type Direction = 'up' | 'down';

/**
 * Moves items to the next row. Up: the items of this side up to this one go to the row before;
 * down: those from this one on go to the row after. An empty row is removed.
 */
export function shift(
	rows: readonly ItemPair[],
	place: GridPosition,
	direction: Direction
): Change | null {
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

/** Unlinks a row: all its items become omissions. */
export function unlink(rows: readonly ItemPair[], at: number): Change | null {
	const row = rows[at];
	if (!row || isOmission(row)) return null;
	return { at, count: 1, by: apart(row) };
}

/**
 * Makes the item an omission. The items before and after it in its row stay linked, with their
 * counterparts by length; null if the other side has too few items for that.
 */
export function omit(
	rows: readonly LinkRow[],
	place: GridPosition,
	lengths: Lengths
): Change | null {
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
 * Links an omission with the nearest one of the other side, if no linked row lies between them.
 * Other omissions between them go before or after the link, in the order of their side.
 */
export function link(rows: readonly ItemPair[], at: number): Change | null {
	const row = rows[at];
	if (!row || !isOmission(row)) return null;
	const answer = nearestOpposite(rows, at);
	const counterpart = rows[answer];
	if (!counterpart) return null;
	const [low, high] = [Math.min(at, answer), Math.max(at, answer)];
	const between = rows.slice(low + 1, high);
	const sideOfLow = sideOf(rows[low] ?? row);
	const linked: ItemPair = {
		source: [...row.source, ...counterpart.source],
		target: [...row.target, ...counterpart.target]
	};
	// Items after the first of the two, on its side, go after the link; the rest goes before it.
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

function nearestOpposite(rows: readonly ItemPair[], at: number): number {
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

/** Returns the side that an omission is on. */
const sideOf = ({ source }: ItemPair): SideName => (source.length > 0 ? 'source' : 'target');

/** Confirms the rows as they are. Null if the reader has confirmed them already. */
export function confirm(rows: readonly LinkRow[], first: number, last: number): Change | null {
	const confirmed = rows.slice(first, last + 1);
	if (confirmed.every(({ fixed }) => fixed)) return null;
	return {
		at: first,
		count: confirmed.length,
		by: confirmed.map(({ source, target }) => ({ source, target }))
	};
}

const pair = (side: SideName, items: readonly number[], answers: readonly number[]): ItemPair =>
	side === 'source' ? { source: items, target: answers } : { source: answers, target: items };

/** Splits omissions into one row per item, and drops empty rows. */
const settled = (row: ItemPair): readonly ItemPair[] => (isOmission(row) ? apart(row) : [row]);

const apart = (row: ItemPair): readonly ItemPair[] =>
	sides.flatMap((side) => row[side].map((item) => pair(side, [item], [])));

const areAllSame = (some: readonly ItemPair[], others: readonly ItemPair[]): boolean =>
	some.length === others.length &&
	some.every((row, at) => areSame(row, others[at] ?? { source: [], target: [] }));
