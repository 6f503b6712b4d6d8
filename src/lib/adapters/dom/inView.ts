/** Finds the rows on the screen and the rows just below it. */

/** Distance below the window, in window heights. Rows closer than this count as soon to be seen. */
const screensAhead = 1.5;

export interface RowsInView {
	/** Ids of the elements, in the order of the page. */
	readonly seen: readonly string[];
	readonly soon: readonly string[];
}

/** Checks the chunks first, so that distant rows are not laid out. */
export function rowsInView(root: Element, top: number): RowsInView {
	const ahead = innerHeight * (1 + screensAhead);
	const near = [...root.querySelectorAll('.standfirst, .chunk, .notes')].filter((part) =>
		touches(part, top, ahead)
	);
	const rows = near.flatMap((part) => [...part.querySelectorAll('.row')]);
	const within = (foot: number) =>
		rows.filter((row) => touches(row, top, foot)).map(({ id }) => id);
	const seen = within(innerHeight);
	return { seen, soon: within(ahead).filter((id) => !seen.includes(id)) };
}

function touches(element: Element, top: number, foot: number): boolean {
	const box = element.getBoundingClientRect();
	return box.height > 0 && box.bottom > top && box.top < foot;
}
