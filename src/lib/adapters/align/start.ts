import { running } from '../worker/running';
import { Aligner } from './aligner';

/** Returns an aligner with its real worker. */
export const startAligner = (): Aligner =>
	new Aligner((hear, broke) =>
		// The bundler finds the worker by exactly this expression.
		running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke)
	);
