/**
 * Follows how much a translation that is being made has said of the terms that it is asked for.
 *
 * Terms are asked for by shallow fusion (Zhao et al., Shallow-Fusion End-to-End Contextual Biasing,
 * Interspeech 2019): a translation gets a reward for each term that it has begun, which is taken
 * back if it goes on otherwise. A term is followed letter by letter, not as a fixed list of tokens: a
 * model writes a word in other pieces than its tokenizer cuts it into, since OPUS-MT’s tokenizer is
 * that of the source language.
 */
import { space, type Pieces } from './pieces';

export interface TermProgress {
	/** In nats, added to the translation’s log probability. */
	readonly reward: number;
	/** The reward of a translation with all terms. */
	readonly most: number;
	/** Tokens of the source: a mean log probability is raised by the reward divided by them. */
	readonly length: number;
	/** The tokens that begin a term, or go on with one. */
	readonly wanted: readonly number[];
	after(token: number): TermProgress;
}

/** Of a translation that is asked for nothing. */
export const nothingAsked: TermProgress = {
	...{ reward: 0, most: 0, length: 1, wanted: [] },
	after: () => nothingAsked
};

export interface TermRules {
	readonly pieces: Pieces;
	/** For each term, in nats. */
	readonly reward: number;
	/** Tokens of the source. */
	readonly length: number;
}

/**
 * Letters that may follow a form within its word: an ending. More are another word, and so are more
 * than half of its own.
 */
const longestEnding = 4;
const endingOf = (text: string): number => Math.min(longestEnding, text.length >> 1);

/** A term of which a part has been said. */
interface Begun {
	readonly term: number;
	/** Never empty. */
	readonly rest: string;
	/** Length of the longest ending. */
	readonly ending: number;
}

interface Said {
	readonly kept: ReadonlySet<number>;
	readonly begun: readonly Begun[];
	/** Whether a piece without a space begins a word here. */
	readonly isWordStart: boolean;
	/** Whether the sentence has ended: no term begins after its mark, where one costs little. */
	readonly isOver: boolean;
}

/**
 * Returns the progress of a translation that has said nothing.
 * @param terms of each term the spellings, one of which is enough
 */
export function termProgress(
	terms: readonly (readonly string[])[],
	rules: TermRules
): TermProgress {
	const written = terms.map((spellings) => spellings.flatMap((one) => variants(one, rules.pieces)));
	return progressAt(
		{ kept: new Set(), begun: [], isWordStart: true, isOver: false },
		written,
		rules
	);
}

/** Returns how a term may be written, also where it begins a sentence; none the model cannot write. */
function variants(spelling: string, pieces: Pieces): readonly string[] {
	const text = spelling.trim().replace(/\s+/g, space);
	const capital = text.charAt(0).toUpperCase() + text.slice(1);
	return [...new Set([text, capital])].filter(
		(one) => one !== '' && (pieces.canWrite(space + one) || pieces.canWrite(one))
	);
}

function progressAt(
	said: Said,
	terms: readonly (readonly string[])[],
	rules: TermRules
): TermProgress {
	const { kept, begun, isWordStart, isOver } = said;
	const { pieces, reward, length } = rules;
	const asked = terms.filter((spellings) => spellings.length > 0);
	return {
		reward: reward * (kept.size + new Set(begun.map(({ term }) => term)).size),
		most: reward * asked.length,
		length,
		get wanted() {
			const left = isOver ? [] : terms.filter((_, term) => !kept.has(term)).flat();
			const texts = [
				...begun.map(({ rest }) => rest),
				...left.flatMap((text) => (isWordStart ? [space + text, text] : [space + text]))
			];
			return [...new Set(texts.flatMap((text) => pieces.startsOf(text)))];
		},
		after: (token) => progressAt(saidAfter(pieces.text(token), said, terms), terms, rules)
	};
}

function saidAfter(piece: string, said: Said, terms: readonly (readonly string[])[]): Said {
	const isStart = !said.isOver && (said.isWordStart || piece.startsWith(space));
	const word = piece.startsWith(space) ? piece.slice(1) : piece;
	const starts: readonly Begun[] = isStart
		? terms.flatMap((spellings, term) =>
				spellings.map((rest) => ({ term, rest, ending: endingOf(rest) }))
			)
		: [];
	const steps = [
		...said.begun.map((one) => ({ ...one, left: leftAfter(piece, one) })),
		...starts.map((one) => ({ ...one, left: word === '' ? null : leftAfter(word, one) }))
	].filter(({ term }) => !said.kept.has(term));
	const kept = new Set([
		...said.kept,
		...steps.filter(({ left }) => left === '').map(({ term }) => term)
	]);
	return {
		kept,
		begun: steps.flatMap(({ term, left, ending }) =>
			left && !kept.has(term) ? [{ term, rest: left, ending }] : []
		),
		isWordStart: piece === space || (piece !== '' && !/[\p{L}\p{M}\p{N}]$/u.test(piece)),
		isOver: /[.!?…]\P{L}*$/u.test(piece)
	};
}

/** Returns what is left to say of `rest` after a piece; null if the piece says something else. */
function leftAfter(piece: string, { rest, ending }: Begun): string | null {
	if (piece !== '' && rest.startsWith(piece)) return rest.slice(piece.length);
	const more = piece.startsWith(rest) ? piece.slice(rest.length) : null;
	return more !== null && more.length <= ending && /^\p{L}*$/u.test(more) ? '' : null;
}
