/** The reader’s dictionaries in their worker, loaded at the first use. */
import type {
	DictionaryRequest,
	DictionaryValue,
	WorkerFailure
} from '$lib/adapters/dictionaries/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import { fail, ok, type Result } from '$lib/core/result';
import { once } from './once';

const calls = once(async () =>
	(await import('$lib/adapters/dictionaries/start')).startDictionaries()
);

type Answer<Kind> = Extract<DictionaryValue, { readonly kind: Kind }>;

/** Adds files or looks a word up in the worker. */
export async function askDictionaries<Request extends DictionaryRequest>(
	request: Request,
	options: CallOptions = {}
): Promise<Result<Answer<Request['kind']>, WorkerFailure>> {
	try {
		const found = await (await calls()).call(request, options);
		// The worker answers a request with a value of its kind.
		return found.ok ? ok(found.value as Answer<Request['kind']>) : found;
	} catch (error) {
		// The worker's code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}
