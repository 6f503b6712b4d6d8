/**
 * Translates sentences: from the cache if possible, else by the engine; each answer is checked,
 * asked for again differently if it is rejected, and kept. An answer that lacks a term is asked for
 * once more with its terms (`withTerms.ts`).
 *
 * Laws (`translateSentences.test.ts`, `withTerms.test.ts`): a cached sentence is never computed; of
 * several callers that ask for the same at once, one computes it; every text gets an answer, or the
 * whole fails; answers before a failure are kept. Without terms, and where an answer has them by
 * itself, it is the engine’s own; with terms it never has fewer of them.
 */
import { moment } from '../library/moment';
import { fail, ok, type Result } from '../result';
import type { Fingerprint } from '../text/fingerprint';
import { faultOf, lowered, type Fault } from './answerFaults';
import {
	formatBy,
	makerOf,
	sentenceKey,
	shownAnswer,
	type Answer,
	type KeptAnswer,
	type MachineCache,
	type TermedAnswer
} from './cache';
import type { Cancelling, Engine, EngineFailure, TranslateOptions } from './engine';
import { noTerms, type TermFinder } from './terms';
import { askWithTerms, hasTerms, keptWith, type LackingSentence } from './withTerms';

export interface TranslationContext {
	readonly engine: Engine;
	readonly cache: MachineCache;
	/** Runs `work` while no other tab or caller computes; null if `signal` aborted first. */
	alone<T>(work: () => Promise<T>, signal: Cancelling): Promise<T | null>;
	now(): number;
	/** The terms to ask for in each sentence; absent for none. */
	readonly terms?: TermFinder;
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
	const { engine, cache, terms = noTerms } = interpreter;
	const by = formatBy(makerOf(engine));
	const answers = new Map<string, Answer>();
	const take = (text: string, told: TimedAnswer): void => {
		if (answers.has(text)) return;
		answers.set(text, told.answer);
		onAnswer(text, told);
	};
	const missing = (): readonly string[] => texts.filter((text) => !answers.has(text));
	const look = async (): Promise<Known> => {
		const wanted = missing().map((text) => [text, sentenceKey(text)] as const);
		const found = await cache.answers([...new Set(wanted.map(([, key]) => key))], by);
		if (!found.ok) return new Map(); // compute all if the lookup fails
		for (const [text, key] of wanted) {
			const kept = found.value.get(key);
			const answer = kept && keptWith(kept, terms(text), engine);
			if (kept && answer) take(text, { ...kept, answer });
			if (kept && answer === kept.answer) void withoutTerms(kept, cache);
		}
		return found.value;
	};
	await look();
	if (missing().length === 0) return ok({ answers, kept: true });
	const done = await interpreter.alone(async () => {
		const known = await look();
		return compute(missing(), known, interpreter, { signal, onAnswer: take, hurried });
	}, signal);
	if (done === null) return fail({ kind: 'cancelled' });
	return done.ok ? ok({ answers, kept: done.value }) : done;
}

/** What is kept of sentences, also where it was made with other terms. */
type Known = ReadonlyMap<Fingerprint, KeptAnswer>;

/** Drops the answer with terms that are no longer asked for: it would be shown. */
async function withoutTerms(kept: KeptAnswer, cache: MachineCache): Promise<void> {
	const { termed, ...free } = kept;
	if (termed) await cache.keep([free]);
}

/** Returns whether all could be kept. Texts with the same key are asked once. */
async function compute(
	texts: readonly string[],
	known: Known,
	{ engine, cache, now, terms = noTerms }: TranslationContext,
	{ signal, onAnswer, hurried }: Required<Interpreting>
): Promise<Result<boolean, EngineFailure>> {
	const by = formatBy(makerOf(engine));
	const alike = new Map<Fingerprint, string[]>();
	for (const text of texts)
		alike.set(sentenceKey(text), [...(alike.get(sentenceKey(text)) ?? []), text]);
	const made = new Map<Fingerprint, KeptAnswer>();
	const lacking: LackingSentence[] = [];
	const make = (text: string, answer: Answer, termed?: TermedAnswer): void => {
		const [sentence, madeAt] = [sentenceKey(text), moment(now())];
		const kept = { sentence, by, answer, madeAt, readAt: madeAt, ...(termed && { termed }) };
		made.set(sentence, kept);
		const isLacking = !termed && !hasTerms(answer, terms(text), engine);
		if (isLacking) lacking.push({ text, terms: terms(text), free: answer });
		else
			for (const same of alike.get(sentence) ?? [])
				onAnswer(same, { answer: shownAnswer(kept), madeAt });
	};
	const firsts = [...alike.values()].flatMap(([first]) => first ?? []);
	for (const text of firsts) {
		const kept = known.get(sentenceKey(text));
		if (kept) make(text, kept.answer);
	}
	const isNew = (text: string): boolean => !made.has(sentenceKey(text));
	const outcome = await askTwice(firsts.filter(isNew), engine, { signal, hurried }, make);
	const asked = outcome.ok
		? await askWithTerms(lacking, engine, signal, (text, termed) => {
				const free = made.get(sentenceKey(text));
				if (free) make(text, free.answer, termed);
			})
		: outcome;
	const kept = made.size === 0 || (await cache.keep([...made.values()])).ok;
	return asked.ok ? ok(kept) : asked;
}

type OnAnswer = (text: string, answer: Answer) => void;
type Asking = Pick<TranslateOptions, 'signal' | 'again' | 'hurried'>;

async function askTwice(
	texts: readonly string[],
	engine: Engine,
	how: Asking,
	onAnswer: OnAnswer
): Promise<Result<void, EngineFailure>> {
	if (texts.length === 0) return ok(undefined);
	const faulty = new Map<string, Fault>();
	const first = await ask(texts, texts, engine, how, (text, said) => {
		const fault = faultOf(text, said, engine.pair);
		if (fault) faulty.set(text, fault);
		else onAnswer(text, { text: said, fault: null });
	});
	if (!first.ok || faulty.size === 0) return first;
	const again = [...faulty.keys()];
	// Capitals come back: lowered texts are asked in place of the originals.
	const asked = again.map((text) => lowered(text) ?? text);
	return ask(again, asked, engine, { ...how, again: true }, (text, said) => {
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
