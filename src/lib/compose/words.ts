/** Looking words up on a reading page: where they are, and the worker that knows them. */
import type { WordFailure, WordRequest, WordValue } from '$lib/adapters/words/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import { fail, type Result } from '$lib/core/result';
import { once } from './once';

export {
	isOn,
	markWord,
	rangeInText,
	textAt,
	textsOf,
	type RowText
} from '$lib/adapters/dom/wordPlace';

const calls = once(async () => (await import('$lib/adapters/words/start')).startWords());

/** Looks words up in the worker, which starts and loads the lexicon at the first. */
export async function askWords(
	request: WordRequest,
	options: CallOptions
): Promise<Result<WordValue, WordFailure>> {
	try {
		return await (await calls()).call(request, options);
	} catch (error) {
		// The code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}
