/** Searching the library in its worker, loaded at the first use. */
import type { SearchFailure, SearchRequest, SearchValue } from '$lib/adapters/search/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import { fail, ok, type Result } from '$lib/core/result';
import { once } from './once';

const calls = once(async () => (await import('$lib/adapters/search/start')).startSearch());

type Answer<Kind> = Extract<SearchValue, { readonly kind: Kind }>;

/** Asks the worker of the search. */
export async function askSearch<Request extends SearchRequest>(
	request: Request,
	options: CallOptions = {}
): Promise<Result<Answer<Request['kind']>, SearchFailure>> {
	try {
		const found = await (await calls()).call(request, options);
		// The worker answers a request with a value of its kind.
		return found.ok ? ok(found.value as Answer<Request['kind']>) : found;
	} catch (error) {
		// The code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}
