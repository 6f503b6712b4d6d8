/**
 * A site of one empty page that has the translator and the test models: the product has no page for
 * tests. The same build, the same policy, the same server.
 */
import { cpSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { resolve } from '../../scripts/runtime.mjs';
import { built } from '../models/build';
import { once } from '../once';

export const machineSite = (): Promise<string> =>
	once('machine-site', async (folder) => {
		await buildMachine(folder);
		cpSync(built, join(folder, 'models'), { recursive: true });
		spoil(join(folder, 'models'));
	});

/** Models that are not whole, or not what they are said to be. */
function spoil(models: string): void {
	const copy = (name: string, file: string) => {
		cpSync(join(models, 'phrases-sv-en'), join(models, name), { recursive: true });
		return join(models, name, file);
	};
	rmSync(copy('lacking-decoder', 'onnx/decoder_model_merged_quantized.onnx'));
	rmSync(copy('lacking-tokenizer', 'tokenizer.json'));
	truncateSync(copy('cut-off', 'onnx/encoder_model_quantized.onnx'), 200_000);
	writeFileSync(copy('nonsense', 'tokenizer.json'), '<!doctype html>');
}

const policy = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"connect-src 'self'",
	"worker-src 'self'",
	"img-src 'self' data:"
].join('; ');

const page = (script: string): string => `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta http-equiv="Content-Security-Policy" content="${policy}" />
		<title>Translator</title>
		<link rel="icon" href="data:," />
		${script}
	</head>
</html>
`;

/** Builds a page and what it loads; the benchmark has one of its own. */
export async function buildMachine(
	folder: string,
	entry = join(import.meta.dirname, 'entry.ts')
): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'error',
		resolve,
		worker: { format: 'es' },
		build: {
			outDir: folder,
			emptyOutDir: true,
			rolldownOptions: {
				input: entry,
				output: { entryFileNames: 'entry.js' }
			}
		}
	});
	writeFileSync(
		join(folder, 'index.html'),
		page('<script type="module" src="/entry.js"></script>')
	);
	writeFileSync(join(folder, '404.html'), page(''));
}
