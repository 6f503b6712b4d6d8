/** The places in a paragraph as they are shown: the sentence, its counterpart, and the words in it. */
import { beadAt, spans, type Span, type Spans } from '../links/sentenceSpans';
import { plain } from '../text/inline';
import type { TrustLevel } from '../translation/trust';
import type { AnsweredRange } from '../words/answer';
import { grouped } from './grouped';
import type { TextSide } from './segment';
import { apart, tokensOf, type Token } from './tokens';
import { notesOf, textsOf, type LibraryText, type TextRow } from './textRows';

/** A sentence with what was looked for, and what stands beside it. */
export interface Line {
	/** The row’s id on the page of its text. */
	readonly row: string;
	readonly level: TrustLevel;
	readonly text: string;
	/** Where the words stand, in order; those of a phrase need not be beside each other. */
	readonly ranges: readonly AnsweredRange[];
	/** How many places it has: a phrase of two words is one. */
	readonly places: number;
	/** The sentences of the other side that answer it; empty where there are none. */
	readonly counterpart: string;
}

const sideNames = { original: 'source', translation: 'target' } as const;
const otherSide = { original: 'translation', translation: 'original' } as const;

/**
 * Returns the lines of a paragraph, in order.
 * @param forms what stands there by the index; several words are a phrase
 * @param widest words from one word of a phrase to its next, at most
 */
export function linesOf(
	text: LibraryText,
	item: TextRow,
	side: TextSide,
	forms: ReadonlySet<string>,
	widest = widestStep
): readonly Line[] {
	const texts = textsOf(item.row, side).map(plain);
	const found = texts.flatMap((part, block) =>
		placesIn(part, forms, widest).map((ranges) => ({ block, ranges }))
	);
	const noted = notesOf(item.row, side).flatMap((note) => noteLine(note, item, forms, widest));
	if (found.length === 0) return noted;
	const linked = spansOf(text, item);
	const places = found.map((place) => ({
		...place,
		bead: beadAt(linked, sideNames[side], place.block, place.ranges[0]?.from ?? 0)
	}));
	const sentences = grouped(places, ({ bead, block }) => `${bead} ${block}`);
	const lines = [...sentences.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const whole = texts[first.block] ?? '';
		const here = spansAt(linked, side, first.bead).filter(({ block }) => block === first.block);
		const [from, to] = [here[0]?.start ?? 0, here.at(-1)?.end ?? whole.length];
		return [
			{
				row: item.id,
				level: item.level,
				text: whole.slice(from, to),
				ranges: apart(group.flatMap(({ ranges }) => ranges))
					.filter((range) => range.from >= from && range.to <= to)
					.map((range) => ({ from: range.from - from, to: range.to - from })),
				places: group.length,
				counterpart: counterpartOf(linked, item, otherSide[side], first.bead)
			}
		];
	});
	return [...lines, ...noted];
}

/** Returns a note as a line, which nothing answers; none where nothing is found in it. */
function noteLine(
	text: string,
	{ id: row, level }: TextRow,
	forms: ReadonlySet<string>,
	widest: number
): readonly Line[] {
	const places = placesIn(text, forms, widest);
	if (places.length === 0) return [];
	const ranges = apart(places.flat());
	return [{ row, level, text, ranges, places: places.length, counterpart: '' }];
}

function counterpartOf(linked: Spans, { row }: TextRow, side: TextSide, bead: number): string {
	const texts = textsOf(row, side).map(plain);
	return spansAt(linked, side, bead)
		.map(({ block, start, end }) => (texts[block] ?? '').slice(start, end))
		.join(' ');
}

function spansOf({ langs }: LibraryText, { row }: TextRow): Spans {
	const { shown } = row;
	return spans(
		textsOf(row, 'original'),
		textsOf(row, 'translation'),
		{ source: langs.original, target: langs.translation },
		shown.kind === 'translated' ? shown.spans : null
	);
}

function spansAt({ beads, source, target }: Spans, side: TextSide, bead: number): readonly Span[] {
	const indices = beads[bead]?.[side === 'original' ? 0 : 1] ?? [];
	const all = side === 'original' ? source : target;
	return indices.flatMap((at) => all[at] ?? []);
}

/** The most words from one word of a phrase to its next: as `core/words/phrase.ts` finds them. */
const widestStep = 5;

/** Returns the words of each place, in order. Forms of several words are phrases. */
function placesIn(
	text: string,
	forms: ReadonlySet<string>,
	widest: number
): readonly (readonly AnsweredRange[])[] {
	const words = tokensOf(text);
	const phrases = [...forms].filter((form) => form.includes(' ')).map((form) => form.split(' '));
	const found = words.flatMap((word, at) => {
		if (forms.has(word.form)) return [[rangeOf(word)]];
		const places = phrases.flatMap((phrase) => phraseAt(words, at, phrase, widest) ?? []);
		return places.length > 0 ? [places] : [];
	});
	return found;
}

function phraseAt(
	words: readonly Token[],
	first: number,
	phrase: readonly string[],
	widest: number
): readonly AnsweredRange[] | null {
	const found: Token[] = [];
	let at = first;
	for (const [nth, form] of phrase.entries()) {
		const last = nth === 0 ? at + 1 : at + widest;
		const next = words.slice(at, last).findIndex((word) => word.form === form);
		const word = next < 0 ? undefined : words[at + next];
		if (!word) return null;
		found.push(word);
		at += next + 1;
	}
	return found.map(rangeOf);
}

const rangeOf = ({ from, to }: AnsweredRange): AnsweredRange => ({ from, to });
