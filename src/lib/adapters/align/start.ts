import { running } from '../worker/running';
import { Aligner } from './aligner';

/** The aligner with its real worker. */
export const startAligner = (): Aligner =>
	new Aligner((hear, broke) =>
		// The bundler looks for these very words.
		running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke)
	);
