/**
 * Translates a book ahead of its reader: the chapter that they are in, and the next, a few sentences
 * at a time and behind everything that they wait for. What is done is in the cache of answers, so
 * that a restart, or another tab, goes on from there. It stops while the tab is hidden, and while
 * the battery is low.
 */
import type { Hold } from '$lib/compose/ahead';
import type { EngineFailure } from '$lib/core/machine/engine';
import type { MachineCache } from '$lib/core/machine/cache';
import {
	atOnce,
	effortOf,
	recentBatches,
	secondsFor,
	type TimedBatch
} from '$lib/core/machine/pace';
import { translateSentences, type TranslationContext } from '$lib/core/machine/translateSentences';
import { ok, type Result } from '$lib/core/result';
import {
	planAhead,
	sizeOf,
	type PlanEnvironment,
	type PlanFailure,
	type PlannedChapter
} from './aheadPlan';

export interface AheadEnvironment
	extends Omit<PlanEnvironment, 'cache'>, Pick<TranslationContext, 'alone' | 'now'> {
	readonly cache: MachineCache;
	/** Calls back at once and after every change; returns the function that ends it. */
	watchConditions(next: (hold: Hold | null) => void): () => void;
	/** Calls back when this tab begins to translate what its reader waits for. */
	whenReaderWaits(begins: () => void): () => void;
	wait(ms: number): Promise<void>;
}

export type AheadFailure =
	{ readonly from: 'engine'; readonly failure: EngineFailure } | PlanFailure;

/** How far it is, in UTF-16 units of the original. */
interface Done {
	readonly done: number;
	readonly of: number;
}

export type AheadStep =
	| { readonly kind: 'unknown' | 'off' | 'starting' | 'done' }
	/** No engine translates this book. */
	| { readonly kind: 'absent' }
	/** `left`: seconds, null where there is no estimate yet. */
	| (Done & { readonly kind: 'working'; readonly left: number | null })
	| (Done & { readonly kind: 'paused' })
	| (Done & { readonly kind: 'held'; readonly hold: Hold })
	| ({ readonly kind: 'failed' } & AheadFailure);

/** Milliseconds that pass after something that the reader waited for, before it goes on. */
const quietMs = 2_000;
/** Failures of the engine in a row after which it stops. */
const mostFailures = 3;

export class AheadJob {
	#step = $state.raw<AheadStep>({ kind: 'unknown' });
	#here: string | null = null;
	#run: AbortController | null = null;
	#batch: AbortController | null = null;
	#hold: Hold | null = null;
	#wake: () => void = () => undefined;
	#pace: readonly TimedBatch[] = [];

	constructor(
		readonly book: string,
		readonly environment: AheadEnvironment
	) {}

	// No derived: one that is made while a page is shown goes stale when that page goes, and the job
	// outlives it.
	get step(): AheadStep {
		return this.#step;
	}

	/** Goes on from the reader’s chapter, if the reader has asked for it and not paused it. */
	async follow(here: string): Promise<void> {
		if (this.#here === here && this.#run) return;
		this.#here = here;
		const found = await this.environment.cache.ahead(this.book);
		if (!found.ok) return this.#fail({ from: 'store', failure: found.failure });
		await this.#start(found.value ? (found.value.paused ? 'paused' : 'on') : 'off');
	}

	/** Whether the reader has asked for it: what they see of the book is then translated too. */
	get isOn(): boolean {
		return !['unknown', 'off', 'absent', 'paused'].includes(this.#step.kind);
	}

	async turnOn(): Promise<void> {
		await this.#record(false);
		await this.#start('on');
	}

	async pause(): Promise<void> {
		this.#stop();
		await this.#record(true);
		await this.#start('paused');
	}

	/** Cancels it; what has been translated stays. */
	async turnOff(): Promise<void> {
		this.#stop();
		const removed = await this.environment.cache.removeAhead(this.book);
		if (!removed.ok) return this.#fail({ from: 'store', failure: removed.failure });
		await this.#start('off');
	}

	async #record(paused: boolean): Promise<void> {
		const kept = await this.environment.cache.setAhead({ book: this.book, paused });
		if (!kept.ok) this.#fail({ from: 'store', failure: kept.failure });
	}

	#stop(): void {
		this.#run?.abort();
		this.#batch?.abort();
		this.#run = null;
		this.#wake();
	}

