/** Opens a model in our own module, where model and device allow it. */
import type { SlowReason } from '../../../../core/machine/slow';
import { fail, ok, type Result } from '../../../../core/result';
import type { ModelBytes } from '../files';
import { readDecoder, readEncoder, UnknownGraph } from '../graph/marian';
import type { ModelShape } from '../modelShape';
import type { Runtime } from '../protocol';
import { Marian, type MarianWeights } from './marian';
import { startFollowers, threadsHere } from './threads';

/** Opens a model in our own module, or says why that cannot be done. */
export async function openMarian(
	files: ModelBytes,
	{ kernels, thread }: Runtime,
	shape: ModelShape
): Promise<Result<Marian, SlowReason>> {
	const threads = threadsHere();
	const isRelaxed = hasRelaxedSimd();
	const kind = isRelaxed ? 'relaxed' : 'simd';
	const module = await moduleAt(kernels[threads > 1 ? (`${kind}-threads` as const) : kind]);
	if (!module.ok) return module;
	const weights = weightsOf(files);
	if (!weights) return fail('graph');
	try {
		const marian = new Marian(module.value, memoryFor(threads), weights, shape, {
			threads,
			isRelaxed
		});
		startFollowers(marian, thread);
		return ok(marian);
	} catch (error) {
		if (error instanceof TypeError) return fail('graph');
		return fail(error instanceof RangeError ? 'memory' : 'fault');
	}
}

/**
 * A module of one function, which uses relaxed SIMD: i16x8.relaxed_dot_i8x16_i7x16_s
 * (https://github.com/WebAssembly/relaxed-simd).
 */
const relaxedProbe = Uint8Array.of(
	...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // header
	...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // a type: () → v128
	...[0x03, 0x02, 0x01, 0x00], // a function of it
	// Its body: two constants 0, splat, dot
	...[
		0x0a, 0x0f, 0x01, 0x0d, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x92, 0x02
	],
	0x0b
);

const hasRelaxedSimd = (): boolean => WebAssembly.validate(relaxedProbe);

/** The largest memory that several threads can share, in pages of 64 kB, as in `scripts/kernels.mjs`. */
const mostPages = 16_384;

const memoryFor = (threads: number): WebAssembly.Memory =>
	new WebAssembly.Memory(
		threads > 1 ? { initial: 1, maximum: mostPages, shared: true } : { initial: 1 }
	);

/** Compiles the module at an address. */
export async function moduleAt(address: string): Promise<Result<WebAssembly.Module, SlowReason>> {
	try {
		const response = await fetch(address);
		if (!response.ok) return fail('file');
		return ok(await WebAssembly.compile(await response.arrayBuffer()));
	} catch (error) {
		return fail(error instanceof WebAssembly.CompileError ? 'simd' : 'file');
	}
}

/** Returns null for graphs that are not recognised, or that are damaged. */
function weightsOf(files: ModelBytes): MarianWeights | null {
	const encoder = files.get('onnx/encoder_model_quantized.onnx');
	const decoder = files.get('onnx/decoder_model_merged_quantized.onnx');
	if (!encoder || !decoder) return null;
	try {
		return { encoder: readEncoder(encoder), decoder: readDecoder(decoder) };
	} catch (error) {
		if (error instanceof UnknownGraph || error instanceof RangeError) return null;
		throw error;
	}
}
