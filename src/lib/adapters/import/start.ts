import { running } from '../worker/running';
import { Importer } from './importer';

/** Returns an importer with its real worker. */
export const startImporter = (): Importer =>
	new Importer((hear, broke) =>
		// The bundler finds the worker by exactly this expression.
		running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke)
	);
