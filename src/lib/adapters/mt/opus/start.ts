/** The engine with its real worker. */
import mjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import script from './translator?worker&url';
import type { Engine } from '../../../core/machine/engine';
import { OpusEngine, type OpusOptions, type Start, type WorkerEvents } from './engine';
import type { OpusModel } from './model';
import { parseFromWorker } from './protocol';

/**
 * What translating needs beside a model, as addresses within the site. Left out of what every reader
 * keeps for reading without a network (`scripts/plan.mjs`): it is larger than all the rest.
 */
export const translatorFiles: readonly string[] = [script, mjs, wasm];

export const openOpus = (model: OpusModel, options: OpusOptions = {}): Engine =>
	new OpusEngine(model, start, options);

const start: Start = (model, events) => {
	const worker = new Worker(script, { type: 'module' });
	const lock = `translator ${crypto.randomUUID()}`;
	const watch = new AbortController();
	worker.onmessage = ({ data }) => {
		if (parseFromWorker(data).type === 'alive') watchLock(lock, events, watch.signal);
		else events.hear(data);
	};
	// A worker whose script does not come, or that throws where nobody catches it.
	worker.onerror = () => events.died();
	worker.postMessage({ type: 'load', model, runtime: { mjs, wasm }, lock });
	return {
		post: (message) => worker.postMessage(message),
		end: () => {
			watch.abort();
			worker.terminate();
		}
	};
};

/** Whoever gets the worker’s lock knows that the worker is gone: no event says so. */
function watchLock(lock: string, { died }: WorkerEvents, signal: AbortSignal): void {
	navigator.locks.request(lock, { signal }, died).catch(() => {
		// The worker was ended by us.
	});
}
