/**
 * A queue of paragraphs for a machine. It sends a few sentences at a time, so that a paragraph that
 * the reader turns to comes next, a pause takes effect at once, and another tab gets its turn.
 *
 * Laws (`queue.test.ts`): a job is settled once, or dropped by its caller; after a failure nothing
 * is lost, and the queue continues from there.
 */
import { moment } from '../library/moment';
import { unreachable } from '../result';
import type { Block } from '../text/article';
import { makerOf } from './cache';
import {
	contributor,
	draftOf,
	finished,
	latest,
	progress,
	type PreparedBlock,
	type Drafted,
	type SentenceProgress
} from './blockTranslation';
import type { Cancelling, Care, Engine, EngineFailure } from './engine';
import {
	translateSentences,
	type Interpreted,
	type TranslationContext,
	type TimedAnswer
} from './translateSentences';
import type { TermFinder } from './terms';
import { inOrder, type InView, type Waiting } from './order';

export interface TranslationJob extends Waiting {
	/** Unique among the jobs of a queue. */
	readonly id: string;
	readonly block: Block;
	readonly care: Care;
}

export type QueueState =
	| { readonly kind: 'resting' | 'working' | 'paused' }
	/** It has stopped; `resume` tries again. */
	| { readonly kind: 'failed'; readonly failure: EngineFailure };

export interface Events {
	/** Called when a sentence of the job has been answered. */
	progressed(job: TranslationJob, soFar: readonly SentenceProgress[]): void;
	/** Called when the job is done and no longer in the queue. */
	settled(job: TranslationJob, drafted: Drafted): void;
	changed(state: QueueState): void;
	/** Called when there was no room to keep the answers. */
	unkept(): void;
}

/** An `AbortController`, which core does not know. */
export interface Abort {
	readonly signal: Cancelling;
	abort(): void;
}

/** Sentences per request: the batch that an engine decodes together. */
const atOnce = 8;
/** Deaths of the engine in a row after which the queue stops. */
const mostDeaths = 3;

interface Waits extends TranslationJob {
	draft: PreparedBlock | null;
}

