import { running } from '../worker/running';
import { Importer } from './importer';

/** The importer with its real worker. */
export const startImporter = (): Importer =>
	new Importer((hear, broke) =>
		// The bundler looks for these very words.
		running(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), hear, broke)
	);
