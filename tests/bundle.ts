import { build, type Rolldown } from 'vite';

/** Bundles a module of the site as a script that puts what it exports into the variable `name`. */
export async function bundle(entry: string, name: string): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${process.cwd()}/src/lib` } },
		build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } }
	});
	const [output] = built as Rolldown.RolldownOutput[];
	return output?.output[0].code ?? '';
}
