/**
 * Finds the reader’s highlights in a text: each first in its own paragraph, then, where that was
 * corrected and has another fingerprint, by its words in all others. One whose words are nowhere is
 * not placed; it is never dropped.
 */
import type { HighlightSide, HighlightQuote, OwnHighlight } from './ownHighlight';
import type { Fingerprint } from '../text/fingerprint';
import { findChanged, findFolded, findQuote, findSame, type FoundQuote } from './findQuote';
import type { Quote, TextRange } from './quote';

/** A paragraph of the page, with the plain text of both sides. */
export interface SidedParagraph {
	/** The row of the page. */
	readonly id: string;
	/** The originals’ fingerprints, or those that the translation is of. */
	readonly source: readonly Fingerprint[];
	readonly texts: Readonly<Record<HighlightSide, readonly string[]>>;
}

/** A piece of a highlight, where it was found: `part` is an index into the row’s texts. */
interface PlacedPiece extends TextRange {
	readonly row: string;
	readonly part: number;
}

export interface PlacedHighlight {
	readonly highlight: OwnHighlight;
	/** In the order of the text; empty where no word was found. */
	readonly pieces: readonly PlacedPiece[];
}

/** Below this length in UTF-16 units the same words may stand in another paragraph by chance. */
const tellingLength = 24;

/** How sure a short quote must be to be taken in a paragraph that is not its own. */
const sureElsewhere = 0.8;

/** Returns each highlight with its pieces, in the order of the text; those not found come last. */
export function placeHighlights(
	highlights: readonly OwnHighlight[],
	paragraphs: readonly SidedParagraph[]
): readonly PlacedHighlight[] {
	const byFingerprint = new Map<string, SidedParagraph[]>();
	for (const paragraph of paragraphs)
		for (const fingerprint of paragraph.source)
			byFingerprint.set(fingerprint, [...(byFingerprint.get(fingerprint) ?? []), paragraph]);
	const order = new Map(paragraphs.map(({ id }, at) => [id, at]));
	const rank = ({ pieces: [first] }: PlacedHighlight): number =>
		first ? (order.get(first.row) ?? 0) : paragraphs.length;
	const inside = ({ pieces: [first] }: PlacedHighlight): number => first?.start ?? 0;
	return highlights
		.map((highlight) => ({
			highlight,
			pieces: highlight.quotes.flatMap((quote) => {
				const own = byFingerprint.get(quote.paragraph) ?? [];
				const piece =
					findInOwn(own, highlight.side, quote) ?? findElsewhere(paragraphs, highlight.side, quote);
				return piece ? [piece] : [];
			})
		}))
		.toSorted((a, b) => rank(a) - rank(b) || inside(a) - inside(b));
}

/** Looks in the quote’s own paragraph; of a repeated one in the same of them first. */
function findInOwn(
	own: readonly SidedParagraph[],
	side: HighlightSide,
	quote: HighlightQuote
): PlacedPiece | null {
	const nth = own[quote.occurrence - 1];
	const inOrder = nth ? [nth, ...own.filter((one) => one !== nth)] : own;
	for (const paragraph of inOrder) {
		const piece = bestPart(paragraph, side, quote, findQuote);
		if (piece) return piece.piece;
	}
	return null;
}

type Find = (text: string, quote: Quote) => FoundQuote | null;

interface Candidate {
	readonly piece: PlacedPiece;
	readonly sure: number;
}

/** Looks in every paragraph: for the same words first, for changed words last. */
function findElsewhere(
	paragraphs: readonly SidedParagraph[],
	side: HighlightSide,
	quote: HighlightQuote
): PlacedPiece | null {
	for (const find of [findSame, findFolded, findChanged] satisfies Find[]) {
		const found = paragraphs
			.flatMap((paragraph) => bestPart(paragraph, side, quote, find) ?? [])
			.filter(
				({ sure }) =>
					find === findChanged || quote.exact.length >= tellingLength || sure >= sureElsewhere
			);
		const [first] = found.toSorted((a, b) => b.sure - a.sure);
		if (first) return first.piece;
	}
	return null;
}

function bestPart(
	{ id, texts }: SidedParagraph,
	side: HighlightSide,
	quote: HighlightQuote,
	find: Find
): Candidate | null {
	const found = texts[side].flatMap((text, part): Candidate[] => {
		const place = find(text, quote);
		if (!place) return [];
		const { start, end, sure } = place;
		return [{ piece: { row: id, part, start, end }, sure }];
	});
	// A row of several texts: of equally sure ones the one where the words were.
	const away = ({ piece }: Candidate): number => Math.abs(piece.part - quote.part);
	const [first] = found.toSorted((a, b) => b.sure - a.sure || away(a) - away(b));
	return first ?? null;
}