	async #start(as: 'on' | 'paused' | 'off'): Promise<void> {
		this.#stop();
		const run = (this.#run = new AbortController());
		if (as === 'on') this.#step = { kind: 'starting' };
		const planned = await planAhead(this.book, this.#here ?? '', this.environment);
		if (run.signal.aborted) return;
		if (!planned.ok) return this.#fail(planned.failure);
		const chapters = planned.value;
		if (chapters.length === 0) this.#step = { kind: 'absent' };
		else if (as === 'off') this.#step = { kind: 'off' };
		else if (chapters.every(({ left }) => left.length === 0)) await this.#finish(chapters);
		else if (as === 'paused') this.#step = { kind: 'paused', ...doneOf(chapters) };
		else await this.#work(chapters, run.signal);
	}

	async #work(chapters: readonly PlannedChapter[], signal: AbortSignal): Promise<void> {
		const { watchConditions, whenReaderWaits } = this.environment;
		let rest = chapters;
		const ends = [
			watchConditions((hold) => {
				this.#hold = hold;
				if (hold !== null) this.#batch?.abort();
				this.#wake();
			}),
			whenReaderWaits(() => this.#batch?.abort())
		];
		let failures = 0;
		while (!signal.aborted) {
			const next = rest.find(({ left }) => left.length > 0);
			if (!next) break;
			if (this.#hold !== null) {
				this.#step = { kind: 'held', hold: this.#hold, ...doneOf(rest) };
				await new Promise<void>((resolve) => (this.#wake = resolve));
				continue;
			}
			this.#step = { kind: 'working', left: this.#secondsLeft(rest), ...doneOf(rest) };
			const answered: string[] = [];
			const done = await this.#translate(next, answered);
			rest = rest.map((one) =>
				one === next ? { ...one, left: one.left.filter((text) => !answered.includes(text)) } : one
			);
			failures = done.ok || done.failure.kind === 'cancelled' ? 0 : failures + 1;
			if (done.ok || signal.aborted) continue;
			if (done.failure.kind === 'cancelled') await this.environment.wait(quietMs);
			else if (isLasting(done.failure) || failures >= mostFailures) {
				this.#fail({ from: 'engine', failure: done.failure });
				break;
			}
		}
		for (const end of ends) end();
		if (!signal.aborted && rest.every(({ left }) => left.length === 0)) await this.#finish(rest);
	}

	/** Translates the next sentences of a chapter, and measures how long they take. */
	async #translate(
		{ article, engine, terms, left }: PlannedChapter,
		answered: string[]
	): Promise<Result<void, EngineFailure>> {
		const { cache, alone, now } = this.environment;
		const texts = left.slice(0, atOnce);
		this.#batch = new AbortController();
		let ms = 0;
		const timed: TranslationContext['alone'] = (work, signal) =>
			alone(async () => {
				const began = now();
				const done = await work();
				ms = now() - began;
				return done;
			}, signal);
		const done = await translateSentences(
			texts,
			{ ...{ engine, cache, now, terms }, alone: timed },
			{ signal: this.#batch.signal, onAnswer: (text) => void answered.push(text) }
		);
		this.#batch = null;
		// What the page of the chapter shows.
		if (answered.length > 0) void cache.setAsked(article, true);
		if (!done.ok) return done;
		// Nothing was computed where another tab had the answers.
		if (ms > 0) this.#pace = recentBatches(this.#pace, { effort: effortOf(texts), ms });
		return ok(undefined);
	}

	#secondsLeft(chapters: readonly PlannedChapter[]): number | null {
		const effort = chapters.reduce((sum, { left }) => sum + effortOf(left), 0);
		return secondsFor(this.#pace, effort);
	}

	async #finish(chapters: readonly PlannedChapter[]): Promise<void> {
		for (const { article, size } of chapters)
			if (size > 0) await this.environment.cache.setAsked(article, true);
		this.#step = { kind: 'done' };
	}

	#fail(failure: AheadFailure): void {
		this.#step = { kind: 'failed', ...failure };
	}
}

function doneOf(chapters: readonly PlannedChapter[]): Done {
	const of = chapters.reduce((sum, { size }) => sum + size, 0);
	const left = chapters.reduce((sum, chapter) => sum + sizeOf(chapter.left), 0);
	return { done: of - left, of };
}

/** Whether another try fails in the same way. */
const isLasting = ({ kind }: EngineFailure): boolean => kind !== 'died' && kind !== 'failed';
