/** What a models’ worker does with a request; apart from it, so that tests need no worker. */
import type { ModelFailure, Progress } from '$lib/core/machine/modelStore';
import { unreachable, type Result } from '$lib/core/result';
import { ask } from './ask';
import { bring, copy } from './bring';
import { failureOf } from './failure';
import type { Job } from './job';
import type { PartCache } from './parts';
import type { FromWorker, JobRequest } from './protocol';
import type { Net } from './request';
import { verify } from './verify';

export interface Workplace {
	readonly cache: () => Promise<PartCache>;
	readonly net: Net;
	readonly signal: AbortSignal;
	readonly progress: (progress: Progress) => void;
}

export async function answer(request: JobRequest, at: Workplace): Promise<FromWorker> {
	try {
		const result = await work(request, at);
		return result.ok
			? { type: 'done', answer: result.value }
			: { type: 'failed', failure: result.failure };
	} catch (error) {
		return { type: 'failed', failure: failureOf(error) };
	}
}

async function work(
	request: JobRequest,
	{ cache, net, signal, progress }: Workplace
): Promise<Result<unknown, ModelFailure>> {
	if (request.type === 'ask') return ask(net, request.model, request.source, signal);
	const job: Job = { cache: await cache(), net, signal, progress };
	switch (request.type) {
		case 'bring':
			return bring(job, request.model, request.offer);
		case 'copy':
			return copy(job, request.model, request.given);
		case 'verify':
			return verify(job, request.model.id, request.files);
		default:
			return unreachable(request);
	}
}
