/** The part of `compose.ts` that aligns: apart from it, since every page loads that one. */
import type { Aligner, AlignOutcome } from '$lib/adapters/align/aligner';
import type { CallOptions } from '$lib/adapters/worker/calls';
import { alignedIn, type Aligned } from '$lib/core/align/aligned';
import { fail } from '$lib/core/result';
import { store } from './compose';

let starting: Promise<Aligner> | null = null;

/** The aligner in its worker. The same one always; only in the browser. */
export function aligner(): Promise<Aligner> {
	starting ??= start();
	return starting;
}

async function start(): Promise<Aligner> {
	try {
		return (await import('$lib/adapters/align/start')).startAligner();
	} catch (error) {
		starting = null; // the module did not come: the next call asks again
		throw error;
	}
}

/** Has the aligner ready for a draft that may soon be aligned. What does not come is asked for then. */
export async function wakeAligner({ source, target }: Aligned): Promise<void> {
	await aligner().then(
		(worker) => worker.wake(source.lang, target.lang),
		() => {}
	);
}

/**
 * Links for a draft’s texts: those that are fixed are kept, the others found anew, also by what the
 * reader’s library has aligned before.
 */
export async function align(draft: Aligned, options: CallOptions): Promise<AlignOutcome> {
	try {
		const [worker, aligned] = await Promise.all([aligner(), before(draft)]);
		return await worker.align(draft, { ...options, aligned });
	} catch (error) {
		// The worker's code did not come: the network is gone, and it was never kept.
		return fail({ kind: 'broken', message: String(error) });
	}
}

/** What cannot be read is not learnt from. */
async function before({ source, target }: Aligned): Promise<readonly Aligned[]> {
	const library = await (await store()).dump();
	return library.ok ? alignedIn(library.value, source.lang, target.lang) : [];
}
