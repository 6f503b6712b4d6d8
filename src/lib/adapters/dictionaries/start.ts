import { Calls } from '../worker/calls';
import { running } from '../worker/running';
import {
	parseReply,
	type DictionaryRequest,
	type DictionaryValue,
	type WorkerFailure
} from './protocol';

/** Time that the worker is kept without work, in milliseconds: words are looked up one by one. */
const idleMs = 300_000;

export type DictionaryCalls = Calls<DictionaryRequest, DictionaryValue, WorkerFailure>;

/** Starts the worker of dictionaries with its first call. */
export const startDictionaries = (): DictionaryCalls =>
	new Calls(
		(hear, broke) =>
			// The bundler finds the worker by exactly this expression.
			running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke),
		parseReply,
		{ failureOf: (failure) => failure, idleMs }
	);
