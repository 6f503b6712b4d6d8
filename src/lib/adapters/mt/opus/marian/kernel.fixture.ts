/** The module on a memory of its own, for tests. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { compiledKernel } from '../../../../../../scripts/kernels.mjs';
import { Arena } from './arena';
import { kernelOf } from './kernel';

export async function moduleOf(kind: string): Promise<WebAssembly.Module> {
	// Node 20 has relaxed SIMD behind a flag; later versions ignore it.
	if (kind.startsWith('relaxed')) setFlagsFromString('--experimental-wasm-relaxed-simd');
	return new WebAssembly.Module(readFileSync(await compiledKernel(kind)));
}

export async function kernelIn(kind: string) {
	const arena = new Arena(new WebAssembly.Memory({ initial: 1 }));
	return { arena, kernel: kernelOf(await moduleOf(kind), arena.memory) };
}
