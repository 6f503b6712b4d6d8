/** The engine in Node: the real runtime and the worker’s real service in this process. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compiledKernel } from '../../scripts/kernels.mjs';
import type { Runtime } from '../../src/lib/adapters/mt/opus/protocol';

const require = createRequire(import.meta.url);
const at = (file: string) => pathToFileURL(require.resolve(`onnxruntime-web/${file}`)).href;

const kernelAt = async (kind: string) => pathToFileURL(await compiledKernel(kind)).href;

export const runtime: Runtime = {
	mjs: at('ort-wasm-simd-threaded.mjs'),
	wasm: at('ort-wasm-simd-threaded.wasm'),
	kernels: {
		simd: await kernelAt('simd'),
		relaxed: await kernelAt('relaxed'),
		// Node is not isolated: it has one thread.
		'simd-threads': '/none.wasm',
		'relaxed-threads': '/none.wasm'
	},
	thread: '/none.js'
};

/** Serves a folder as the site would, and files by their own address: replaces `fetch`. */
export const serveFolder =
	(folder: string): typeof fetch =>
	async (address) => {
		const asked = String(address);
		const path = asked.startsWith('file:') ? fileURLToPath(asked) : join(folder, asked);
		return existsSync(path)
			? new Response(await readFile(path))
			: new Response(null, { status: 404 });
	};
