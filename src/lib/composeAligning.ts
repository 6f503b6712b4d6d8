/** The part of `compose.ts` that aligns: apart from it, since every page loads that one. */
import type { Aligner } from '$lib/adapters/align/aligner';

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
