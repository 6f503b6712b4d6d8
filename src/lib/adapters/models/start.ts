import { running } from '../worker/running';
import type { Start } from './run';

/** A real worker. */
export const startWorker: Start = (hear, broke) =>
	// The bundler looks for these very words.
	running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke);
