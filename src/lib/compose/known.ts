/** Counting known words in a worker, loaded by readers who have turned it on. */
import type { KnownRequest, KnownText, KnownValue } from '$lib/adapters/known/protocol';
import type { CallFailure, CallOptions } from '$lib/adapters/worker/calls';
import { fail, type Result } from '$lib/core/result';
import { once } from './once';

const calls = once(async () => (await import('$lib/adapters/known/start')).startKnown());

/** Counts known words in the worker; texts come as progress, some at a time. */
export async function countKnown(
	request: KnownRequest,
	options: CallOptions<readonly KnownText[]>
): Promise<Result<KnownValue, CallFailure>> {
	try {
		return await (await calls()).call(request, options);
	} catch (error) {
		// The worker's code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}
