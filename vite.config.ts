import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { resolve } from './scripts/runtime.mjs';

export default defineConfig({
	plugins: [sveltekit()],
	resolve,
	// translations/ lies at the top level, outside what Vite serves in development.
	server: { fs: { allow: ['translations'] } },
	worker: { format: 'es' },
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
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
