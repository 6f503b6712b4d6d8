import { Calls } from '../worker/calls';
import { running } from '../worker/running';
import { parseReply, type SearchFailure, type SearchRequest, type SearchValue } from './protocol';

/** Time that the worker is kept without work, in milliseconds: places are looked at for a while. */
const idleMs = 300_000;

export type SearchCalls = Calls<SearchRequest, SearchValue, SearchFailure>;

/** Starts the worker that searches the library, with its first call. */
export const startSearch = (): SearchCalls =>
	new Calls(
		(hear, broke) =>
			// The bundler finds the worker by exactly this expression.
			running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke),
		parseReply,
		{ failureOf: (same) => same, stop: { kind: 'tell' }, idleMs }
	);
