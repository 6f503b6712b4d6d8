import { running } from '../worker/running';
import type { Start } from './run';

/** Starts a real worker. */
export const startWorker: Start = (hear, broke) =>
	// The bundler finds the worker by exactly this expression.
	running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke);
