/** Alignment, apart from `store.ts`, which every page loads. */
import type { Aligning, AlignOutcome } from '$lib/adapters/align/aligner';
import type { LearnRequest } from '$lib/adapters/align/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import type { Lexicon } from '$lib/core/align/wordLinks';
import type { Aligned } from '$lib/core/links/aligned';
import type { DraftSide } from '$lib/core/links/draft';
import type { Relinked } from '$lib/core/links/relinked';
import type { LinkedUnit } from '$lib/core/links/units';
import type { Lang } from '$lib/core/text/article';
import { fail } from '$lib/core/result';
import { once } from './once';

/** Starts the aligner in its worker: always the same one, and only in the browser. */
const aligner = once(async () => (await import('$lib/adapters/align/start')).startAligner());

/**
 * Starts the aligner for a draft that may soon be aligned. A module that does not load is loaded when
 * the draft is aligned.
 */
export async function wakeAligner({ source, target }: Aligned): Promise<void> {
	await aligner().then(
		(worker) => worker.wake(source.lang, target.lang),
		() => {}
	);
}

/**
 * Returns links for a draft’s texts: keeps fixed links and finds the others, helped by the texts that
 * the reader’s library has aligned before.
 */
export async function align(draft: Aligning, options: CallOptions): Promise<AlignOutcome> {
	try {
		return await (await aligner()).align(draft, options);
	} catch (error) {
		// The worker's code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}

/** Learns words of aligned texts, or of those of the library; none where the worker does not load. */
export const learnWords = async (
	request: Omit<LearnRequest, 'kind'>,
	options: CallOptions
): Promise<Lexicon> =>
	aligner().then(
		(worker) => worker.learn(request, options),
		() => []
	);

/**
 * Cuts a draft’s texts into sentences in the worker, before they are needed. Where it does not load
 * they are cut when they are needed.
 */
export const cutSentences = async (draft: Aligned): Promise<void> =>
	aligner().then(
		(worker) => worker.cut(draft),
		() => {}
	);

/** Finds the links of a saved translation again in the worker; where it does not load, on the page. */
export async function relink(
	units: readonly LinkedUnit[],
	source: DraftSide,
	lang: Lang
): Promise<Relinked> {
	const found = await aligner().then(
		(worker) => worker.relink({ units, source, lang }),
		() => null
	);
	return found ?? (await import('$lib/core/links/relinked')).linksOf(units, source, lang);
}
