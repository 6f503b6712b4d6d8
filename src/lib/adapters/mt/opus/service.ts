/** Serves the translating worker’s calls one after another. Each settles once. */
import type { EngineFailure } from '../../../core/machine/engine';
import { fail, ok, type Result } from '../../../core/result';
import { serve, type Context } from '../../worker/serve';
import type { SlowReason } from '../../../core/machine/slow';
import { loadFailure, runFailure, slowReasonOf } from './failure';
import { load, type Loaded } from './load';
import { pause } from './pause';
import type { Answer, FromWorker, LoadRequest, ToWorker, TranslateRequest } from './protocol';
import { translate } from './translate';

export class Service {
	readonly #reply: (message: FromWorker) => void;
	readonly #hearCall;
	#request: LoadRequest | null = null;
	#loaded: Promise<Result<Loaded, EngineFailure>>;
	#last: Promise<unknown> = Promise.resolve();

	constructor(reply: (message: FromWorker) => void) {
		this.#reply = reply;
		this.#loaded = Promise.resolve(fail({ kind: 'failed', message: 'nothing was loaded' }));
		this.#hearCall = serve(reply, this.#inTurn, runFailure);
	}

	hear(message: ToWorker): void {
		if (message.type !== 'load') return void this.#hearCall(message);
		holdLock(message.lock, () => this.#reply({ type: 'alive' }));
		this.#request = message;
		this.#loaded = this.#load(message, null);
	}

	/** Loads a model. If that fails, the worker is useless and tells the page at once. */
	async #load(
		{ model, runtime }: LoadRequest,
		slow: SlowReason | null
	): Promise<Result<Loaded, EngineFailure>> {
		try {
			const loaded = await load(model, runtime, slow);
			this.#reply({ type: 'loaded', slow: loaded.slow });
			return ok(loaded);
		} catch (error) {
			const failure = loadFailure(error);
			this.#reply({ type: 'unusable', failure });
			return fail(failure);
		}
	}

	#inTurn = (
		request: TranslateRequest,
		context: Context<Answer>
	): Promise<Result<null, EngineFailure>> => {
		const turn = this.#last.then(() => this.#translate(request, context));
		this.#last = turn.catch(() => {});
		return turn;
	};

	/** Translates; if our own module fails, once more on the runtime. */
	async #translate(
		request: TranslateRequest,
		context: Context<Answer>
	): Promise<Result<null, EngineFailure>> {
		const loaded = await this.#loaded;
		if (!loaded.ok) return loaded;
		try {
			return await translated(loaded.value, request, context);
		} catch (error) {
			if (loaded.value.slow || !this.#request) throw error;
			this.#loaded = this.#load(this.#request, slowReasonOf(error));
			return this.#translate(request, context);
		}
	}
}

async function translated(
	loaded: Loaded,
	{ sentences, again, hurried, care, terms }: TranslateRequest,
	{ signal, progress }: Context<Answer>
): Promise<Result<null, EngineFailure>> {
	const isDone = await translate(loaded, {
		sentences,
		...{ again, hurried, care },
		...(terms && { terms }),
		goOn: async () => {
			await pause();
			return !signal.aborted;
		},
		answered: (index, answer) => progress({ index, answer })
	});
	return isDone ? ok(null) : fail({ kind: 'cancelled' });
}

/** Holds a lock until the worker ends, in whatever way. */
function holdLock(name: string, held: () => void): void {
	if (typeof navigator === 'undefined' || !('locks' in navigator)) return;
	void navigator.locks.request(name, () => {
		held();
		return new Promise<never>(() => {});
	});
}
