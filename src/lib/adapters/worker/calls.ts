/**
 * Calls to a worker whose work is one synchronous run that hears no message. Each call settles
 * exactly once: answered, aborted or broken. Aborting ends the worker at once, and the calls beside
 * it begin again in a new one.
 */
import { fail, type Result } from '../../core/result';
import type { Running, Start } from './running';

/** What both directions carry. */
export interface Envelope {
	readonly id: number;
}

/** `aborted`: the caller called it off; `broken`: our own fault, with its message. */
export type CallFailure =
	{ readonly kind: 'aborted' } | { readonly kind: 'broken'; readonly message: string };

export type Reply<Value, Failure> = Envelope &
	(
		| { readonly type: 'progress'; readonly done: number }
		| { readonly type: 'settled'; readonly result: Result<Value, Failure> }
	);

export interface CallOptions {
	readonly signal?: AbortSignal;
	/** From 0 to 1. */
	readonly progress?: (done: number) => void;
}

interface Call<Request, Value, Failure> {
	readonly request: Request & Envelope;
	readonly progress: (done: number) => void;
	readonly settle: (outcome: Result<Value, Failure | CallFailure>) => void;
}

export class Calls<Request extends object, Value, Failure> {
	#calls = new Map<number, Call<Request, Value, Failure>>();
	#worker: Running<Request & Envelope> | null = null;
	#next = 0;

	readonly #start: Start<Request & Envelope>;
	readonly #parse: (raw: unknown) => Reply<Value, Failure>;

	/** `parse` throws on what the worker cannot have said. */
	constructor(start: Start<Request & Envelope>, parse: (raw: unknown) => Reply<Value, Failure>) {
		this.#start = start;
		this.#parse = parse;
	}

	call(
		request: Request,
		{ signal, progress = () => {} }: CallOptions = {}
	): Promise<Result<Value, Failure | CallFailure>> {
		if (signal?.aborted) return Promise.resolve(fail({ kind: 'aborted' }));
		const id = this.#next++;
		return new Promise((resolve) => {
			const abort = () => this.#abort(id);
			const settle = (outcome: Result<Value, Failure | CallFailure>) => {
				this.#calls.delete(id);
				signal?.removeEventListener('abort', abort);
				resolve(outcome);
			};
			signal?.addEventListener('abort', abort);
			const call = { request: { ...request, id }, progress, settle };
			this.#calls.set(id, call);
			this.#post(call.request);
		});
	}

	#post(request: Request & Envelope): void {
		this.#worker ??= this.#start(
			(data) => this.#hear(this.#parse(data)),
			(message) => this.#broke(message)
		);
		this.#worker.post(request);
	}

	/** A reply to a call that has settled is late, and says nothing. */
	#hear(reply: Reply<Value, Failure>): void {
		const call = this.#calls.get(reply.id);
		if (!call) return;
		switch (reply.type) {
			case 'progress':
				return call.progress(reply.done);
			case 'settled':
				return call.settle(reply.result);
		}
	}

	#abort(id: number): void {
		this.#calls.get(id)?.settle(fail({ kind: 'aborted' }));
		this.#end();
		for (const { request } of this.#calls.values()) this.#post(request);
	}

	#broke(message: string): void {
		this.#end();
		for (const call of [...this.#calls.values()]) call.settle(fail({ kind: 'broken', message }));
	}

	#end(): void {
		this.#worker?.end();
		this.#worker = null;
	}
}
