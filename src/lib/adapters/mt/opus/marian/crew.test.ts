/** Runs the module in all its ways. Of several threads the first is this one, the others workers. */
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
/** Weights from -64 to 64, which every processor’s relaxed SIMD multiplies exactly. */
const form = { weights: 'by column' } as const;
const read = {
	encoder: readEncoder(encoderFile(sizes, weights, form)),
	decoder: readDecoder(decoderFile(sizes, weights, form))
};

const workers: Worker[] = [];
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.terminate())));

const script = `
	const { workerData, parentPort } = require('node:worker_threads');
	const { module, memory, order, thread, scratch } = workerData;
	const { exports } = new WebAssembly.Instance(module, { env: { memory } });
	parentPort.postMessage('ready');
	exports.follow(order, thread, scratch, -128);
`;

async function inWay(kind: string, threads: number): Promise<Marian> {
	const memory = new WebAssembly.Memory({ initial: 1, maximum: 16_384, shared: true });
	const isRelaxed = kind.startsWith('relaxed');
	const module = await moduleOf(kind);
	const marian = new Marian(module, memory, read, shape, { threads, isRelaxed });
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
	return { vectors: encoded.map(({ vectors }) => vectors), scores, threads: [...threads].sort() };
}

test('threads and relaxed SIMD compute the same as one thread without, bit by bit', async () => {
	const { threads, ...plain } = await run(await inWay('simd-threads', 1));
	expect(threads).toEqual([1]);
	const several = await run(await inWay('simd-threads', 4));
	expect(several).toEqual({ ...plain, threads: [1, 2, 4] });
	const relaxed = await run(await inWay('relaxed-threads', 2));
	expect(relaxed).toEqual({ ...plain, threads: [1, 2] });
});
