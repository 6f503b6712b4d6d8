/** Serves the translating worker’s calls one after another. Each settles once. */
import type { EngineFailure } from '../../../core/machine/engine';
import { fail, ok, type Result } from '../../../core/result';
import { serve, type Context } from '../../worker/serve';
import { loadFailure, runFailure } from './failure';
import { load, type Loaded } from './load';
import { pause } from './pause';
import type { Answer, FromWorker, LoadRequest, ToWorker, TranslateRequest } from './protocol';
import { translate } from './translate';

export class Service {
	readonly #reply: (message: FromWorker) => void;
	readonly #hearCall;
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
		this.#loaded = this.#load(message);
	}

	/** Loads a model. If that fails, the worker is useless and tells the page at once. */
	async #load({ model, runtime }: LoadRequest): Promise<Result<Loaded, EngineFailure>> {
		try {
			return ok(await load(model, runtime));
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

	async #translate(
		{ sentences, again }: TranslateRequest,
		{ signal, progress }: Context<Answer>
	): Promise<Result<null, EngineFailure>> {
		const loaded = await this.#loaded;
		if (!loaded.ok) return loaded;
		const isDone = await translate(loaded.value, {
			sentences,
			again,
			goOn: async () => {
				await pause();
				return !signal.aborted;
			},
			answered: (index, answer) => progress({ index, answer })
		});
		return isDone ? ok(null) : fail({ kind: 'cancelled' });
	}
}

/** Holds a lock until the worker ends, in whatever way. */
function holdLock(name: string, held: () => void): void {
	if (typeof navigator === 'undefined' || !('locks' in navigator)) return;
	void navigator.locks.request(name, () => {
		held();
		return new Promise<never>(() => {});
	});
}
