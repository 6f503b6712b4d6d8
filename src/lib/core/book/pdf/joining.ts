/** Joins the parts of a paragraph that goes on in the next column or on the next page. */
import { endsInHyphen, endsParagraph, startsInside } from '../../import/ending';
import type { Line } from './line';
import type { Measures } from './measures';
import type { PdfBlock } from './pdfBlock';
import { hardBreaks, hasRoom } from './room';

const joined = new Set(['paragraph', 'quote', 'list-item']);

/** Returns whether a block at the head of a column goes on with one at the foot of another. */
export function goesOn(above: PdfBlock, below: PdfBlock, measures: Measures): boolean {
	const last = above.lines.at(-1);
	const first = below.lines[0];
	if (!last || !first || !joined.has(above.shape.kind)) return false;
	if (above.shape.kind !== below.shape.kind && below.shape.kind !== 'paragraph') return false;
	if (Math.abs(last.size - first.size) > 0.06 * last.size) return false;
	if (isBelow(last, first, measures)) return false;
	const [end, start] = [last.text, first.text];
	if (endsInHyphen(end) && startsInside(start)) return true;
	if (isIndented(below, measures)) return false;
	if (isVerse(above) || (above.lines.length === 1 && isVerse(below)))
		return startsInside(start) || isOneStanza(above, below, measures);
	// A sentence goes on, though a note’s line that found no room has left this one short.
	if (above.shape.kind === 'paragraph' && !endsParagraph(end) && startsInside(start)) return true;
	return !hasRoom(last, first, above.right);
}

/** Returns whether a gap parts two lines that stand below one another on a page. */
const isBelow = (last: Line, first: Line, { leading }: Measures): boolean =>
	last.page === first.page && first.y - last.y > leading(last.size) * 1.17;

/** Verse that is set in goes on at the same place, unless a sentence and with it a stanza may end. */
function isOneStanza(above: PdfBlock, below: PdfBlock, measures: Measures): boolean {
	const [last, first] = [above.lines.at(-1), below.lines[0]];
	if (!last || !first || endsParagraph(last.text)) return false;
	const inset = last.x0 - measures.frame(above.lines.slice(-enoughLines)).left;
	return Math.abs(last.x0 - first.x0) < 1.5 && (inset > 6 || above.shape.kind === 'quote');
}

/** Number of lines that tell verse from prose: a paragraph may go on over many columns. */
const enoughLines = 60;

function isVerse({ lines, right }: PdfBlock): boolean {
	const last = lines.slice(-enoughLines);
	return last.length > 1 && hardBreaks(last, right).size * 2 > last.length - 1;
}

/** Returns whether a block’s first line is set in beside its second, or beside its column. */
function isIndented({ lines, shape }: PdfBlock, measures: Measures): boolean {
	const [first, second] = lines;
	if (!first || measures.indent === null || shape.kind !== 'paragraph') return false;
	const left = second?.page === first.page ? second.x0 : measures.frame(lines).left;
	return Math.abs(first.x0 - left - measures.indent) < 2.5;
}
