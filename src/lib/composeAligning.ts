/** The part of `compose.ts` that aligns: apart from it, since every page loads that one. */
import type { Aligner, AlignOptions, AlignOutcome } from '$lib/adapters/align/aligner';
import type { AlignmentDraft } from '$lib/core/align/draft';
import { fail } from '$lib/core/result';

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

/** Links for a draft’s texts: those that are fixed are kept, the others found anew. */
export async function align(
	draft: Pick<AlignmentDraft, 'source' | 'target' | 'links'>,
	options: AlignOptions
): Promise<AlignOutcome> {
	try {
		return await (await aligner()).align(draft, options);
	} catch (error) {
		// The worker's code did not come: the network is gone, and it was never kept.
		return fail({ kind: 'broken', message: String(error) });
	}
}
