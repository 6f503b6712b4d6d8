/** Runs a job in a worker of its own. Settles exactly once: done, failed or stopped. */
import type { ModelFailure, ModelProgress } from '$lib/core/machine/modelStore';
import type { Result } from '$lib/core/result';
import { Calls, type CallFailure } from '../worker/calls';
import type { ToWorker } from '../worker/protocol';
import type { Start as StartOf } from '../worker/running';
import { parseReply, type Answers, type JobRequest } from './protocol';

export type Start = StartOf<ToWorker<JobRequest>>;

/**
 * Time in milliseconds that a stopped worker has to store its data. After it the worker is
 * terminated.
 */
const graceMs = 3_000;

export async function run<R extends JobRequest>(
	start: Start,
	request: R,
	signal: AbortSignal,
	progress: (progress: ModelProgress) => void = () => {}
): Promise<Result<Answers[R['type']], ModelFailure>> {
	const stop = { kind: 'ask, then terminate', graceMs } as const;
	const calls = new Calls(start, parseReply, { failureOf, stop });
	const result = await calls.call(request, { signal, progress });
	calls.end();
	// Worker and page are of the same build, so the answer has the type that belongs to the request.
	return result as Result<Answers[R['type']], ModelFailure>;
}

const failureOf = (failure: CallFailure): ModelFailure =>
	failure.kind === 'aborted' ? { kind: 'stopped' } : { kind: 'failed', message: failure.message };
