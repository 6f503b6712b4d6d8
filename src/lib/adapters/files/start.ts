import { Calls } from '../worker/calls';
import { running } from '../worker/running';
import { parseReply, type FileFailure, type FileRequest, type FileValue } from './protocol';

/** Time that the worker is kept without work, in milliseconds. */
const idleMs = 30_000;

export type Files = Calls<FileRequest, FileValue, FileFailure>;

/** Starts the worker of files with its first call. */
export const startFiles = (): Files =>
	new Calls(
		(hear, broke) =>
			// The bundler finds the worker by exactly this expression.
			running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke),
		parseReply,
		{ failureOf: (failure) => failure, idleMs }
	);
