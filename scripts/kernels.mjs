/**
 * Compiles the translator's module (src/lib/adapters/mt/opus/marian/assembly, AssemblyScript) to
 * WebAssembly, once for each kind of device. A file is compiled again when its source has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const assembly = 'src/lib/adapters/mt/opus/marian/assembly';
const cache = join(root, 'node_modules/.cache/kernels');

/** Shared memory must name the most pages of 64 kB that it will have: 1 GB. */
const threads = ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '16384'];
const relaxed = ['--enable', 'relaxed-simd'];

/**
 * The kinds, and the compiler's options for each.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const kernels = {
	simd: [],
	'simd-threads': threads,
	relaxed,
	'relaxed-threads': [...relaxed, ...threads]
};

const options = [
	...['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub'],
	...['--importMemory', '--enable', 'simd', '--disableWarning', '112']
];

/**
 * Returns the path of a compiled module. Throws what the compiler says if it does not compile.
 * @param {string} kind a key of `kernels`
 */
export async function compiledKernel(kind) {
	const asked = [...options, ...(kernels[kind] ?? [])];
	const folder = join(cache, digest(asked));
	const path = join(folder, `marian-${kind}.wasm`);
	if (existsSync(path)) return path;
	mkdirSync(folder, { recursive: true });
	// By name: the compiler’s types would declare arrays of their own for the whole project.
	const name = 'assemblyscript/asc';
	const { default: asc } = await import(name);
	const written = `${path}.${process.pid}`;
	const entry = [`${assembly}/index.ts`, '--baseDir', root, '--outFile', written];
	const { error, stderr } = await asc.main([...entry, ...asked]);
	if (error) throw new Error(stderr.toString() || error.message);
	renameSync(written, path);
	return path;
}

/** @param {readonly string[]} asked */
function digest(asked) {
	const hash = createHash('sha256').update(asked.join(' '));
	const { version } = JSON.parse(
		readFileSync(join(root, 'node_modules/assemblyscript/package.json'), 'utf8')
	);
	hash.update(version);
	for (const file of readdirSync(join(root, assembly)).sort())
		if (/(?<!\.test)\.ts$/.test(file)) hash.update(readFileSync(join(root, assembly, file)));
	return hash.digest('hex').slice(0, 16);
}

/**
 * Gives Vite the address of a compiled module for an import that ends in `?kernel=KIND`.
 * @returns {import('vite').Plugin}
 */
export const kernelFiles = () => ({
	name: 'kernels',
	enforce: 'pre',
	async resolveId(source) {
		const [, kind] = /\?kernel=([\w-]+)$/.exec(source) ?? [];
		return kind ? `${await compiledKernel(kind)}?url&no-inline` : null;
	}
});
