/**
 * Translates sentences: from the cache if possible, else by the engine; each answer is checked,
 * asked for again differently if it is rejected, and kept.
 *
 * Laws (`translateSentences.test.ts`): a cached sentence is never computed; of several callers that
 * ask for the same at once, one computes it; every text gets an answer, or the whole fails; answers
 * before a failure are kept.
 */
import { moment } from '../library/moment';
import { fail, ok, type Result } from '../result';
import type { Fingerprint } from '../text/fingerprint';
import { faultOf, lowered, type Fault } from './answerFaults';
import {
	formatBy,
	makerOf,
	sentenceKey,
	type Answer,
	type EngineKey,
	type KeptAnswer,
	type MachineCache
} from './cache';
import type { Cancelling, Engine, EngineFailure, TranslateOptions } from './engine';

export interface TranslationContext {
	readonly engine: Engine;
	readonly cache: MachineCache;
	/** Runs `work` while no other tab or caller computes; null if `signal` aborted first. */
	alone<T>(work: () => Promise<T>, signal: Cancelling): Promise<T | null>;
	now(): number;
}

export interface Interpreting {
	readonly signal: Cancelling;
	/** Called with each answer as soon as it is known, in any order. */
	readonly onAnswer?: (text: string, told: TimedAnswer) => void;
	/** As in `TranslateOptions`. */
	readonly hurried?: boolean;
}

/** An answer and its creation time, which for a cached answer may be long ago. */
export type TimedAnswer = Pick<KeptAnswer, 'answer' | 'madeAt'>;

export interface Interpreted {
	readonly answers: ReadonlyMap<string, Answer>;
	/** Whether all answers are kept: storage may be full or blocked. */
	readonly kept: boolean;
}

export async function translateSentences(
	texts: readonly string[],
	interpreter: TranslationContext,
	{ signal, onAnswer = () => undefined, hurried = false }: Interpreting
): Promise<Result<Interpreted, EngineFailure>> {
	const by = formatBy(makerOf(interpreter.engine));
	const answers = new Map<string, Answer>();
	const take = (text: string, told: TimedAnswer): void => {
		if (answers.has(text)) return;
		answers.set(text, told.answer);
		onAnswer(text, told);
	};
	const missing = (): readonly string[] => texts.filter((text) => !answers.has(text));
	const look = async (): Promise<void> => {
		const wanted = missing().map((text) => [text, sentenceKey(text)] as const);
		const found = await interpreter.cache.answers([...new Set(wanted.map(([, key]) => key))], by);
		if (!found.ok) return; // compute all if the lookup fails
		for (const [text, key] of wanted) {
			const kept = found.value.get(key);
			if (kept) take(text, kept);
		}
	};
	await look();
	if (missing().length === 0) return ok({ answers, kept: true });
	const done = await interpreter.alone(async () => {
		await look();
		return compute(missing(), interpreter, by, { signal, onAnswer: take, hurried });
	}, signal);
	if (done === null) return fail({ kind: 'cancelled' });
	return done.ok ? ok({ answers, kept: done.value }) : done;
}

/** Returns whether all could be kept. Texts with the same key are asked once. */
async function compute(
	texts: readonly string[],
	{ engine, cache, now }: TranslationContext,
	by: EngineKey,
	{ signal, onAnswer, hurried }: Required<Interpreting>
): Promise<Result<boolean, EngineFailure>> {
	const alike = new Map<Fingerprint, string[]>();
	for (const text of texts)
		alike.set(sentenceKey(text), [...(alike.get(sentenceKey(text)) ?? []), text]);
	const made: KeptAnswer[] = [];
	const answer = (text: string, answer: Answer): void => {
		const [sentence, madeAt] = [sentenceKey(text), moment(now())];
		made.push({ sentence, by, answer, madeAt, readAt: madeAt });
		for (const same of alike.get(sentence) ?? []) onAnswer(same, { answer, madeAt });
	};
	const outcome = await askTwice(
		[...alike.values()].flatMap(([first]) => first ?? []),
		engine,
		{ signal, hurried },
		answer
	);
	const kept = made.length === 0 || (await cache.keep(made)).ok;
	return outcome.ok ? ok(kept) : outcome;
}

type OnAnswer = (text: string, answer: Answer) => void;
type Asking = Pick<TranslateOptions, 'signal' | 'again' | 'hurried'>;

async function askTwice(
	texts: readonly string[],
	engine: Engine,
	{ signal, hurried }: Asking,
	onAnswer: OnAnswer
): Promise<Result<void, EngineFailure>> {
	const faulty = new Map<string, Fault>();
	const first = await ask(texts, texts, engine, { signal, hurried }, (text, said) => {
		const fault = faultOf(text, said, engine.pair);
		if (fault) faulty.set(text, fault);
		else onAnswer(text, { text: said, fault: null });
	});
	if (!first.ok || faulty.size === 0) return first;
	const again = [...faulty.keys()];
	// Capitals come back: lowered texts are asked in place of the originals.
	const asked = again.map((text) => lowered(text) ?? text);
	return ask(again, asked, engine, { signal, again: true }, (text, said) => {
		const whole = lowered(text) === null ? said : said.toUpperCase();
		const fault = faultOf(text, whole, engine.pair);
		onAnswer(text, fault ? { text: null, fault } : { text: whole, fault: null });
	});
}

/** Translates `asked[i]` and reports the result for `texts[i]`, exactly once each. */
async function ask(
	texts: readonly string[],
	asked: readonly string[],
	engine: Engine,
	how: Asking,
	onAnswer: (text: string, said: string) => void
): Promise<Result<void, EngineFailure>> {
	const told = new Set<number>();
	const tell = (at: number, said: string): void => {
		const text = texts[at];
		if (text === undefined || told.has(at)) return;
		told.add(at);
		onAnswer(text, said.trim());
	};
	const said = await engine.translate(asked, { ...how, onAnswer: tell });
	if (!said.ok) return said;
	for (const [at, answer] of said.value.entries()) tell(at, answer);
	const unanswered = texts.length - told.size;
	return unanswered === 0
		? ok(undefined)
		: fail({ kind: 'failed', message: `${unanswered} of ${texts.length} without an answer` });
}
