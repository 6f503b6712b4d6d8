import { beforeEach, expect, test, vi } from 'vitest';
import { built } from '../../../../../../tests/models/build';
import { runtime, serveFolder } from '../../../../../../tests/models/local';
import { readModel, type ModelBytes } from '../files';
import { openMarian } from './open';

const shape = { heads: 4, headWidth: 16, positions: 512, start: 472, end: 0, forbidden: [] };
let files: ModelBytes;

beforeEach(async () => {
	vi.stubGlobal('fetch', serveFolder(built));
	files = await readModel({ kind: 'address', prefix: '/trained-sv-en/' });
});

const open = (simd = runtime.kernels.simd, changed = shape) =>
	openMarian(files, { ...runtime, kernels: { ...runtime.kernels, simd, relaxed: simd } }, changed);

test('a model is opened', async () => {
	expect(await open()).toMatchObject({ ok: true });
});

test('a module that is missing, or that the browser does not compile, is a reason', async () => {
	expect(await open('/missing.wasm')).toEqual({ ok: false, failure: 'file' });
	expect(await open('/trained-sv-en/config.json')).toEqual({ ok: false, failure: 'simd' });
});

test('a graph that is unknown, damaged or of another size is a reason', async () => {
	const unknown = { ok: false, failure: 'graph' };
	expect(await open(runtime.kernels.simd, { ...shape, heads: 3 })).toEqual(unknown);
	const name = 'onnx/encoder_model_quantized.onnx';
	const encoder = files.get(name) ?? new Uint8Array();
	files.set(name, encoder.slice(0, -100));
	expect(await open()).toEqual(unknown);
	files.delete(name);
	expect(await open()).toEqual(unknown);
});

test('too little memory is a reason', async () => {
	const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
		throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
	});
	expect(await open()).toEqual({ ok: false, failure: 'memory' });
	grow.mockRestore();
});
