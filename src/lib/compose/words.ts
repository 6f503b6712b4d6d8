/** Looking words up on a reading page: where they are, and the worker that knows them. */
import type { WordFailure, WordRequest, WordValue } from '$lib/adapters/words/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import { fail, ok, type Result } from '$lib/core/result';
import { once } from './once';

export { rangeOf as rangeInElement } from '$lib/adapters/dom/plainText';
export {
	isOn,
	markAnswers,
	markWord,
	rangeInText,
	textAt,
	textsOf,
	type RowText
} from '$lib/adapters/dom/wordPlace';

const calls = once(async () => (await import('$lib/adapters/words/start')).startWords());

type Answer<Kind> = Extract<WordValue, { readonly kind: Kind }>;

/** Asks the worker of words, which starts and loads a lexicon at the first. */
export async function askWords<Request extends WordRequest>(
	request: Request,
	options: CallOptions = {}
): Promise<Result<Answer<Request['kind']>, WordFailure>> {
	try {
		const found = await (await calls()).call(request, options);
		// The worker answers a request with a value of its kind.
		return found.ok ? ok(found.value as Answer<Request['kind']>) : found;
	} catch (error) {
		// The code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}
