/**
 * Keeps the objects of a page that is rendered again wherever nothing about them has changed, so
 * that the page touches only the rows that are new. Law (`keepSame.test.ts`): the result equals the
 * new page.
 */
import type { PageRow, ReadingPage } from './page';

export function keepSame(page: ReadingPage, before: ReadingPage | null): ReadingPage {
	if (!before) return page;
	const lists = {
		standfirst: sameRows(page.standfirst, before.standfirst),
		body: sameRows(page.body, before.body),
		notes: sameRows(page.notes, before.notes)
	};
	return kept({ ...page, ...lists }, before);
}

/** Rows are matched by id: a row that comes or goes moves the others. */
function sameRows(rows: readonly PageRow[], before: readonly PageRow[]): readonly PageRow[] {
	const known = new Map(before.map((row) => [row.id, row]));
	const found = rows.map((row) => kept(row, known.get(row.id)));
	return isSameList(found, before) ? before : found;
}

const isSameList = (list: readonly unknown[], before: readonly unknown[]): boolean =>
	list.length === before.length && list.every((one, at) => one === before[at]);

/** Returns `before` where it equals `value`; otherwise `value` with the parts that are equal. */
function kept<Value>(value: Value, before: unknown): Value;
function kept(value: unknown, before: unknown): unknown {
	if (value === before) return before;
	if (Array.isArray(value) && Array.isArray(before)) {
		const list = value.map((one: unknown, at) => kept(one, before[at]));
		return isSameList(list, before) ? before : list;
	}
	if (!isRecord(value) || !isRecord(before)) return value;
	const entries = Object.entries(value).map(([key, one]) => [key, kept(one, before[key])] as const);
	const isSame =
		entries.length === Object.keys(before).length &&
		entries.every(([key, one]) => key in before && one === before[key]);
	return isSame ? before : Object.fromEntries(entries);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
