import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { resolve } from './scripts/runtime.mjs';

const everyPage =
	/src\/lib\/(?:i18n\/langs|core\/(?:result|library\/moment)|state\/(?:idle|address|install\.svelte|update\.svelte)|ui\/fonts\/\w+)\.ts$/;

export default defineConfig({
	plugins: [sveltekit()],
	resolve,
	// translations/ lies at the top level, outside what Vite serves in development.
	server: { fs: { allow: ['translations'] } },
	worker: { format: 'es' },
	// Where models come from unless the reader says otherwise: a mirror, for whoever hosts the site.
	define: { 'import.meta.env.JAMSIDES_HUB': JSON.stringify(process.env.JAMSIDES_HUB ?? '') },
	build: {
		rolldownOptions: {
			checks: { pluginTimings: false },
			// What every page runs, in one file: a dozen of a hundred bytes each weigh more.
			output: { codeSplitting: { groups: [{ name: 'every-page', test: everyPage }] } }
		}
	},
	test: {
		include: [
			'src/**/*.test.ts',
			'translations/**/*.test.ts',
			'scripts/**/*.test.ts',
			'tests/**/*.test.ts'
		],
		environment: 'node',
		// A law may take its time on a busy machine: speed is the benchmark's concern.
		testTimeout: 60_000
	}
});
