import type { GridPosition } from '$lib/core/links/editRows';
import { otherSide, rowWith, type LinkRow, type SideName } from '$lib/core/links/linkRows';

/** The reader's position among the rows: an item, and a selection that may reach from it. */
export class Cursor {
	#place = $state.raw<GridPosition>({ side: 'source', item: 0 });
	/** Where a selection began; null where there is none. */
	#anchor = $state.raw<GridPosition | null>(null);
	/** The side that the cursor follows. In a row that is empty on this side it is on the other. */
	#column: SideName = 'source';

	readonly #rows: () => readonly LinkRow[];

	constructor(rows: () => readonly LinkRow[]) {
		this.#rows = rows;
		const [first] = rows();
		if (first) this.#enter(first, 'first');
	}

	readonly place = $derived(this.#place);
	readonly row = $derived(this.#rowOf(this.#place));
	/** The first and the last selected row; the cursor's row is one of them. */
	readonly selection = $derived.by((): readonly [first: number, last: number] => {
		const from = this.#anchor ? this.#rowOf(this.#anchor) : this.row;
		return [Math.min(from, this.row), Math.max(from, this.row)];
	});
	readonly selects = $derived(this.selection[1] > this.selection[0]);

	#rowOf({ side, item }: GridPosition): number {
		return rowWith(this.#rows(), side, item);
	}

	/** Moves to `place`. `extend`: selects the rows from the earlier position to `place`. */
	to(place: GridPosition, extend = false): void {
		this.#anchor = extend ? (this.#anchor ?? this.#place) : null;
		this.#column = place.side;
		this.#place = place;
	}

	toRow(at: number): void {
		const row = this.#rows()[at];
		this.#anchor = null;
		if (row) this.#enter(row, 'first');
	}

	/** Moves to the next or the previous item, over the ends of a row too. */
	step(by: 1 | -1): void {
		const row = this.#rows()[this.row];
		const { side, item } = this.#place;
		const within = row?.[side][row[side].indexOf(item) + by];
		this.#anchor = null;
		if (within !== undefined) this.#place = { side, item: within };
		else this.#enterRow(this.row + by, by > 0 ? 'first' : 'last');
	}

	/** Extends or shrinks the selection by a row. */
	extend(by: 1 | -1): void {
		this.#anchor ??= this.#place;
		this.#enterRow(this.row + by, 'first');
	}

	/** Moves by a number of rows, at most to the first or the last. */
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

	#enter(row: LinkRow, end: 'first' | 'last'): void {
		const side = row[this.#column].length > 0 ? this.#column : otherSide(this.#column);
		const item = end === 'first' ? row[side][0] : row[side].at(-1);
		if (item !== undefined) this.#place = { side, item };
	}
}
