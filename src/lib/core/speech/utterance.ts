/** What is read aloud: one sentence an utterance, and its place in the text. */
import type { Lang } from '../text/article';
import type { Span } from '../links/sentenceSpans';

export type SpokenSide = 'original' | 'translation';

/** Sentences that are lit while one of them is spoken, on both sides. */
export type LitSpans = Readonly<Record<SpokenSide, readonly Span[]>>;

export interface Utterance extends Span {
	/** The row’s id in the page. */
	readonly row: string;
	readonly side: SpokenSide;
	readonly lang: Lang;
	/** What the voice is given to say. */
	readonly text: string;
	readonly lit: LitSpans;
}

/** What is read, and in which order. */
export interface ReadingPlan {
	/** The sides that are read, the first first. */
	readonly order: readonly SpokenSide[];
	/** Whether the sides take turns after each sentence or after each paragraph. */
	readonly turn: 'sentence' | 'paragraph';
}

/** The utterances of a text, made row by row when they are asked for. */
export interface SpeechScript {
	/** Ids of the rows, in order. */
	readonly rows: readonly string[];
	/** Empty for a row that says nothing, or that is not in the text. */
	of(row: string): readonly Utterance[];
}

/** Returns the utterance after (or before) one; null past the end (or the beginning). */
export function beside(script: SpeechScript, from: Utterance, by: 1 | -1): Utterance | null {
	const here = script.of(from.row);
	const at = here.findIndex((one) => isSame(one, from));
	const next = at < 0 ? undefined : here[at + by];
	if (next) return next;
	const row = script.rows.indexOf(from.row);
	return row < 0 ? null : firstFrom(script, row + by, by);
}

/** Returns the first utterance from a row on; going back the last of a row. */
export function firstFrom(script: SpeechScript, row: number, by: 1 | -1 = 1): Utterance | null {
	for (let at = row; at >= 0 && at < script.rows.length; at += by) {
		const found = script.of(script.rows[at] ?? '').at(by > 0 ? 0 : -1);
		if (found) return found;
	}
	return null;
}

/**
 * Finds an utterance in a script that has changed: the same, else one of the sentences that answer
 * it, else the first of its row, else the nearest after where the row was (`formerRows`).
 */
export function relocate(
	script: SpeechScript,
	lost: Utterance,
	formerRows: readonly string[]
): Utterance | null {
	const here = script.of(lost.row);
	const found =
		here.find((one) => isSame(one, lost)) ?? here.find((one) => answers(one, lost)) ?? here[0];
	if (found) return found;
	const known = new Set(script.rows);
	const after = formerRows
		.slice(Math.max(0, formerRows.indexOf(lost.row)))
		.find((row) => known.has(row));
	const row = script.rows.indexOf(after ?? '');
	return row < 0 ? null : firstFrom(script, row);
}

export const isSame = (a: Utterance, b: Utterance): boolean =>
	a.row === b.row && a.side === b.side && a.block === b.block && a.start === b.start;

const answers = (one: Utterance, other: Utterance): boolean =>
	other.lit[one.side].some(({ block, start }) => block === one.block && start === one.start);
