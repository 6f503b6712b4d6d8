/** Makes utterances of rows. */
import type { Lang } from '../text/article';
import type { Span, Spans } from '../links/sentenceSpans';
import { isSayable, spokenText } from './spokenText';
import type { LitSpans, ReadingPlan, SpeechScript, SpokenSide, Utterance } from './utterance';

/** A row as it is read aloud. */
export interface SpokenRow {
	readonly id: string;
	/** The plain texts of each side; none where the row lacks it. Asked for when the row is read. */
	readonly texts: () => Readonly<Record<SpokenSide, readonly string[]>>;
	readonly langs: Readonly<Record<SpokenSide, Lang>>;
	/** Its sentences and which answer each other: worked out when the row is read. */
	readonly spans: () => Spans;
}

/** A part of a row’s text that is to be read, by offsets in its plain text. */
export interface SpokenPart extends Span {
	readonly row: string;
	readonly side: SpokenSide;
}

/**
 * Longest text of an utterance, in UTF-16 units. A longer sentence is cut at a space: engines have
 * limits, and a voice from the network stops after some 14 seconds.
 */
const longestText = 600;

/** @param only the parts that are to be read, of one side; null for everything */
export function speechScript(
	rows: readonly SpokenRow[],
	plan: ReadingPlan,
	only: readonly SpokenPart[] | null
): SpeechScript {
	const chosen = only && new Set(only.map(({ row }) => row));
	const shown = chosen ? rows.filter(({ id }) => chosen.has(id)) : rows;
	const byId = new Map(shown.map((row) => [row.id, row]));
	const made = new Map<string, readonly Utterance[]>();
	return {
		rows: shown.map(({ id }) => id),
		of(id) {
			const row = byId.get(id);
			if (!row) return [];
			const known = made.get(id) ?? (only ? partsOf(row, only) : utterancesOf(row, plan));
			made.set(id, known);
			return known;
		}
	};
}

const sides = { original: 'source', translation: 'target' } as const;

function utterancesOf(row: SpokenRow, { order, turn }: ReadingPlan): readonly Utterance[] {
	if (turn === 'paragraph' || order.length === 1) return order.flatMap((side) => ofSide(row, side));
	const spans = row.spans();
	return spans.beads.flatMap((bead) => {
		const lit = litOf(spans, bead);
		return order.flatMap((side) => lit[side].flatMap((span) => utterances(row, side, span, lit)));
	});
}

function ofSide(row: SpokenRow, side: SpokenSide): readonly Utterance[] {
	const spans = row.spans();
	return spans[sides[side]].flatMap((span, at) =>
		utterances(row, side, span, litAt(spans, side, at))
	);
}

function partsOf(row: SpokenRow, only: readonly SpokenPart[]): readonly Utterance[] {
	const spans = row.spans();
	return only
		.filter((part) => part.row === row.id)
		.flatMap((part) =>
			spans[sides[part.side]].flatMap((span, at) => {
				const start = Math.max(span.start, part.start);
				const end = Math.min(span.end, part.end);
				if (span.block !== part.block || start >= end) return [];
				const cut = { block: span.block, start, end };
				return utterances(row, part.side, cut, litAt(spans, part.side, at));
			})
		);
}

function litAt(spans: Spans, side: SpokenSide, at: number): LitSpans {
	const bead = spans.beads.find((one) => one[side === 'original' ? 0 : 1].includes(at));
	return bead ? litOf(spans, bead) : { original: [], translation: [] };
}

function litOf(spans: Spans, [source, target]: Spans['beads'][number]): LitSpans {
	const of = (side: readonly Span[], indices: readonly number[]) =>
		indices.flatMap((index) => side[index] ?? []);
	return { original: of(spans.source, source), translation: of(spans.target, target) };
}

/** Returns the utterances of a sentence: one, or none where it has no words; more for a long one. */
function utterances(
	{ id, texts, langs }: SpokenRow,
	side: SpokenSide,
	{ block, start, end }: Span,
	lit: LitSpans
): readonly Utterance[] {
	const words = texts()[side][block]?.slice(start, end) ?? '';
	const lang = langs[side];
	return pieces(words).flatMap(({ from, text }) => {
		const said = spokenText(text, lang);
		if (!isSayable(said)) return [];
		const begins = start + from;
		return [
			{ row: id, side, lang, lit, text: said, block, start: begins, end: begins + text.length }
		];
	});
}

function pieces(text: string): readonly { readonly from: number; readonly text: string }[] {
	const found: { from: number; text: string }[] = [];
	for (let from = 0; from < text.length;) {
		const space = text.lastIndexOf(' ', from + longestText);
		const cut = space > from ? space + 1 : from + longestText;
		const to = from + longestText >= text.length ? text.length : cut;
		found.push({ from, text: text.slice(from, to) });
		from = to;
	}
	return found;
}
