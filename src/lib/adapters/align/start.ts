import type { Start } from '../worker/calls';
import { Aligner } from './aligner';
import type { AlignRequest } from './protocol';

const start: Start<AlignRequest> = (hear, broke) => {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	worker.onmessage = ({ data }) => hear(data);
	// A worker whose script does not come gives no message.
	worker.onerror = ({ message }) => broke(message ?? 'worker');
	return { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
};

/** The aligner with its real worker. */
export const startAligner = (): Aligner => new Aligner(start);
