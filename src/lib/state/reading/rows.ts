import type { PageRow, ReadingPage } from './page';

/** Returns all rows of a page in page order: standfirst, body, footnotes. */
export const rowsOf = ({ standfirst, body, notes }: ReadingPage): readonly PageRow[] => [
	...standfirst,
	...body,
	...notes
];

/** Returns the untranslated rows of a run, from `item` on. */
export function runFrom(rows: readonly PageRow[], item: PageRow): readonly PageRow[] {
	const at = rows.findIndex(({ id }) => id === item.id);
	return rows.slice(at, at + (item.untranslated?.of ?? 1));
}

/** Maps the element ids of rows (`p-` and the row’s id) to the rows. */
export const byElementId = (rows: readonly PageRow[]): ReadonlyMap<string, PageRow> =>
	new Map(rows.map((row) => [`p-${row.id}`, row]));
