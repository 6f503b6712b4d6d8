import { expect, test } from 'vitest';
import { isPlanned } from './plan.mjs';

test('every reader stores pages, scripts, fonts and data', () => {
	for (const path of [
		'/en/index.html',
		'/en/read/a-text/page.json',
		'/_app/immutable/chunks/translator.js',
		'/_app/immutable/workers/worker-Bq1x_2aC.js',
		'/_app/immutable/assets/serif.C0ffee12.woff2'
	])
		expect(isPlanned(path), path).toBe(true);
});

test('files that only the translator needs are not in the plan', () => {
	for (const path of [
		'/models/Xenova/opus-mt-sv-en/config.json',
		'/_app/immutable/workers/translator-Gx4C7f-w.js',
		'/_app/immutable/assets/ort-wasm-simd-threaded.4byDm7i3.wasm',
		'/_app/immutable/assets/ort-wasm-simd-threaded.BQJNh0bu.mjs',
		'/_app/immutable/assets/marian-simd-threads.BQJNh0bu.wasm',
		'/_app/immutable/workers/marianThread-Gx4C7f-w.js'
	])
		expect(isPlanned(path), path).toBe(false);
});
