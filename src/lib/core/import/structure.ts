/**
 * The rules, in their order. Each takes all pieces and gives new ones; each leaves what it does not
 * know to the next.
 */
import type { Metadata } from '../text/article';
import { joinBroken } from './breaks';
import { captions } from './captions';
import { footnotes } from './footnotes';
import { navigation, ornaments, pageNumbers, runningHeads } from './furniture';
import { unglueTitle } from './glue';
import { readHead } from './head';
import { markedHeadings, unmarkedHeadings } from './headings';
import type { Line } from './lines';
import { lists } from './lists';
import { isMarkdown } from './markdown';
import { pictures } from './pictures';
import type { Evidence, Piece, Reading } from './piece';
import { quotations } from './quotations';
import { readStandfirst } from './standfirst';
import { readTail } from './tail';
import { unwrap } from './unwrap';

export function* structure(
	lines: readonly Line[],
	evidence: Evidence
): Generator<{ readonly done: number }, Reading> {
	let pieces: readonly Piece[] = unwrap(lines, isMarkdown(lines), evidence);
	yield { done: 0.4 };
	for (const rule of [unglueTitle, markedHeadings, ornaments, footnotes, pictures, captions])
		pieces = rule(pieces);
	yield { done: 0.5 };
	for (const rule of [pageNumbers, runningHeads, navigation]) pieces = rule(pieces);
	const head = readHead(pieces, evidence);
	const tail = readTail(head.pieces, evidence, head.metadata);
	yield { done: 0.6 };
	pieces = unmarkedHeadings(joinBroken(tail.pieces, evidence));
	const standfirst = readStandfirst(pieces);
	const metadata: Partial<Metadata> = { ...standfirst.metadata, ...tail.metadata };
	yield { done: 0.7 };
	return { pieces: quotations(lists(standfirst.pieces)), metadata };
}
