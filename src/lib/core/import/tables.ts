/**
 * Keeps the rows of tables, a paragraph a row with bars between the cells: `| 1900 | 812 |`. They
 * would be taken for menus, headings or one long paragraph otherwise.
 */
import { cellsOf, isBarRow, isDelimiterRow } from './tableRow';
import { isProse, type Piece } from './piece';

export function tables(pieces: readonly Piece[]): readonly Piece[] {
	const rows = new Map<number, string>();
	let from = 0;
	for (let i = 0; i <= pieces.length; i++) {
		if (isRow(pieces[i]) && (i === from || isOneTable(pieces[i - 1], pieces[i]))) continue;
		for (const [at, text] of tableOf(pieces.slice(from, i))) rows.set(from + at, text);
		from = isRow(pieces[i]) ? i : i + 1;
	}
	return pieces.map((piece, i) => {
		const text = rows.get(i);
		return text === undefined ? piece : { ...piece, text, role: { kind: 'paragraph' } };
	});
}

const isRow = (piece: Piece | undefined): boolean =>
	isProse(piece) && (isDelimiterRow(piece.text) || cellsOf(piece.text).length > 1);

/** Returns whether two rows are of one kind: both with bars, or both with as many columns. */
const isOneTable = (above: Piece | undefined, below: Piece | undefined): boolean => {
	const [a, b] = [above?.text ?? '', below?.text ?? ''];
	if (below?.apart) return false;
	return hasBars(a) ? hasBars(b) : !hasBars(b) && cellsOf(a).length === cellsOf(b).length;
};

const hasBars = (text: string): boolean => text.includes('|') || isDelimiterRow(text);

/** Least number of columns where only space parts them. Two may be a number and its paragraph. */
const minColumns = 3;

/** Returns the rows of a table by their place; none if the pieces are no table. */
function tableOf(run: readonly Piece[]): readonly (readonly [number, string])[] {
	const [first] = run;
	if (!first || run.length < 2) return [];
	const marked =
		run.some(({ text }) => isDelimiterRow(text)) || run.every(({ text }) => isBarRow(text));
	const spaced = !first.text.includes('|') && cellsOf(first.text).length >= minColumns;
	if (!marked && !spaced) return [];
	return run.flatMap(({ text }, at) =>
		isDelimiterRow(text) ? [] : [[at, `| ${cellsOf(text).join(' | ')} |`] as const]
	);
}
