import { Calls, type CallFailure } from '../worker/calls';
import { running } from '../worker/running';
import { parseReply, type KnownRequest, type KnownText, type KnownValue } from './protocol';

/** Time that the worker is kept without work, in milliseconds. */
const idleMs = 60_000;

export type KnownCalls = Calls<KnownRequest, KnownValue, CallFailure, readonly KnownText[]>;

/** Starts the worker that counts known words with its first call. */
export const startKnown = (): KnownCalls =>
	new Calls(
		(hear, broke) =>
			// The bundler finds the worker by exactly this expression.
			running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke),
		parseReply,
		{
			failureOf: (same) => same,
			stop: { kind: 'tell' },
			// A part of the lexicon that did not load is asked for again by a new worker alone.
			isFatal: ({ kind }) => kind === 'broken',
			idleMs
		}
	);