export class Queue {
	#interpreter: TranslationContext;
	readonly #view: () => InView;
	readonly #events: Events;
	readonly #told = {
		quick: new Map<string, TimedAnswer>(),
		careful: new Map<string, TimedAnswer>()
	};
	#jobs: readonly Waits[] = [];
	#state: QueueState = { kind: 'resting' };
	#running = false;
	#abort: Abort | null = null;
	/** The reader waits for the next sentence. */
	#hurried = false;
	#deaths = 0;

	constructor(
		interpreter: TranslationContext,
		view: () => InView,
		events: Events,
		readonly newAbort: () => Abort
	) {
		this.#interpreter = interpreter;
		this.#view = view;
		this.#events = events;
	}

	get state(): QueueState {
		return this.#state;
	}

	get jobs(): readonly TranslationJob[] {
		return this.#jobs;
	}

	/** Adds jobs. A job already waiting gets the new priority. A paused queue stays paused. */
	add(jobs: readonly TranslationJob[]): void {
		const added = new Map(jobs.map((job) => [job.id, job]));
		const draft = new Map(this.#jobs.map((job) => [job.id, job.draft]));
		this.#jobs = [
			...this.#jobs.filter(({ id }) => !added.has(id)),
			...jobs.map((job) => ({ ...job, draft: draft.get(job.id) ?? null }))
		];
		if (this.#state.kind === 'resting' || jobs.some(({ priority }) => priority === 'paragraph'))
			this.#hurried = true;
		// Interrupt the current request: its answers so far are kept.
		if (jobs.some(({ priority }) => priority === 'paragraph')) this.#abort?.abort();
		if (this.#state.kind === 'resting') this.#become({ kind: 'working' });
		void this.#work();
	}

	drop(gone: (job: TranslationJob) => boolean): void {
		this.#jobs = this.#jobs.filter((job) => !gone(job));
		if (this.#jobs.length > 0) return;
		this.#abort?.abort();
		this.#become({ kind: 'resting' });
	}

	/** Forgets answers: these texts are asked again if they are needed. */
	forget(texts: readonly string[]): void {
		for (const told of Object.values(this.#told)) for (const text of texts) told.delete(text);
	}

	/** Asks for these terms from now on: answers with others are looked up again. */
	useTerms(terms: TermFinder): void {
		if (terms === this.#interpreter.terms) return;
		this.#interpreter = { ...this.#interpreter, terms };
		for (const told of Object.values(this.#told)) told.clear();
	}

	pause(): void {
		if (this.#state.kind !== 'working') return;
		this.#become({ kind: 'paused' });
		this.#abort?.abort();
	}

	/** Continues after a pause or a failure. */
	resume(): void {
		if (this.#state.kind === 'resting') return;
		this.#hurried = true;
		this.#deaths = 0;
		this.#become({ kind: 'working' });
		void this.#work();
	}

	#become(state: QueueState): void {
		this.#state = state;
		this.#events.changed(state);
	}

	async #work(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		// Let the callers first set what else has priority.
		await Promise.resolve();
		while (this.#state.kind === 'working') await this.#round();
		this.#running = false;
		// It may have been resumed meanwhile.
		if (this.#isWorking()) void this.#work();
	}

	#isWorking = (): boolean => this.#state.kind === 'working';

	async #round(): Promise<void> {
		const { care, texts } = this.#next();
		const hurried = this.#hurried;
		this.#hurried = false;
		if (texts.length === 0) return this.#become({ kind: 'resting' });
		this.#abort = this.newAbort();
		const { signal } = this.#abort;
		const interpreter = { ...this.#interpreter, engine: this.#engine(care) };
		const done = await translateSentences(texts, interpreter, {
			...{ signal, hurried },
			onAnswer: (text, told) => this.#answered(text, told, care)
		});
		this.#abort = null;
		if (done.ok) this.#went(done.value);
		else this.#failed(done.failure, texts, care);
	}

	#engine(care: Care): Engine {
		const { engine } = this.#interpreter;
		return care === 'careful' ? (engine.careful ?? engine) : engine;
	}

	/**
	 * Returns the next texts to ask, all in the same way. Settles every job that has all its answers.
	 */
	#next(): { readonly care: Care; readonly texts: readonly string[] } {
		// After a failure one at a time, to find the sentence that it is about.
		const most = this.#deaths > 0 ? 1 : atOnce;
		const texts = new Set<string>();
		let care: Care | null = null;
		const waiting = inOrder(this.#jobs, this.#view());
		// Reading requests that the reader has left are dropped.
		if (waiting.length < this.#jobs.length) this.#jobs = waiting;
		for (const job of waiting) {
			job.draft ??= draftOf(job.block, this.#interpreter.engine.pair);
			if (this.#settle(job, job.draft)) continue;
			care ??= job.care;
			if (job.care !== care) continue;
			for (const text of job.draft.texts)
				if (!this.#told[care].has(text) && texts.size < most) texts.add(text);
			if (texts.size >= most) break;
		}
		return { care: care ?? 'quick', texts: [...texts] };
	}

	#settle(job: Waits, draft: PreparedBlock): boolean {
		const told = this.#told[job.care];
		const madeAt = latest(draft.texts.flatMap((text) => told.get(text)?.madeAt ?? []));
		const by = contributor(makerOf(this.#engine(job.care)), madeAt);
		const drafted = finished(draft, (text) => told.get(text)?.answer, by);
		if (drafted === null) return false;
		this.#jobs = this.#jobs.filter((other) => other !== job);
		this.#events.settled(job, drafted);
		return true;
	}

	#answered(text: string, answer: TimedAnswer, care: Care): void {
		const told = this.#told[care].set(text, answer);
		for (const job of this.#jobs)
			if (job.care === care && job.draft?.texts.includes(text) && !this.#settle(job, job.draft)) {
				const soFar = progress(job.draft, (text) => told.get(text)?.answer);
				this.#events.progressed(job, soFar);
			}
	}

	#went({ kept }: Interpreted): void {
		this.#deaths = 0;
		if (!kept) this.#events.unkept();
	}

	#failed(failure: EngineFailure, texts: readonly string[], care: Care): void {
		switch (failure.kind) {
			case 'cancelled':
				return; // by a pause, a drop, or a more urgent job
			case 'died':
			case 'failed':
				this.#deaths++;
				if (this.#deaths >= mostDeaths) return this.#become({ kind: 'failed', failure });
				// It was sent alone and failed again: give it up, so that the others need not wait for it.
				if (this.#deaths > 1) this.#giveUp(texts, care);
				return;
			case 'memory':
			case 'refused':
			case 'missing':
			case 'broken':
				return this.#become({ kind: 'failed', failure });
			default:
				return unreachable(failure);
		}
	}

	#giveUp(texts: readonly string[], care: Care): void {
		const none: TimedAnswer = {
			answer: { text: null, fault: 'empty' },
			madeAt: moment(this.#interpreter.now())
		};
		for (const text of texts) this.#answered(text, none, care);
	}
}
