/**
 * Asks an engine again, with their terms, for sentences whose answers lack some. The new answer is
 * taken only where it has more of them and no fault; the others are given as they were.
 */
import { fail, ok, type Result } from '../result';
import { faultOf } from './answerFaults';
import type { Answer, KeptAnswer, TermedAnswer } from './cache';
import type { Cancelling, Engine, EngineFailure } from './engine';
import type { AskedTerm } from './askedTerm';
import { termsKey, termsLackedBy } from './terms';

/** A sentence whose answer lacks terms. */
export interface LackingSentence {
	readonly text: string;
	readonly terms: readonly AskedTerm[];
	readonly free: Answer;
}

/** Tells whether an answer has the terms of its sentence. A rejected answer is not asked for any. */
export const hasTerms = (answer: Answer, terms: readonly AskedTerm[], engine: Engine): boolean =>
	answer.fault !== null || termsLackedBy(answer.text, terms, engine.pair.to).length === 0;

/** Returns what is kept as the answer with these terms; null where they have not been asked for. */
export function keptWith(
	{ answer, termed }: KeptAnswer,
	terms: readonly AskedTerm[],
	engine: Engine
): Answer | null {
	if (hasTerms(answer, terms, engine)) return answer;
	return termed?.key === termsKey(terms, engine.asks ?? '') ? termed.answer : null;
}

/**
 * Asks for sentences with their terms. Where the engine cannot be asked for any, the answers are
 * those that are there. Fails only if it is stopped: after any other failure they are too.
 */
export async function askWithTerms(
	sentences: readonly LackingSentence[],
	engine: Engine,
	signal: Cancelling,
	onAnswer: (text: string, termed: TermedAnswer) => void
): Promise<Result<void, EngineFailure>> {
	const left = new Set(sentences);
	const tell = (one: LackingSentence | undefined, said: string | null): void => {
		if (one && left.delete(one)) onAnswer(one.text, chosen(one, said, engine));
	};
	if (engine.asks !== undefined && sentences.length > 0) {
		const done = await engine.translate(
			sentences.map(({ text }) => text),
			{
				signal,
				terms: sentences.map(({ terms }) => terms),
				onAnswer: (at, said) => tell(sentences[at], said)
			}
		);
		if (!done.ok && done.failure.kind === 'cancelled') return fail(done.failure);
		if (done.ok) for (const [at, said] of done.value.entries()) tell(sentences[at], said);
	}
	for (const one of left) tell(one, null);
	return ok(undefined);
}

/** Returns the answer of which fewer terms are missing. */
function chosen(
	{ text, terms, free }: LackingSentence,
	said: string | null,
	engine: Engine
): TermedAnswer {
	const key = termsKey(terms, engine.asks ?? '');
	if (free.fault !== null) return { key, answer: free };
	const { pair } = engine;
	const lacked = (answer: string) => termsLackedBy(answer, terms, pair.to).length;
	const answer = said?.trim() ?? '';
	const isBetter =
		lacked(answer) < lacked(free.text) &&
		endMarks(answer) === endMarks(free.text) &&
		faultOf(text, answer, pair) === null;
	return { key, answer: { text: isBetter ? answer : free.text, fault: null, terms } };
}

/** Counts the marks that end a sentence: with more of them a term has been put behind its end. */
const endMarks = (text: string): number => text.match(/[.!?…]/g)?.length ?? 0;
