/**
 * Imports texts in a worker, so that the page stays free. Each call settles exactly once: done,
 * failed or aborted. Aborting ends the worker, since importing a text is one synchronous run that
 * hears no message; the calls beside it begin again in a new one.
 */
import type { Imported } from '../../core/import/imported';
import { fail, ok, type Result } from '../../core/result';
import type { Lang } from '../../core/text/article';
import type { KnownArticle } from '../../core/translation/recognise';
import { parseReply, type ImportReply, type ImportRequest, type ReadFailure } from './protocol';

export type ImportOutcome = Result<Imported, ReadFailure>;

export interface ImportOptions {
	/** The language that the reader says it is, where the text does not. */
	readonly lang?: Lang;
	readonly known?: readonly KnownArticle[];
	readonly signal?: AbortSignal;
	/** From 0 to 1. */
	readonly progress?: (done: number) => void;
}

interface Call {
	readonly request: ImportRequest;
	readonly progress: (done: number) => void;
	readonly settle: (outcome: ImportOutcome) => void;
}

/** A worker that runs, and how to start one: tests bring their own. */
export interface Running {
	post(request: ImportRequest): void;
	end(): void;
}
export type Start = (hear: (data: unknown) => void, broke: (message: string) => void) => Running;

export class Importer {
	#calls = new Map<number, Call>();
	#worker: Running | null = null;
	#next = 0;

	readonly #start: Start;

	constructor(start: Start) {
		this.#start = start;
	}

	import(name: string, file: Blob, options: ImportOptions = {}): Promise<ImportOutcome> {
		const { lang = null, known = [], signal, progress = () => {} } = options;
		if (signal?.aborted) return Promise.resolve(fail({ kind: 'aborted' }));
		const id = this.#next++;
		return new Promise((resolve) => {
			const abort = () => this.#abort(id);
			const settle = (outcome: ImportOutcome) => {
				this.#calls.delete(id);
				signal?.removeEventListener('abort', abort);
				resolve(outcome);
			};
			signal?.addEventListener('abort', abort);
			const call = {
				request: { type: 'import', id, name, file, lang, known },
				progress,
				settle
			} as const;
			this.#calls.set(id, call);
			this.#post(call.request);
		});
	}

	#post(request: ImportRequest): void {
		this.#worker ??= this.#start(
			(data) => this.#hear(parseReply(data)),
			(message) => this.#broke(message)
		);
		this.#worker.post(request);
	}

	/** A reply to a call that has settled is late, and says nothing. */
	#hear(reply: ImportReply): void {
		const call = this.#calls.get(reply.id);
		if (!call) return;
		switch (reply.type) {
			case 'progress':
				return call.progress(reply.done);
			case 'done':
				return call.settle(ok(reply.imported));
			case 'failed':
				return call.settle(fail(reply.failure));
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
