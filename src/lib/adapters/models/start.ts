import type { Start } from './run';

/** A real worker. */
export const startWorker: Start = (hear, broke) => {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	worker.onmessage = ({ data }) => hear(data);
	// A worker whose script does not come gives no message.
	worker.onerror = ({ message }) => broke(message ?? 'worker');
	return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
};
