/**
 * Finds the headings of chapters and parts: a label (`chapterLabels.ts`) that stands alone over
 * text, or a number in a series. Up to three short lines under a label are its title.
 */
import { opensDivision, readLabel, type ChapterLabel } from './chapterLabels';
import { endsParagraph, startsLower } from './ending';
import { isProse, type Piece } from './piece';
import { leadsToText } from './reach';
import { haveSubtitles, titleLines } from './titleLines';

/** Level of the highest heading in the text; a title’s level is 1. */
const topLevel = 2;
const lowestLevel = 6;

/** A piece that may be a heading, and its label. */
interface Labelled {
	readonly at: number;
	readonly label: ChapterLabel;
}

/**
 * Makes headings of labels with a word and of roman numbers. Figures are left to
 * `numberHeadings`: they may be the numbers of pages and notes, which other rules find first.
 */
export const chapterHeadings = (pieces: readonly Piece[]): readonly Piece[] =>
	withHeadings(pieces, (label) => !isFigures(label));

/** Makes headings of numbers that count, with or without a title. */
export const numberHeadings = (pieces: readonly Piece[]): readonly Piece[] =>
	withHeadings(pieces, isFigures);

const isFigures = ({ style }: ChapterLabel): boolean =>
	style === 'alone figures' || style.startsWith('titled');

/** Returns whether a piece is a heading with the label of a part or a chapter. */
export const isDivision = ({ role, text }: Piece): boolean =>
	role.kind === 'heading' && opensDivision(text);

function withHeadings(
	pieces: readonly Piece[],
	isWanted: (label: ChapterLabel) => boolean
): readonly Piece[] {
	const labelled = labelsOver(pieces, isWanted);
	if (labelled.length === 0) return pieces;
	const level = levelsOf(pieces, labelled);
	const subtitled = haveSubtitles(
		pieces,
		labelled.flatMap(({ at, label }) => (label.title === '' ? [at] : []))
	);
	const out = [...pieces];
	const set = (at: number, own: number) => {
		const piece = out[at];
		if (piece) out[at] = heading(piece, Math.min(own, lowestLevel));
	};
	for (const { at, label } of labelled) {
		const own = level(label);
		set(at, own);
		for (const line of titleLines(
			pieces,
			at,
			subtitled && label.title === '' && label.number !== null
		))
			set(line, own + 1);
	}
	return out;
}

const heading = (piece: Piece, level: number): Piece => ({
	...piece,
	role: { kind: 'heading', level }
});

/** Finds the labels that are headings: each stands over text and is certain by its word or series. */
function labelsOver(
	pieces: readonly Piece[],
	isWanted: (label: ChapterLabel) => boolean
): readonly Labelled[] {
	const spaced = pieces.some(({ apart }, i) => i > 0 && apart);
	const labels = pieces.map((piece) => (isProse(piece) ? readLabel(piece.text) : null));
	const isAlone = (i: number) =>
		!spaced || pieces[i]?.apart || labels[i - 1] !== null || pieces[i - 1]?.role.kind === 'heading';
	const found = labels.flatMap((label, at) =>
		label !== null &&
		!(label.number === null && labels[at - 1]) &&
		isWanted(label) &&
		isAlone(at) &&
		!isNextInList(labels[at - 1], label) &&
		standsOverText(pieces, labels, at) &&
		!interrupts(pieces, at)
			? [{ at, label }]
			: []
	);
	return inSeries(found);
}

/**
 * Returns whether text follows a label, and not the next label of its kind, as in a list. The title
 * page of a volume has the label of a part too.
 */
function standsOverText(
	pieces: readonly Piece[],
	labels: readonly (ChapterLabel | null)[],
	at: number
): boolean {
	let below = at + 1;
	while (below < pieces.length && isAside(pieces[below])) below++;
	if (below >= pieces.length || labels[below]?.style === labels[at]?.style) return false;
	return labels[at]?.division !== 'part' || leadsToText(pieces, below);
}

/** Returns whether a label comes right after the one before it in the count: the end of a list. */
const isNextInList = (above: ChapterLabel | null | undefined, label: ChapterLabel): boolean =>
	above?.style === label.style && above.number !== null && above.number + 1 === label.number;

const isAside = (piece: Piece | undefined): boolean =>
	piece?.role.kind === 'caption' ||
	piece?.role.kind === 'left-out' ||
	piece?.role.kind === 'footnote';

/** Returns whether a line is inside a sentence: a running head or the number of a page. */
function interrupts(pieces: readonly Piece[], at: number): boolean {
	const above = pieces[at - 1];
	const below = pieces[at + 1];
	return isProse(above) && isProse(below) && !endsParagraph(above.text) && startsLower(below.text);
}

/**
 * Keeps labels with a word, and numbers of a series: of those of one style, each that follows or
 * precedes its neighbour in the count. Where a series is certain, a number alone belongs to it
 * too: a chapter may have a single section `II`.
 */
function inSeries(found: readonly Labelled[]): readonly Labelled[] {
	const last = new Map<string, Labelled>();
	const counted = new Set<Labelled>();
	for (const item of found) {
		const { style, number, title } = item.label;
		const before = last.get(style);
		last.set(style, item);
		if (!before || number === null || before.label.number !== number - 1) continue;
		if (title !== '' && title === before.label.title) continue;
		counted.add(before).add(item);
	}
	const sure = new Set([...counted].map(({ label }) => label.style));
	return found.filter(
		(item) =>
			item.label.division !== 'number' ||
			counted.has(item) ||
			(item.label.title === '' && sure.has(item.label.style))
	);
}

/** Returns the level of each division: parts over chapters, chapters over numbers. */
function levelsOf(
	pieces: readonly Piece[],
	labelled: readonly Labelled[]
): (label: ChapterLabel) => number {
	const known = pieces.flatMap((piece) => {
		const label = piece.role.kind === 'heading' ? readLabel(piece.text) : null;
		return label ? [label] : [];
	});
	// `Epilog` stands beside the chapters, whatever these are.
	const numbered = [...known, ...labelled.map(({ label }) => label)].filter(
		({ number }) => number !== null
	);
	const found = new Set(numbered.map(({ division }) => division));
	const order = (['part', 'chapter', 'number'] as const).filter((division) => found.has(division));
	return ({ division, number }) => {
		const own = number === null && !found.has('chapter') ? 'number' : division;
		return topLevel + Math.max(0, order.indexOf(own));
	};
}
