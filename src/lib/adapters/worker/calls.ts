/**
 * The page's side of the bridge to a worker. Each call settles exactly once: answered, aborted or
 * broken. `serve.ts` is the worker's side.
 */
import { fail, type Result } from '../../core/result';
import type { FromWorker, ParseReply, ToWorker } from './protocol';
import type { Running, Start } from './running';

/** `aborted`: the caller stopped it; `broken`: our own fault, with its message. */
export type CallFailure =
	{ readonly kind: 'aborted' } | { readonly kind: 'broken'; readonly message: string };

/**
 * How a call is stopped.
 *
 * - `terminate`: for a worker that hears nothing while it works. The call settles at once and the
 *   worker is ended; the calls beside it begin again in a new one.
 * - `ask, then terminate`: for a worker that has something to put away. It is asked, and settles
 *   the call itself; after `graceMs` it is terminated as above.
 * - `tell`: for a worker that is slow to start. The call settles at once, and the worker is told
 *   and goes on with the calls beside it.
 */
export type StopPolicy =
	| { readonly kind: 'terminate' }
	| { readonly kind: 'ask, then terminate'; readonly graceMs: number }
	| { readonly kind: 'tell' };

export interface CallsOptions<Failure> {
	/** Converts an aborted call or a broken worker to the caller's failure. */
	readonly failureOf: (failure: CallFailure) => Failure;
	/** Defaults to `terminate`. */
	readonly stop?: StopPolicy;
	/**
	 * Tells whether a failure makes the worker useless: the other calls then begin again in a new
	 * one.
	 */
	readonly isFatal?: (failure: Failure) => boolean;
	/**
	 * Time that a worker without calls is kept, in milliseconds. After it the worker is ended.
	 * Default: never.
	 */
	readonly idleMs?: number;
}

/** The part of `AbortSignal` that a call needs. */
interface Signal {
	readonly aborted: boolean;
	addEventListener(type: 'abort', listener: () => void): void;
	removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions<Progress = number, Stopped extends Signal = AbortSignal> {
	readonly signal?: Stopped;
	/** Called until the call settles. A number is the share that is done, from 0 to 1. */
	readonly progress?: (progress: Progress) => void;
}

interface Call<Request, Value, Failure, Progress> {
	readonly request: ToWorker<Request>;
	readonly progress: (progress: Progress) => void;
	readonly settle: (outcome: Result<Value, Failure>) => void;
}

export class Calls<Request extends object, Value, Failure, Progress = number> {
	readonly #calls = new Map<number, Call<Request, Value, Failure, Progress>>();
	readonly #start: Start<ToWorker<Request>>;
	readonly #parse: ParseReply<Value, Failure, Progress>;
	readonly #failureOf: (failure: CallFailure) => Failure;
	readonly #stop: StopPolicy;
	readonly #isFatal: (failure: Failure) => boolean;
	readonly #idleMs: number | null;
	#worker: Running<ToWorker<Request>> | null = null;
	#next = 0;
	#idle: ReturnType<typeof setTimeout> | undefined;

	constructor(
		start: Start<ToWorker<Request>>,
		parse: ParseReply<Value, Failure, Progress>,
		options: CallsOptions<Failure>
	) {
		this.#start = start;
		this.#parse = parse;
		this.#failureOf = options.failureOf;
		this.#stop = options.stop ?? { kind: 'terminate' };
		this.#isFatal = options.isFatal ?? (() => false);
		this.#idleMs = options.idleMs ?? null;
	}

	call(
		request: Request,
		{ signal, progress = () => {} }: CallOptions<Progress, Signal> = {}
	): Promise<Result<Value, Failure>> {
		if (signal?.aborted) return Promise.resolve(this.#aborted());
		const id = this.#next++;
		return new Promise((resolve) => {
			let grace: ReturnType<typeof setTimeout> | undefined;
			const stop = () => (grace = this.#stopCall(id));
			const settle = (outcome: Result<Value, Failure>) => {
				this.#calls.delete(id);
				signal?.removeEventListener('abort', stop);
				clearTimeout(grace);
				this.#endWhenIdle();
				resolve(outcome);
			};
			signal?.addEventListener('abort', stop);
			const call = { request: { ...request, id }, progress, settle };
			this.#calls.set(id, call);
			clearTimeout(this.#idle);
			this.#post(call.request);
		});
	}

	/** Ends the worker. Calls under way are aborted; the next call starts a new worker. */
	end(): void {
		this.#endWorker();
		this.#settleAll(this.#failureOf({ kind: 'aborted' }));
		clearTimeout(this.#idle);
	}

	#post(request: ToWorker<Request>): void {
		this.#worker ??= this.#started();
		this.#worker.post(request);
	}

	#started(): Running<ToWorker<Request>> {
		// Messages of an ended worker concern calls that have settled or begun again.
		const ifCurrent =
			<Message>(handle: (message: Message) => void) =>
			(message: Message) => {
				if (this.#worker === worker) handle(message);
			};
		const worker = this.#start(
			ifCurrent((data: unknown) => this.#hear(this.#parse(data))),
			ifCurrent((message: string) => this.#failAll(this.#failureOf({ kind: 'broken', message })))
		);
		return worker;
	}

	#aborted(): Result<Value, Failure> {
		return fail(this.#failureOf({ kind: 'aborted' }));
	}

	/** Handles a reply. Ignores a late one, to a call that has settled. */
	#hear(reply: FromWorker<Value, Failure, Progress>): void {
		switch (reply.type) {
			case 'progress':
				return this.#calls.get(reply.id)?.progress(reply.progress);
			case 'settled':
				return this.#settled(reply.id, reply.result);
			case 'unusable':
				return this.#failAll(reply.failure);
		}
	}

	#settled(id: number, result: Result<Value, Failure>): void {
		const call = this.#calls.get(id);
		if (!call) return;
		const isFatal = !result.ok && this.#isFatal(result.failure);
		if (isFatal) this.#endWorker();
		call.settle(result);
		if (isFatal) this.#beginAgain();
	}

	/** Stops a call as the policy says. Returns the timer of its grace, if it has any. */
	#stopCall(id: number): ReturnType<typeof setTimeout> | undefined {
		switch (this.#stop.kind) {
			case 'terminate':
				this.#terminate(id);
				return undefined;
			case 'ask, then terminate':
				this.#worker?.post({ type: 'stop', id });
				return setTimeout(() => this.#terminate(id), this.#stop.graceMs);
			case 'tell':
				this.#calls.get(id)?.settle(this.#aborted());
				this.#worker?.post({ type: 'stop', id });
				return undefined;
		}
	}

	#terminate(id: number): void {
		this.#endWorker();
		this.#calls.get(id)?.settle(this.#aborted());
		this.#beginAgain();
	}

	#failAll(failure: Failure): void {
		this.#endWorker();
		this.#settleAll(failure);
	}

	#settleAll(failure: Failure): void {
		for (const call of [...this.#calls.values()]) call.settle(fail(failure));
	}

	/** Posts the calls under way to a new worker. */
	#beginAgain(): void {
		for (const { request } of this.#calls.values()) this.#post(request);
	}

	#endWhenIdle(): void {
		if (this.#idleMs === null || this.#calls.size > 0 || !this.#worker) return;
		clearTimeout(this.#idle);
		this.#idle = setTimeout(() => this.end(), this.#idleMs);
	}

	#endWorker(): void {
		this.#worker?.end();
		this.#worker = null;
	}
}
