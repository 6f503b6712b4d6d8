import type { Place } from '$lib/core/align/edit';
import { otherSide, rowWith, type Row, type SideName } from '$lib/core/align/row';

/** Where the reader is among rows: an item, and as far as a selection reaches from it. */
export class Cursor {
	#place = $state.raw<Place>({ side: 'source', item: 0 });
	/** Where a selection began; null where there is none. */
	#anchor = $state.raw<Place | null>(null);
	/** The column in which the reader walks: a row without it is met on its other side. */
	#column: SideName = 'source';

	readonly #rows: () => readonly Row[];

	constructor(rows: () => readonly Row[]) {
		this.#rows = rows;
		const [first] = rows();
		if (first) this.#enter(first, 'first');
	}

	readonly place = $derived(this.#place);
	readonly row = $derived(this.#rowOf(this.#place));
	/** The rows that are selected, the reader’s own among them. */
	readonly selection = $derived.by((): readonly [first: number, last: number] => {
		const from = this.#anchor ? this.#rowOf(this.#anchor) : this.row;
		return [Math.min(from, this.row), Math.max(from, this.row)];
	});
	readonly selects = $derived(this.selection[1] > this.selection[0]);

	#rowOf({ side, item }: Place): number {
		return rowWith(this.#rows(), side, item);
	}

	/** `extend`: the selection reaches from where the reader was. */
	to(place: Place, extend = false): void {
		this.#anchor = extend ? (this.#anchor ?? this.#place) : null;
		this.#column = place.side;
		this.#place = place;
	}

	toRow(at: number): void {
		const row = this.#rows()[at];
		this.#anchor = null;
		if (row) this.#enter(row, 'first');
	}

	/** To the next item, or the one before it, of this row or another. */
	step(by: 1 | -1): void {
		const row = this.#rows()[this.row];
		const { side, item } = this.#place;
		const within = row?.[side][row[side].indexOf(item) + by];
		this.#anchor = null;
		if (within !== undefined) this.#place = { side, item: within };
		else this.#enterRow(this.row + by, by > 0 ? 'first' : 'last');
	}

	/** The selection grows or shrinks by a row. */
	extend(by: 1 | -1): void {
		this.#anchor ??= this.#place;
		this.#enterRow(this.row + by, 'first');
	}

	/** So many rows further, as far as there are. */
	leap(rows: number): void {
		this.#anchor = null;
		const last = this.#rows().length - 1;
		this.#enterRow(Math.max(0, Math.min(last, this.row + rows)), 'first');
	}

	across(side: SideName): void {
		const row = this.#rows()[this.row];
		const [first] = row?.[side] ?? [];
		if (first === undefined || side === this.#place.side) return;
		this.#anchor = null;
		this.#column = side;
		this.#place = { side, item: first };
	}

	deselect(): void {
		this.#anchor = null;
	}

	#enterRow(at: number, end: 'first' | 'last'): void {
		const row = this.#rows()[at];
		if (row) this.#enter(row, end);
	}

	#enter(row: Row, end: 'first' | 'last'): void {
		const side = row[this.#column].length > 0 ? this.#column : otherSide(this.#column);
		const item = end === 'first' ? row[side][0] : row[side].at(-1);
		if (item !== undefined) this.#place = { side, item };
	}
}
