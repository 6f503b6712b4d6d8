import { Importer, type Start } from './importer';

const start: Start = (hear, broke) => {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	worker.onmessage = ({ data }) => hear(data);
	// A worker whose script does not come gives no message.
	worker.onerror = ({ message }) => broke(message ?? 'worker');
	return { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
};

/** The importer with its real worker. */
export const startImporter = (): Importer => new Importer(start);
