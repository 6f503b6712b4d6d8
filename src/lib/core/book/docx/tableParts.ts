/** What WordprocessingML calls the parts of a table, and which of them were deleted. */
import type { LeftOutReason } from '../../import/leftOut';
import type { TableNames } from '../office/tableRows';
import { firstChild, type TreeElement } from '../tree';

export const tableNames: TableNames = {
	table: 'w:tbl',
	row: 'w:tr',
	cell: 'w:tc',
	paragraphs: new Set(['w:p']),
	objects: new Set(['w:drawing', 'w:pict', 'w:object', 'w:footnoteReference', 'w:sym'])
};

/** Why a row or a cell is not part of the text: it was deleted with tracked changes. */
export const tablePartReason = (part: TreeElement): LeftOutReason | null =>
	(firstChild(firstChild(part, 'w:trPr'), 'w:del') ??
	firstChild(firstChild(part, 'w:tcPr'), 'w:cellDel'))
		? 'deleted'
		: null;
