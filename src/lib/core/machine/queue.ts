/**
 * Paragraphs that wait for a machine, and the one that works through them: some sentences at a time,
 * so that what the reader turns to comes next, a pause is at once, and another tab has its turn.
 *
 * Laws (`queue.test.ts`): a job that was added is settled once, or dropped by whoever added it; after
 * a failure nothing is lost, and it goes on from there.
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
	type Draft,
	type Drafted,
	type Progress,
	type Said
} from './draft';
import type { Cancelling, EngineFailure } from './engine';
import { interpret, type Interpreted, type Interpreter, type Told } from './interpret';
import { inOrder, type InView, type Waiting } from './order';

export interface Job extends Waiting {
	/** Unique among the jobs of a queue. */
	readonly id: string;
	readonly block: Block;
}

export type QueueState =
	| { readonly kind: 'resting' | 'working' | 'paused' }
	/** It has stopped; `resume` tries again. */
	| { readonly kind: 'failed'; readonly failure: EngineFailure };

export interface Events {
	/** A sentence of the job has been answered. */
	progressed(job: Job, soFar: readonly Progress[]): void;
	/** The job is done and no longer in the queue. */
	settled(job: Job, drafted: Drafted): void;
	changed(state: QueueState): void;
	/** There was no room to keep what was answered. */
	unkept(): void;
}

/** An `AbortController`, which core does not know. */
export interface Abort {
	readonly signal: Cancelling;
	abort(): void;
}

/** Sentences at a time: what an engine decodes together. */
const atOnce = 8;
/** An engine that dies so often in a row is not asked further. */
const mostDeaths = 3;

interface Waits extends Job {
	draft: Draft | null;
}

export class Queue {
	readonly #interpreter: Interpreter;
	readonly #view: () => InView;
	readonly #events: Events;
	readonly #told = new Map<string, Told>();
	#jobs: readonly Waits[] = [];
	#state: QueueState = { kind: 'resting' };
	#running = false;
	#abort: Abort | null = null;
	/** Whoever has just asked sees their first sentence soonest where it is asked by itself. */
	#hurried = false;
	#deaths = 0;

	constructor(
		interpreter: Interpreter,
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

	get jobs(): readonly Job[] {
		return this.#jobs;
	}

	/** One that waits already takes the new wish. A paused queue stays paused. */
	add(jobs: readonly Job[]): void {
		const added = new Map(jobs.map((job) => [job.id, job]));
		const draft = new Map(this.#jobs.map((job) => [job.id, job.draft]));
		this.#jobs = [
			...this.#jobs.filter(({ id }) => !added.has(id)),
			...jobs.map((job) => ({ ...job, draft: draft.get(job.id) ?? null }))
		];
		if (this.#state.kind === 'resting' || jobs.some(({ wish }) => wish === 'paragraph'))
			this.#hurried = true;
		// What is being computed gives way: its answers so far are kept.
		if (jobs.some(({ wish }) => wish === 'paragraph')) this.#abort?.abort();
		if (this.#state.kind === 'resting') this.#become({ kind: 'working' });
		void this.#work();
	}

	drop(gone: (job: Job) => boolean): void {
		this.#jobs = this.#jobs.filter((job) => !gone(job));
		if (this.#jobs.length > 0) return;
		this.#abort?.abort();
		this.#become({ kind: 'resting' });
	}

	/** What was answered is to be asked anew, if it is. */
	forget(texts: readonly string[]): void {
		for (const text of texts) this.#told.delete(text);
	}

	pause(): void {
		if (this.#state.kind !== 'working') return;
		this.#become({ kind: 'paused' });
		this.#abort?.abort();
	}

	/** After a pause or a failure. */
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
		// Its callers may still have to say what else is to come first.
		await Promise.resolve();
		while (this.#state.kind === 'working') await this.#round();
		this.#running = false;
		// Resumed in the moment between.
		if (this.#isWorking()) void this.#work();
	}

	#isWorking = (): boolean => this.#state.kind === 'working';

	async #round(): Promise<void> {
		const texts = this.#next();
		if (texts.length === 0) return this.#become({ kind: 'resting' });
		this.#abort = this.newAbort();
		const { signal } = this.#abort;
		const done = await interpret(texts, this.#interpreter, {
			signal,
			onAnswer: (text, told) => this.#answered(text, told)
		});
		this.#abort = null;
		if (done.ok) this.#went(done.value);
		else this.#failed(done.failure, texts);
	}

	/** What is asked next. On the way, whatever has all its answers is settled. */
	#next(): readonly string[] {
		const most = this.#hurried || this.#deaths > 0 ? 1 : atOnce;
		const texts = new Set<string>();
		const waiting = inOrder(this.#jobs, this.#view());
		// Those that were only to be read, and have been left.
		if (waiting.length < this.#jobs.length) this.#jobs = waiting;
		for (const job of waiting) {
			job.draft ??= draftOf(job.block, this.#interpreter.engine.pair);
			if (this.#settle(job, job.draft)) continue;
			for (const text of job.draft.texts)
				if (!this.#told.has(text) && texts.size < most) texts.add(text);
			if (texts.size >= most) break;
		}
		this.#hurried = false;
		return [...texts];
	}

	#settle(job: Waits, draft: Draft): boolean {
		const madeAt = latest(draft.texts.flatMap((text) => this.#told.get(text)?.madeAt ?? []));
		const by = contributor(makerOf(this.#interpreter.engine), madeAt);
		const drafted = finished(draft, this.#said, by);
		if (drafted === null) return false;
		this.#jobs = this.#jobs.filter((other) => other !== job);
		this.#events.settled(job, drafted);
		return true;
	}

	#said: Said = (text) => this.#told.get(text)?.answer;

	#answered(text: string, told: Told): void {
		this.#told.set(text, told);
		for (const job of this.#jobs)
			if (job.draft?.texts.includes(text) && !this.#settle(job, job.draft))
				this.#events.progressed(job, progress(job.draft, this.#said));
	}

	#went({ kept }: Interpreted): void {
		this.#deaths = 0;
		if (!kept) this.#events.unkept();
	}

	#failed(failure: EngineFailure, texts: readonly string[]): void {
		switch (failure.kind) {
			case 'cancelled':
				return; // by whoever paused, dropped, or put something else first
			case 'died':
			case 'failed':
				this.#deaths++;
				if (this.#deaths >= mostDeaths) return this.#become({ kind: 'failed', failure });
				// By itself, and it failed again: the others are not to wait for this one.
				if (this.#deaths > 1) this.#giveUp(texts);
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

	#giveUp(texts: readonly string[]): void {
		const none: Told = {
			answer: { text: null, fault: 'empty' },
			madeAt: moment(this.#interpreter.now())
		};
		for (const text of texts) this.#answered(text, none);
	}
}
