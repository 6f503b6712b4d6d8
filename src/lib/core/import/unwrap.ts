/** Turns lines into pieces: joins the lines of a paragraph that was broken. */
import {
	endsOpen,
	endsParagraph,
	endsSentence,
	isAddress,
	startsLower,
	startsUpper
} from './ending';

import { hasRoom, layoutOf, type LineLayout } from './layout';
import type { SourceLine } from './lines';
import { isBareMarker, opensBlock, opensItem } from './markdownMarks';
import { isPageFurniture, numberedWords, pageNumberOf } from './pageNumber';
import type { PieceEvidence, Piece } from './piece';
import { hasSource, openAtEnd, opensQuotation } from './quotes';
import { isDelimiterRow } from './tableRow';
import { isTypeset, type Hyphens } from './hyphen';
import { pieceOf } from './pieceOfLines';
import { markLines } from './verse';

/** Longest line, in UTF-16 units, that people break by hand. A longer one was never broken. */
const longLine = 200;

export function unwrap(
	lines: readonly SourceLine[],
	markdown: boolean,
	evidence: Pick<PieceEvidence, 'spelt'>
): Piece[] {
	const typeset = isTypeset(
		lines.map(({ text }) => text),
		evidence
	);
	const hyphens: Hyphens = { spelt: evidence.spelt, typeset };
	const marked = markdown ? lines : markLines(runsOf(lines), layoutOf(lines, markdown));
	const layout = layoutOf(withoutLineBreaks(marked), markdown);
	return runsOf(marked).flatMap((run) =>
		run.length === 1 ? pieceOf(run, true, hyphens) : piecesOf(run, layout, hyphens)
	);
}

/** Leaves out lines that stay lines: they tell nothing of how the others were broken. */
const withoutLineBreaks = (lines: readonly SourceLine[]): readonly SourceLine[] =>
	lines.filter(({ hard }, i) => !hard && !lines[i - 1]?.hard);

/** Groups lines with no blank line between them. */
function runsOf(lines: readonly SourceLine[]): SourceLine[][] {
	const runs: SourceLine[][] = [];
	for (const line of lines) {
		const run = runs.at(-1);
		if (run && !line.apart && run[0]?.quoted === line.quoted) run.push(line);
		else runs.push([line]);
	}
	return runs;
}

function piecesOf(run: readonly SourceLine[], layout: LineLayout, hyphens: Hyphens): Piece[] {
	const breaks = sureBreaks(run, layout);
	const groups: SourceLine[][] = [];
	const likely = layout.kind === 'greedy' && breaks.some(({ sure }) => sure);
	const paragraphs = new Paragraphs(run, breaks);
	run.forEach((line, i) => {
		const group = groups.at(-1);
		const ends =
			!group ||
			breaks[i]?.sure ||
			breaks[i]?.block ||
			(likely && !run[i - 1]?.hard && paragraphs.mayEndBefore(i));
		if (ends) {
			groups.push([line]);
			paragraphs.begin(i);
		} else group.push(line);
	});
	return groups.map((group, i) => pieceOf(group, i === 0, hyphens));
}

interface Break {
	/** The paragraph before this line has certainly ended. */
	readonly sure: boolean;
	/** This line begins with the mark of a block: a list, a heading or a footnote. */
	readonly block: boolean;
}

function sureBreaks(run: readonly SourceLine[], layout: LineLayout): Break[] {
	const breaks: Break[] = [];
	const table = run.some(({ text }) => isDelimiterRow(text));
	run.forEach((line, i) => {
		const above = run[i - 1];
		if (!above) breaks.push({ sure: false, block: true });
		else if (isBareMarker(above.text)) breaks.push({ sure: false, block: false });
		else if (above.hard)
			breaks.push({
				sure: false,
				block: opensBlock(line.text, above.text) || opensItem(line.text)
			});
		else {
			const row = table && line.text.includes('|') && above.text.includes('|');
			const block = row || opensBlock(line.text, above.text) || isItem(layout, above, line);
			const sure =
				isForced(layout, above, line) ||
				isHead(layout, breaks.at(-1), above, line) ||
				isPageLine(layout, run, i) ||
				isPageLine(layout, run, i - 1);
			breaks.push({ sure: !block && sure, block });
		}
	});
	return breaks;
}

/**
 * Returns whether a line is a page number or a running head, though no blank line parts it from the
 * text. In broken lines it leaves room for the next word.
 */
function isPageLine(layout: LineLayout, run: readonly SourceLine[], i: number): boolean {
	const [line, next] = [run[i], run[i + 1]];
	if (!line || layout.kind === 'soft' || layout.kind === 'flowed') return false;
	if (numberedWords(line.text)?.wide) return true;
	const number = pageNumberOf(line.text);
	// A chapter’s number may stand over its title.
	if (!number || number.numbering === 'capitals' || /^v?i$/.test(line.text)) return false;
	if (next && startsUpper(next.text) && !isPageFurniture(next.text)) return false;
	return layout.kind !== 'greedy' || !next || hasRoom(layout, line, next);
}

/**
 * Returns whether a line begins its paragraph and is less than half as long as usual: a title, a
 * name or a heading.
 */
