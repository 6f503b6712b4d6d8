/** Files read and written in a worker, loaded by the pages that have them. */
import type { FileFailure, FileRequest, FileValue } from '$lib/adapters/files/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import { fail, ok, type Result } from '$lib/core/result';
import { once } from './once';

const files = once(async () => (await import('$lib/adapters/files/start')).startFiles());

type Answer<Kind> = Extract<FileValue, { readonly kind: Kind }>;

/** Reads or writes a file in the worker. */
export async function inFileWorker<Request extends FileRequest>(
	request: Request,
	options: CallOptions = {}
): Promise<Result<Answer<Request['kind']>, FileFailure>> {
	try {
		const found = await (await files()).call(request, options);
		// The worker answers a request with a value of its kind.
		return found.ok ? ok(found.value as Answer<Request['kind']>) : found;
	} catch (error) {
		// The worker's code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}
