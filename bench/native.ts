/**
 * The same model and the same way of decoding on ONNX Runtime’s own binary, on one thread: what
 * WebAssembly is measured by. It is no part of the project: 290 MB, brought from the registry where
 * there is one.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type * as Ort from 'onnxruntime-web';
import { RuntimeTransformer } from '../src/lib/adapters/mt/opus/decoding';
import { load } from '../src/lib/adapters/mt/opus/load';
import { translate } from '../src/lib/adapters/mt/opus/translate';
import { run } from '../scripts/run.mjs';
import { runtime, serveFolder } from '../tests/models/local';

export type Native = (sentences: readonly string[]) => Promise<number>;

/** Milliseconds that sentences take; null where the binary cannot be had. `models`: their folder. */
export async function native(models: string, folder: string): Promise<Native | null> {
	const ort = await binary(folder);
	if (!ort) return null;
	globalThis.fetch = serveFolder(models);
	const loaded = await load(
		{
			pair: { from: 'sv', to: 'en' },
			model: 'random',
			revision: '',
			files: { kind: 'address', prefix: '/' }
		},
		runtime
	);
	const options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
	const session = (name: string) =>
		ort.InferenceSession.create(join(models, 'onnx', `${name}_quantized.onnx`), options);
	const transformer = new RuntimeTransformer({
		encoder: await session('encoder_model'),
		decoder: await session('decoder_model_merged'),
		output: null,
		shape: loaded.shape
	});
	const model = { ...loaded, transformer };
	return async (sentences) => {
		const began = performance.now();
		await translate(model, {
			sentences,
			...{ again: false, care: 'quick' },
			goOn: () => Promise.resolve(true),
			answered: () => {}
		});
		return performance.now() - began;
	};
}

/** Its install script, which brings what a graphics card needs, is not run: the tarball has the rest. */
async function binary(folder: string): Promise<typeof Ort | null> {
	const require = createRequire(join(resolve(folder), 'x.js'));
	if (!existsSync(join(folder, 'node_modules', 'onnxruntime-node'))) {
		mkdirSync(folder, { recursive: true });
		const asked = readFileSync('node_modules/@xenova/transformers/package.json', 'utf8');
		const { dependencies } = JSON.parse(asked) as { dependencies: Record<string, string> };
		const name = `onnxruntime-node@${dependencies['onnxruntime-node']}`;
		const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-save', name];
		if ((await run('npm', args, { quiet: true })) !== 0) return null;
	}
	return require('onnxruntime-node') as typeof Ort;
}
