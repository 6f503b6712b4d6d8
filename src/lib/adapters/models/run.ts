/** Has one job done by a worker of its own. Settles exactly once: done, failed or stopped. */
import { fail, ok, type Result } from '$lib/core/result';
import type { ModelFailure, Progress } from '$lib/core/machine/modelStore';
import type { Start as StartOf } from '../worker/running';
import { parseFromWorker, type Answers, type JobRequest, type ToWorker } from './protocol';

export type Start = StartOf<ToWorker>;

/** A worker that was asked to stop has so long to put away what has come. */
const graceMs = 3_000;

export function run<R extends JobRequest>(
	start: Start,
	request: R,
	signal: AbortSignal,
	progress: (progress: Progress) => void = () => {}
): Promise<Result<Answers[R['type']], ModelFailure>> {
	if (signal.aborted) return Promise.resolve(fail({ kind: 'stopped' }));
	return new Promise((resolve) => {
		const settle = (result: Result<Answers[R['type']], ModelFailure>) => {
			signal.removeEventListener('abort', stop);
			clearTimeout(timer);
			worker.end();
			resolve(result);
		};
		let timer: ReturnType<typeof setTimeout> | undefined;
		const stop = () => {
			worker.post({ type: 'stop' });
			timer = setTimeout(() => settle(fail({ kind: 'stopped' })), graceMs);
		};
		const hear = (data: unknown) => {
			const message = parseFromWorker(data);
			if (message.type === 'progress') return progress(message.progress);
			if (message.type === 'failed') return settle(fail(message.failure));
			settle(ok(message.answer as Answers[R['type']]));
		};
		const worker = start(hear, (message) => settle(fail({ kind: 'failed', message })));
		signal.addEventListener('abort', stop);
		worker.post(request);
	});
}