const isHead = (
	layout: LineLayout,
	begins: Break | undefined,
	above: SourceLine,
	line: SourceLine
): boolean =>
	layout.kind === 'ragged' &&
	begins !== undefined &&
	(begins.sure || begins.block) &&
	above.width < layout.usual / 2 &&
	!endsOpen(above.text) &&
	startsUpper(line.text);

/**
 * Returns whether a line begins a list item, and not with a dash or figure that wrapping moved
 * there.
 */
const isItem = (layout: LineLayout, above: SourceLine, line: SourceLine): boolean =>
	/^[•◦▪‣]\s/.test(line.text) || (opensItem(line.text) && mayBeItem(layout, above, line));

/**
 * Returns whether a mark at the beginning of a line can be a list item’s. Where lines are broken,
 * the line above an item has room; in lines of similar length it is short, or an item itself.
 */
function mayBeItem(layout: LineLayout, above: SourceLine, line: SourceLine): boolean {
	switch (layout.kind) {
		case 'greedy':
			return hasRoom(layout, above, line);
		case 'ragged':
			return (
				above.width < layout.usual * 0.8 || (opensItem(above.text) && !beginsWithReply(line.text))
			);
		default:
			return true;
	}
}

/** Returns whether a line begins with a dash and a capital, as speech does within a paragraph. */
const beginsWithReply = (text: string): boolean => /^[-–—]\s+\p{Lu}/u.test(text);

/** Returns whether a paragraph ends between two lines of a run, judged by these two lines alone. */
function isForced(layout: LineLayout, above: SourceLine, line: SourceLine): boolean {
	if (!endsParagraph(above.text) && startsLower(line.text) && !isAddress(line.text)) return false;
	const whole = above.width >= longLine && endsSentence(above.text);
	switch (layout.kind) {
		case 'lines':
			return true;
		case 'soft':
			return whole;
		case 'flowed':
			return !above.flows;
		case 'greedy':
			return (
				(hasRoom(layout, above, line) && !isNearlyFull(layout.width, above)) ||
				line.indent > above.indent + 1
			);
		case 'ragged':
			return (
				(endsParagraph(above.text) && above.width < layout.usual * 0.8) ||
				(endsParagraph(above.text) && line.indent > above.indent + 1)
			);
	}
}

/**
 * Returns whether a line is so full that without a sentence's end it goes on. The program that
 * broke it may have counted its characters otherwise, as decomposed letters or before some were
 * lost.
 */
const isNearlyFull = (width: number, { text, width: own }: SourceLine): boolean =>
	own >= width * 0.8 && !endsParagraph(text);

/**
 * Finds paragraph ends in a run where some paragraphs end with a newline alone. Such a paragraph
 * may also end on a full line, where width is no evidence. A line that ends a sentence ends its
 * paragraph in these cases: it closes with a source in brackets after a quotation; the next line
 * opens its marks again while the quotation is not closed; otherwise, the paragraph has two
 * sentences, or four fifths of the usual length. This last rule is wrong least often (tried on
 * one article at all widths from 50 to 110: half as many faults as with never or always). An
 * error cuts a paragraph or joins two, and the reader can mend it.
 */
class Paragraphs {
	#start = 0;
	readonly #run: readonly SourceLine[];
	readonly #usual: number;

	constructor(run: readonly SourceLine[], breaks: readonly Break[]) {
		this.#run = run;
		this.#usual = usualLength(run, breaks);
	}

	begin(line: number): void {
		this.#start = line;
	}

	mayEndBefore(line: number): boolean {
		if (!isCandidate(this.#run, line)) return false;
		const text = this.#run
			.slice(Math.max(this.#start, line - maxLines), line)
			.map((above) => above.text)
			.join(' ');
		if (hasSource(text)) return true;
		if (openAtEnd(text)) return opensQuotation(this.#run[line]?.text ?? '');
		return endsSentence(text) && (sentencesIn(text) >= 2 || text.length >= this.#usual * 0.8);
	}
}

/**
 * Number of lines of a paragraph that are examined: enough for its last quotation and sentences.
 * Earlier lines are ignored.
 */
const maxLines = 40;

/** Returns whether a sentence, or a source in brackets, ends above and a sentence begins here. */
const isCandidate = (run: readonly SourceLine[], line: number): boolean => {
	const above = run[line - 1]?.text ?? '';
	const below = run[line]?.text ?? '';
	const ends = endsSentence(above) || /\)$/.test(above) || opensQuotation(below);
	return ends && startsUpper(below) && !below.startsWith('(');
};

/**
 * Returns the median length of the paragraphs whose ends are both certain and that contain no
 * other possible end.
 */
function usualLength(run: readonly SourceLine[], breaks: readonly Break[]): number {
	const lengths: number[] = [];
	let length = 0;
	let whole = true;
	run.forEach((line, i) => {
		if (i > 0 && (breaks[i]?.sure || breaks[i]?.block)) {
			if (whole) lengths.push(length);
			length = 0;
			whole = true;
		} else if (i > 0 && isCandidate(run, i)) whole = false;
		length += line.text.length + 1;
	});
	if (whole) lengths.push(length);
	return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
}

const sentencesIn = (text: string): number =>
	text.match(/\p{L}[.!?…][”"’')\]]*(?=\s+[“"”‘'([]?\p{Lu}|$)/gu)?.length ?? 0;
