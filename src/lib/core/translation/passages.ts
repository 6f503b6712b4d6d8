/**
 * Passages, which answer nothing in the original, between the rows of a page: each after the row of
 * the unit before it, in its translation.
 */
import { block } from '../text/block';
import { shapeOf } from '../text/shape';
import { creditOf } from './credited';
import type { Row } from './row';
import type { Passage, Translation, Unit } from './unit';

/**
 * Adds the passages of the translations whose units are shown. Law: without them the rows are those
 * given.
 * @param rowOf the number of the row that shows a unit
 */
export function withPassages(
	rows: readonly Row[],
	stored: readonly Translation[],
	rowOf: ReadonlyMap<Unit, number>
): readonly Row[] {
	const before = new Map<number, Row[]>();
	for (const { translated, units, passages = [] } of stored)
		for (const { after, unit } of passages) {
			const at = placeOf(after, units, rowOf);
			if (at === null) continue;
			before.set(at, [...(before.get(at) ?? []), rowOfPassage(unit, translated)]);
		}
	if (before.size === 0) return rows;
	return [...rows.keys(), rows.length].flatMap((at) => [
		...(before.get(at) ?? []),
		...rows.slice(at, at + 1)
	]);
}

/** Returns the number of the row that a passage comes before; null if no unit is shown. */
function placeOf(
	after: Passage['after'],
	units: readonly Unit[],
	rowOf: ReadonlyMap<Unit, number>
): number | null {
	const rowAt = (at: number): number | undefined => {
		const unit = units[at];
		return unit && rowOf.get(unit);
	};
	for (let at = after - 1; at >= 0; at--) {
		const row = rowAt(at);
		if (row !== undefined) return row + 1;
	}
	for (let at = after; at < units.length; at++) {
		const row = rowAt(at);
		if (row !== undefined) return row;
	}
	return null;
}

const rowOfPassage = (unit: Unit, { rights }: Translation['translated']): Row => ({
	id: block(shapeOf(unit), unit.text[0] ?? '').fingerprint,
	source: [],
	shape: shapeOf(unit),
	originals: [],
	shown: {
		kind: 'translated',
		text: unit.text,
		...(unit.kind === 'caption' && unit.credit !== undefined && { credit: unit.credit }),
		...(rights !== undefined && { rights }),
		...creditOf(unit),
		review: null,
		spans: null,
		stale: false,
		own: false
	},
	passage: true
});
