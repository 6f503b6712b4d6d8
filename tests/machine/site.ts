/**
 * Builds a site of one empty page with the translator and the test models, because the product has
 * no page for tests. Same build, policy and server. `npx tsx tests/machine/site.ts FOLDER`.
 */
import { cpSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { build } from 'vite';
import { kernelFiles } from '../../scripts/kernels.mjs';
import { resolve } from '../../scripts/runtime.mjs';
import { built } from '../models/build';
import { once } from '../once';

/** Returns the site's folder: the one that `npm test` built (MACHINE_SITE), or a new one. */
export const machineSite = async (): Promise<string> =>
	process.env.MACHINE_SITE ?? (await once('machine-site', makeSite));

async function makeSite(folder: string): Promise<void> {
	await buildMachine(folder);
	cpSync(built, join(folder, 'models'), { recursive: true });
	spoil(join(folder, 'models'));
}

/** Adds models that are incomplete or differ from their description. */
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

/** Builds a page and its scripts; the benchmark passes its own entry. */
export async function buildMachine(
	folder: string,
	entry = join(import.meta.dirname, 'entry.ts')
): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'error',
		resolve,
		plugins: [kernelFiles()],
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

if (import.meta.filename === process.argv[1]) {
	const [, , folder] = process.argv;
	if (!folder) throw new Error('name a folder');
	await makeSite(resolvePath(folder));
}
