/** The worker's side of the bridge: serves the calls, and settles each once. */
import { fail, type Result } from '../../core/result';
import type { FromWorker, ToWorker } from './protocol';

/** The tools for the work on one call. */
export interface Context<Progress = number> {
	/** Aborted when the caller asks the work to stop. */
	readonly signal: AbortSignal;
	readonly progress: (progress: Progress) => void;
}

/**
 * Returns a worker's message handler. `failureOf` converts an error thrown by `work`. Calls run
 * concurrently while `work` awaits.
 */
export function serve<Request extends object, Value, Failure, Progress = number>(
	reply: (message: FromWorker<Value, Failure, Progress>) => void,
	work: (request: Request, context: Context<Progress>) => Promise<Result<Value, Failure>>,
	failureOf: (error: unknown) => Failure
): (message: ToWorker<Request>) => Promise<void> {
	const stops = new Map<number, AbortController>();
	return async (message) => {
		const { id } = message;
		if (isStop(message)) return stops.get(id)?.abort();
		const stop = new AbortController();
		stops.set(id, stop);
		const progress = (progress: Progress) => reply({ type: 'progress', id, progress });
		const result = await work(message, { signal: stop.signal, progress }).catch((error) =>
			fail(failureOf(error))
		);
		stops.delete(id);
		reply({ type: 'settled', id, result });
	};
}

const isStop = <Request extends object>(
	message: ToWorker<Request>
): message is Extract<ToWorker<Request>, { type: 'stop' }> =>
	'type' in message && message.type === 'stop';
