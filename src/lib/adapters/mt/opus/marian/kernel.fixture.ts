/** The module on a memory of its own, for tests. */
import { readFileSync } from 'node:fs';
import { compiledKernel } from '../../../../../../scripts/kernels.mjs';
import { Arena } from './arena';
import { kernelOf } from './kernel';

export const moduleOf = async (kind: string): Promise<WebAssembly.Module> =>
	new WebAssembly.Module(readFileSync(await compiledKernel(kind)));

export async function kernelIn(kind: string) {
	const arena = new Arena(new WebAssembly.Memory({ initial: 1 }));
	return { arena, kernel: kernelOf(await moduleOf(kind), arena.memory) };
}
