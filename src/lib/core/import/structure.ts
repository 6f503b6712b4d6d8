/**
 * Applies the rules in their order. Each rule takes all pieces and returns new ones; a piece
 * that it does not recognise is left to the next rule.
 */
import type { Metadata } from '../text/article';
import { joinBroken } from './breaks';
import { captions } from './captions';
import { chapterHeadings, numberHeadings } from './chapters';
import { contentsLists } from './contentsList';
import { dropCaps } from './dropCaps';
import { footnotes } from './footnotes';
import { navigation, ornaments } from './furniture';
import { unglueTitle } from './glue';
import { readHead } from './head';
import { markedHeadings, unmarkedHeadings } from './headings';
import type { SourceLine } from './lines';
import { libraryLines } from './libraryLines';
import { lists } from './lists';
import { isMarkdown } from './markdownMarks';
import { continuedNotes, inlineNotes } from './markdownNotes';
import { pageNumbers, runningHeads } from './pages';
import { pictures } from './pictures';
import type { PieceEvidence, Piece, PieceResult } from './piece';
import type { Steps } from '../steps';
import { printedHeadings } from './printedHeadings';
import { quotations } from './quotations';
import { referenceLinks } from './referenceLinks';
import { sceneBreaks } from './sceneBreaks';
import { readStandfirst } from './standfirst';
import { tables } from './tables';
import { readTail } from './tail';
import { titlePage } from './titlePage';
import { titleRows } from './titleRows';
import { unwrap } from './unwrap';

export function* structure(
	lines: readonly SourceLine[],
	evidence: PieceEvidence,
	known: Partial<Metadata> = {}
): Steps<PieceResult> {
	let pieces: readonly Piece[] = unwrap(lines, isMarkdown(lines), evidence);
	pieces = dropCaps(pieces, evidence);
	for (const rule of [tables, referenceLinks, inlineNotes, continuedNotes]) pieces = rule(pieces);
	yield { done: 0.4 };
	for (const rule of [
		libraryLines,
		unglueTitle,
		markedHeadings,
		contentsLists,
		chapterHeadings,
		sceneBreaks
	])
		pieces = rule(pieces);
	for (const rule of [ornaments, footnotes, pictures, captions]) pieces = rule(pieces);
	yield { done: 0.5 };
	for (const rule of [pageNumbers, runningHeads, navigation, numberHeadings]) pieces = rule(pieces);
	const head =
		known.title === undefined
			? readHead(pieces, evidence)
			: { pieces: titlePage(pieces, known), metadata: {} };
	const tail = readTail(head.pieces, evidence, head.metadata);
	yield { done: 0.6 };
	pieces = joinBroken(printedHeadings(tail.pieces), evidence);
	pieces = unmarkedHeadings(titleRows(pieces));
	const standfirst = readStandfirst(pieces);
	const metadata: Partial<Metadata> = { ...standfirst.metadata, ...tail.metadata };
	yield { done: 0.7 };
	return { pieces: quotations(lists(standfirst.pieces)), metadata };
}
