/** Compiles the translator’s module before the tests, so that none of them waits for it. */
import { compiledKernel, kernels } from '../scripts/kernels.mjs';

export default async function compile(): Promise<void> {
	for (const kind of Object.keys(kernels)) await compiledKernel(kind);
}
