import { Calls } from '../worker/calls';
import { running } from '../worker/running';
import { parseReply, type WordFailure, type WordRequest, type WordValue } from './protocol';

export type WordCalls = Calls<WordRequest, WordValue, WordFailure>;

/** Starts the worker that looks words up, with its first call. It keeps the lexicon in memory. */
export const startWords = (): WordCalls =>
	new Calls(
		(hear, broke) =>
			// The bundler finds the worker by exactly this expression.
			running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke),
		parseReply,
		// A part of the lexicon that did not load is asked for again by a new worker alone.
		{ failureOf: (same) => same, isFatal: ({ kind }) => kind === 'broken' }
	);
