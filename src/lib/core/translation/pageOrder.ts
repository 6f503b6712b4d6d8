/** The order of a page’s rows, and their ids. */
import { rowId } from './rowId';
import type { Row } from './row';

/** Returns where on a page a row stands: 0 in the head, 1 in the text, 2 among the footnotes. */
export const partOfPage = ({ shape: { kind } }: Row): number =>
	kind === 'standfirst' ? 0 : kind === 'footnote' ? 2 : 1;

/** Returns the rows in page order: the standfirst in the head, the footnotes at the end. */
export const pageOrder = (rows: readonly Row[]): readonly Row[] =>
	rows.toSorted((a, b) => partOfPage(a) - partOfPage(b));

/** Returns the ids of rows in page order, each different. */
export function pageRowIds(rows: readonly Row[]): readonly string[] {
	const seen = new Map<string, number>();
	return rows.map(({ id }) => {
		const nth = (seen.get(id) ?? 0) + 1;
		seen.set(id, nth);
		return rowId(id, nth);
	});
}
