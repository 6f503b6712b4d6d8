/** Starts the engine with its real worker. */
import mjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import relaxed from './marian/assembly/index.ts?kernel=relaxed';
import relaxedThreads from './marian/assembly/index.ts?kernel=relaxed-threads';
import simd from './marian/assembly/index.ts?kernel=simd';
import simdThreads from './marian/assembly/index.ts?kernel=simd-threads';
import thread from './marian/marianThread?worker&url';
import script from './translator?worker&url';
import type { Engine } from '../../../core/machine/engine';
import { running } from '../../worker/running';
import { OpusEngine, type OpusOptions, type Start } from './engine';
import type { OpusModel } from './model';
import type { SlowReason } from '../../../core/machine/slow';
import { isAlive, parseLoaded, type Runtime, type ToWorker } from './protocol';

const kernels = {
	...{ simd, relaxed },
	...{ 'simd-threads': simdThreads, 'relaxed-threads': relaxedThreads }
};

/**
 * The files that translating needs besides a model, as addresses within the site. Not cached for
 * every reader (`scripts/plan.mjs`): they are larger than all the rest.
 */
export const translatorFiles: readonly string[] = [
	...[script, mjs, wasm],
	...Object.values(kernels),
	thread
];

const runtime: Runtime = { mjs, wasm, kernels, thread };

export interface OpenOptions extends OpusOptions {
	/** Called when the model is loaded: why it runs the slower way; null if it does not. */
	readonly onLoaded?: (slow: SlowReason | null) => void;
}

export const openOpus = (model: OpusModel, options: OpenOptions = {}): Engine =>
	new OpusEngine(model, startWith(model, options.onLoaded ?? (() => {})), options);

const startWith =
	(model: OpusModel, onLoaded: (slow: SlowReason | null) => void): Start =>
	(hear, broke) => {
		const lock = `translator ${crypto.randomUUID()}`;
		const watch = new AbortController();
		const worker = running<ToWorker>(
			new Worker(script, { type: 'module' }),
			(data) => {
				const loaded = parseLoaded(data);
				if (loaded) onLoaded(loaded.slow);
				else if (isAlive(data)) watchLock(lock, broke, watch.signal);
				else hear(data);
			},
			broke
		);
		worker.post({ type: 'load', model, runtime, lock });
		return {
			post: (message) => worker.post(message),
			end: () => {
				watch.abort();
				worker.end();
			}
		};
	};

/** Calls `broke` when the worker dies. No event reports that, but its lock becomes free. */
function watchLock(lock: string, broke: (message: string) => void, signal: AbortSignal): void {
	navigator.locks
		.request(lock, { signal }, () => broke('worker'))
		.catch(() => {
			// The worker was ended by us.
		});
}
