/**
 * OPUS-MT on transformers.js, in a worker. Each call settles exactly once. A worker that has failed
 * is ended, and the next call starts a new one: a failed load leaves transformers.js unable to load
 * anything more. One that has nothing to do is ended too, since WebAssembly never gives memory back.
 */
import type { Asked, Engine, EngineFailure, Pair } from '../../../core/machine/engine';
import { fail, ok, unreachable, type Result } from '../../../core/result';
import { opusId, type OpusModel } from './model';
import { parseFromWorker, type FromWorker, type ToWorker } from './protocol';

type Outcome = Result<readonly string[], EngineFailure>;

interface Call {
	readonly id: number;
	readonly request: Extract<ToWorker, { type: 'translate' }>;
	readonly answers: (string | null)[];
	readonly onAnswer: (index: number, answer: string) => void;
	readonly settle: (outcome: Outcome) => void;
}

/** A worker that runs, and how to start one with a model: tests bring their own. */
export interface Running {
	post(message: ToWorker): void;
	end(): void;
}
export type Start = (model: OpusModel, events: WorkerEvents) => Running;
export interface WorkerEvents {
	readonly hear: (raw: unknown) => void;
	/** It ended by itself. */
	readonly died: () => void;
}

export interface OpusOptions {
	/** How long a worker is kept that has nothing to do. */
	readonly idleMs?: number;
}

const idleMs = 60_000;

export class OpusEngine implements Engine {
	readonly id;
	readonly pair: Pair;
	readonly #model: OpusModel;
	readonly #start: Start;
	readonly #idleMs: number;
	readonly #calls = new Map<number, Call>();
	#worker: Running | null = null;
	#next = 0;
	#idle: ReturnType<typeof setTimeout> | null = null;

	constructor(model: OpusModel, start: Start, options: OpusOptions = {}) {
		this.id = opusId(model);
		this.pair = model.pair;
		this.#model = model;
		this.#start = start;
		this.#idleMs = options.idleMs ?? idleMs;
	}

	translate(
		sentences: readonly string[],
		{ signal, onAnswer = () => {}, again = false }: Asked
	): Promise<Outcome> {
		if (signal.aborted) return Promise.resolve(fail({ kind: 'cancelled' }));
		const id = this.#next++;
		return new Promise((resolve) => {
			const cancel = () => this.#cancel(id);
			const settle = (outcome: Outcome) => {
				this.#calls.delete(id);
				signal.removeEventListener('abort', cancel);
				this.#restLater();
				resolve(outcome);
			};
			signal.addEventListener('abort', cancel, { once: true });
			const request = { type: 'translate', id, sentences, again } as const;
			const answers = sentences.map(() => null);
			this.#calls.set(id, { id, request, answers, onAnswer, settle });
			this.#stayAwake();
			this.#running().post(request);
		});
	}

	rest(): void {
		this.#end();
		this.#settleAll({ kind: 'cancelled' });
		this.#stayAwake();
	}

	#running(): Running {
		if (this.#worker) return this.#worker;
		// What a worker says that is no longer ours is about calls that have been settled.
		const ifOurs =
			<Said extends unknown[]>(heed: (...said: Said) => void) =>
			(...said: Said) => {
				if (this.#worker === worker) heed(...said);
			};
		const worker = this.#start(this.#model, {
			hear: ifOurs((raw: unknown) => this.#hear(parseFromWorker(raw))),
			died: ifOurs(() => this.#broke({ kind: 'died' }))
		});
		this.#worker = worker;
		return worker;
	}

	#hear(reply: FromWorker): void {
		switch (reply.type) {
			case 'alive':
			case 'loaded':
				return;
			case 'unloadable':
				return this.#broke(reply.failure);
			case 'answer':
				return this.#answered(reply.id, reply.index, reply.answer);
			case 'done':
				return this.#done(reply.id);
			case 'cancelled':
				return this.#calls.get(reply.id)?.settle(fail({ kind: 'cancelled' }));
			case 'failed':
				return this.#failed(reply.id, reply.failure);
			default:
				return unreachable(reply);
		}
	}

	#answered(id: number, index: number, answer: string): void {
		const call = this.#calls.get(id);
		if (!call || index >= call.answers.length) return;
		call.answers[index] = answer;
		call.onAnswer(index, answer);
	}

	#done(id: number): void {
		const call = this.#calls.get(id);
		if (!call) return;
		const answers = call.answers.filter((answer) => answer !== null);
		call.settle(
			answers.length === call.answers.length
				? ok(answers)
				: fail({ kind: 'failed', message: 'an answer was left out' })
		);
	}

	/** The caller need not wait for the worker, which stops at its next step. */
	#cancel(id: number): void {
		this.#calls.get(id)?.settle(fail({ kind: 'cancelled' }));
		this.#worker?.post({ type: 'cancel', id });
	}

	/** The calls beside a failed one begin again in a new worker. */
	#failed(id: number, failure: EngineFailure): void {
		this.#end();
		this.#calls.get(id)?.settle(fail(failure));
		for (const { request } of this.#calls.values()) this.#running().post(request);
	}

	#broke(failure: EngineFailure): void {
		this.#end();
		this.#settleAll(failure);
	}

	#settleAll(failure: EngineFailure): void {
		for (const call of [...this.#calls.values()]) call.settle(fail(failure));
	}

	#restLater(): void {
		if (this.#calls.size > 0 || !this.#worker) return;
		this.#stayAwake();
		this.#idle = setTimeout(() => this.rest(), this.#idleMs);
	}

	#stayAwake(): void {
		if (this.#idle !== null) clearTimeout(this.#idle);
		this.#idle = null;
	}

	#end(): void {
		this.#worker?.end();
		this.#worker = null;
	}
}
