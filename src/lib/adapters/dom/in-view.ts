/** Which rows are on the screen, and which the reader comes to next. */

/** So many heights of the window below its foot are soon to be seen. */
const screensAhead = 1.5;

export interface RowsInView {
	/** Ids of the elements, in the order of the page. */
	readonly seen: readonly string[];
	readonly soon: readonly string[];
}

/** Asks the chunks first: what is far away is not laid out for it. */
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
