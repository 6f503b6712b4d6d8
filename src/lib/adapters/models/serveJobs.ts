/** Runs the jobs of the models' worker. A module of its own, so that tests need no worker. */
import type { ModelFailure, ModelProgress } from '$lib/core/machine/modelStore';
import { unreachable, type Result } from '$lib/core/result';
import type { ToWorker } from '../worker/protocol';
import { serve, type Context } from '../worker/serve';
import { ask } from './ask';
import { bring, copy } from './bring';
import { failureOf } from './failure';
import type { PartCache } from './fileParts';
import type { JobReply, JobRequest } from './protocol';
import type { Net } from './request';
import { verify } from './verify';

/** The worker’s environment; tests pass their own. */
export interface JobEnvironment {
	readonly cache: () => Promise<PartCache>;
	readonly net: Net;
}

/** Returns the message handler of a models' worker. */
export const serveJobs = (
	reply: (message: JobReply) => void,
	place: JobEnvironment
): ((message: ToWorker<JobRequest>) => Promise<void>) =>
	serve(reply, (request: JobRequest, context) => work(request, place, context), failureOf);

async function work(
	request: JobRequest,
	{ cache, net }: JobEnvironment,
	{ signal, progress }: Context<ModelProgress>
): Promise<Result<unknown, ModelFailure>> {
	if (request.type === 'ask') return ask(net, request.model, request.source, signal);
	const job = { cache: await cache(), net, signal, progress };
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
