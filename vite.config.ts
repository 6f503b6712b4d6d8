import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { kernelFiles } from './scripts/kernels.mjs';
import { lawRuns } from './scripts/laws.mjs';
import { resolve } from './scripts/runtime.mjs';

/** What every page loads: in one file. */
const everyPage =
	/src\/lib\/(?:i18n\/langs|core\/(?:result|errorMessage|library\/moment)|adapters\/offline\/(?:versions|registration|tab)|state\/(?:idle|localStore|reading\/(?:address|rows)|highlights\/highlightedArticles|settings\/settings\.svelte|offline\/(?:install|update)\.svelte)|ui\/fonts\/\w+)\.ts$|disclose-version|\/kit\/src\/(?:exports\/internal|runtime\/app\/state)/;

/** Tests of plain TypeScript. They mock no modules, so all can share one module graph. */
const core = [
	'src/lib/core/**/*.test.ts',
	'src/cli/!(merge).test.ts',
	'src/lib/content/checked.test.ts',
	'scripts/**/*.test.ts',
	'translations/**/*.test.ts',
	'tests/**/*.test.ts'
];

const shared = {
	setupFiles: ['tests/laws.ts'],
	provide: lawRuns(),
	// A timeout catches hanging tests only; a busy machine may be slow.
	testTimeout: 60_000,
	hookTimeout: 60_000
};

export default defineConfig({
	plugins: [kernelFiles(), sveltekit()],
	resolve,
	// translations/ is at the top level, outside the folders that Vite serves in development.
	server: { fs: { allow: ['translations'] } },
	worker: { format: 'es' },
	// Default address of the models' hub; whoever hosts the site may set a mirror.
	define: { 'import.meta.env.JAMSIDES_HUB': JSON.stringify(process.env.JAMSIDES_HUB ?? '') },
	build: {
		modulePreload: {
			// A part that is loaded later names its styles alone: the names of all files that it imports
			// would be in every page. Pages still name theirs (entry/app).
			resolveDependencies: (_file, needed, { hostId, hostType }) =>
				hostType === 'js' && !hostId.includes('entry/app')
					? needed.filter((file) => file.endsWith('.css'))
					: needed
		},
		rolldownOptions: {
			checks: { pluginTimings: false },
			// A dozen files of a hundred bytes each would be larger, and each is named where it is loaded.
			output: {
				codeSplitting: {
					groups: [{ name: 'every-page', test: everyPage }]
				}
			}
		}
	},
	test: {
		// All cores: Vitest leaves one free, which on two cores is half of them.
		maxWorkers: availableParallelism(),
		projects: [
			{
				// Without the Kit plugin and fresh modules per file, which took most of a core file's time.
				test: {
					...shared,
					name: 'core',
					include: core,
					isolate: false,
					pool: 'forks',
					globalSetup: 'tests/laws.start.ts'
				}
			},
			{
				extends: true,
				test: {
					...shared,
					name: 'site',
					include: ['src/**/*.test.ts'],
					exclude: core,
					globalSetup: 'tests/kernels.start.ts'
				}
			}
		]
	}
});
