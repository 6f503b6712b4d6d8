/** Recognises a line that is a row of a table, and its cells. */

/** Longest row, in UTF-16 units. A longer line is no table’s. */
const maxRow = 2000;

/** `| a | b |` */
export const isBarRow = (text: string): boolean =>
	text.length < maxRow && text.length > 2 && text.startsWith('|') && text.endsWith('|');

/** `|---|:--:|`, `--- | ---`, `+---+---+`: the line between the head and the body of a table. */
export const isDelimiterRow = (text: string): boolean =>
	text.length < maxRow &&
	/^[|+:\s=-]+$/.test(text) &&
	/[|+]/.test(text) &&
	/-{2}|={2}|:-|-:/.test(text);

/** Returns the cells of a row, parted by bars or tabs. A line of text is one cell. */
export function cellsOf(text: string): readonly string[] {
	if (text.length >= maxRow) return [text];
	const bare = isBarRow(text) ? text.slice(1, -1) : text;
	const cells = bare.split(bare.includes('|') ? /(?<!\\)\|/ : /\t+/);
	return cells.map((cell) => cell.trim());
}

/** Returns whether a line begins a row of its own below this line. */
export const opensRow = (text: string, above: string): boolean =>
	isBarRow(text) ||
	isDelimiterRow(text) ||
	isDelimiterRow(above) ||
	(isSpacedRow(text) && isSpacedRow(above));

const isSpacedRow = (text: string): boolean => !text.includes('|') && cellsOf(text).length > 2;
