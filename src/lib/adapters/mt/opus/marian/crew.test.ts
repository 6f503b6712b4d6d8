/** Runs the module on two threads of Node: the first here, the other in a worker. */
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { decoderFile } from '../../../../../../tests/models/marian/decoder';
import { encoderFile } from '../../../../../../tests/models/marian/encoder';
import { beginWeights, uniform } from '../../../../../../tests/models/marian/weights';
import { readDecoder, readEncoder } from '../graph/marian';
import { moduleOf } from './kernel.fixture';
import { Marian } from './marian';

const sizes = { width: 64, heads: 4, inner: 96, layers: 1, vocabulary: 90, positions: 64 };
const shape = { heads: 4, headWidth: 16, positions: 64, start: 89, end: 0, forbidden: [] };
const weights = beginWeights(sizes, uniform(5));
const read = {
	encoder: readEncoder(encoderFile(sizes, weights)),
	decoder: readDecoder(decoderFile(sizes, weights))
};

const workers: Worker[] = [];
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.terminate())));

const script = `
	const { workerData, parentPort } = require('node:worker_threads');
	const { module, memory, order, thread, scratch } = workerData;
	const { exports } = new WebAssembly.Instance(module, { env: { memory } });
	parentPort.postMessage('ready');
	exports.follow(order, thread, scratch);
`;

async function withThreads(threads: number): Promise<Marian> {
	const memory = new WebAssembly.Memory({ initial: 1, maximum: 16_384, shared: true });
	const marian = new Marian(await moduleOf('simd-threads'), memory, read, shape, { threads });
	for (const workerData of marian.followers) {
		const worker = new Worker(script, { eval: true, workerData });
		workers.push(worker);
		await new Promise((resolve) => worker.once('message', resolve));
	}
	marian.joined();
	return marian;
}

/** Encodes two sentences and decodes them for 24 steps. */
async function run(marian: Marian) {
	const sources = [[4, 5, 6, 7, 8, 9, 10, 0], Array.from({ length: 20 }, (_, i) => 3 * i)];
	const encoded = [];
	for (const source of sources) encoded.push(await marian.encode(source));
	const batch = marian.begin(encoded);
	const scores: Float32Array[] = [];
	const threads = new Set<number>();
	for (let i = 0; i < 24; i++) {
		scores.push(...(await batch.step([89 - i, i])).map((row) => row.slice()));
		threads.add(marian.threads);
	}
	return { vectors: encoded.map(({ vectors }) => vectors), scores, threads };
}

test('several threads compute the same as one, bit by bit', async () => {
	const { threads: _, ...one } = await run(await withThreads(1));
	for (const count of [2, 4]) {
		const { threads, ...several } = await run(await withThreads(count));
		expect(several).toEqual(one);
		expect(Math.max(...threads)).toBe(count);
	}
});
