/**
 * What a reader drops of a translation: paragraphs that answer nothing, such as a preface or a
 * licence. Their links say so, so that dropping is undone like any other change.
 */
import type { Link } from './draft';
import { isOmission, rowsOf, type RowShape } from './linkRows';

/**
 * Returns the links after the passage that a sentence of the translation belongs to has been
 * dropped, or put back if it was: all paragraphs around it without a counterpart. Null if its own
 * paragraph has one.
 */
export function dropped(
	links: readonly Link[],
	shape: RowShape,
	sentence: number
): readonly Link[] | null {
	const rows = rowsOf(links, 'paragraphs', shape);
	const here = links.findIndex(({ target }) => target.includes(sentence));
	const at = rows.findIndex(({ from, to }) => from <= here && here < to);
	if (here < 0 || at < 0) return null;
	const isAlone = (row: number): boolean => rows[row] !== undefined && isOmission(rows[row]);
	if (!isAlone(at)) return null;
	let [first, last] = [at, at];
	while (isAlone(first - 1)) first--;
	while (isAlone(last + 1)) last++;
	const [from, to] = [rows[first]?.from ?? 0, rows[last]?.to ?? 0];
	const drops = !links[here]?.dropped;
	return links.map((link, nth) =>
		nth >= from && nth < to && link.target.length > 0 ? marked(link, drops) : link
	);
}

/** Marks an omission; one that is dropped is fixed, so that aligning again keeps it. */
function marked(link: Link, drops: boolean): Link {
	const { dropped: _, ...bare } = link;
	return drops
		? { ...bare, confidence: 1, fixed: true, dropped: true }
		: { ...bare, confidence: 1, fixed: true };
}
