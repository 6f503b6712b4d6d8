/** Lines to pieces: joins the lines that were one paragraph before something broke them. */
import {
	endsOpen,
	endsParagraph,
	endsSentence,
	isAddress,
	startsLower,
	startsUpper
} from './ending';
import { hasRoom, layoutOf, type Layout } from './layout';
import type { Line } from './lines';
import { isBareMarker, opensBlock, opensItem } from './markdown';
import type { Evidence, Piece } from './piece';
import { hasSource, openAtEnd, opensQuotation } from './quotes';
import { isTypeset, joinText, type Hyphens } from './hyphen';

/** A line of its own where lines are not broken: longer than people break lines by hand. */
const longLine = 200;

export function unwrap(
	lines: readonly Line[],
	markdown: boolean,
	evidence: Pick<Evidence, 'spelt'>
): Piece[] {
	const layout = layoutOf(lines, markdown);
	const typeset = isTypeset(
		lines.map(({ text }) => text),
		evidence
	);
	const hyphens: Hyphens = { spelt: evidence.spelt, typeset };
	return runsOf(lines).flatMap((run) => piecesOf(run, layout, hyphens));
}

/** Lines with no blank line between them. */
function runsOf(lines: readonly Line[]): Line[][] {
	const runs: Line[][] = [];
	for (const line of lines) {
		const run = runs.at(-1);
		if (run && !line.apart && run[0]?.quoted === line.quoted) run.push(line);
		else runs.push([line]);
	}
	return runs;
}

function piecesOf(run: readonly Line[], layout: Layout, hyphens: Hyphens): Piece[] {
	const breaks = sureBreaks(run, layout);
	const groups: Line[][] = [];
	const likely = layout.kind === 'greedy' && breaks.some(({ sure }) => sure);
	const paragraphs = new Paragraphs(run, breaks);
	run.forEach((line, i) => {
		const group = groups.at(-1);
		const ends =
			!group || breaks[i]?.sure || breaks[i]?.block || (likely && paragraphs.mayEndBefore(i));
		if (ends) {
			groups.push([line]);
			paragraphs.begin(i);
		} else group.push(line);
	});
	return groups.map((group, i) => pieceOf(group, i === 0, hyphens));
}

interface Break {
	/** The paragraph before this line is certainly at its end. */
	readonly sure: boolean;
	/** This line begins with the mark of a block: a list, a heading, a footnote. */
	readonly block: boolean;
}

function sureBreaks(run: readonly Line[], layout: Layout): Break[] {
	const breaks: Break[] = [];
	run.forEach((line, i) => {
		const above = run[i - 1];
		if (!above) breaks.push({ sure: false, block: true });
		else if (isBareMarker(above.text)) breaks.push({ sure: false, block: false });
		else {
			const block = opensBlock(line.text, above.text) || isItem(layout, above, line);
			const sure = isForced(layout, above, line) || isHead(layout, breaks.at(-1), above, line);
			breaks.push({ sure: !block && sure, block });
		}
	});
	return breaks;
}

/** A line that begins its paragraph and is not half as long as lines are: a title, a name, a heading. */
const isHead = (layout: Layout, begins: Break | undefined, above: Line, line: Line): boolean =>
	layout.kind === 'ragged' &&
	begins !== undefined &&
	(begins.sure || begins.block) &&
	above.width < layout.usual / 2 &&
	!endsOpen(above.text) &&
	startsUpper(line.text);

/** A dash or a figure that the wrapping has brought to a line’s beginning is no item of a list. */
const isItem = (layout: Layout, above: Line, line: Line): boolean =>
	/^[•◦▪‣]\s/.test(line.text) ||
	(opensItem(line.text) && (layout.kind !== 'greedy' || hasRoom(layout, above, line)));

/** Whether a paragraph ends between two lines of a run, as far as the two lines tell. */
function isForced(layout: Layout, above: Line, line: Line): boolean {
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
 * Without a sentence's end a line this full goes on: its marks may have been counted otherwise
 * where it was broken, as decomposed letters or before some were lost.
 */
const isNearlyFull = (width: number, { text, width: own }: Line): boolean =>
	own >= width * 0.8 && !endsParagraph(text);

/**
 * In a run where some paragraphs end by a newline alone, one may also end on a full line, and no
 * width tells. Taken for an end, where the line ends a sentence: a source in brackets after a
 * quotation; a next line that opens its marks again while the quotation is not closed; else a
 * paragraph of two sentences, or of four fifths of the usual length, which is wrong least often
 * (tried on one article at all widths from 50 to 110: half as many faults as with either never or
 * always). Where it is wrong a paragraph is cut or two are joined: the reader mends it.
 */
class Paragraphs {
	#start = 0;
	readonly #run: readonly Line[];
	readonly #usual: number;

	constructor(run: readonly Line[], breaks: readonly Break[]) {
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

/** So many lines of a paragraph are looked at: enough for its last quotation and sentences. */
const maxLines = 40;

/** A sentence, or a source in brackets, ends above, and a sentence begins here. */
const isCandidate = (run: readonly Line[], line: number): boolean => {
	const above = run[line - 1]?.text ?? '';
	const below = run[line]?.text ?? '';
	const ends = endsSentence(above) || /\)$/.test(above) || opensQuotation(below);
	return ends && startsUpper(below) && !below.startsWith('(');
};

/** Median length of the paragraphs whose both ends are certain, and that hide no other. */
function usualLength(run: readonly Line[], breaks: readonly Break[]): number {
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

function pieceOf(group: readonly Line[], first: boolean, hyphens: Hyphens): Piece {
	const head = group[0];
	return {
		text: joinText(
			group.map(({ text }) => text),
			hyphens
		),
		apart: first,
		indent: head?.indent ?? 0,
		role: { kind: head?.quoted ? 'quote' : 'prose' }
	};
}
