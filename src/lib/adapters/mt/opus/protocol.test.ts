import { expect, test } from 'vitest';
import { parseToWorker, type ToWorker } from './protocol';

const load = (prefix: string): ToWorker => ({
	type: 'load',
	model: {
		pair: { from: 'sv', to: 'en' },
		model: 'a/b',
		revision: '1',
		files: { kind: 'address', prefix }
	},
	runtime: {
		...{ mjs: '/a.mjs', wasm: '/a.wasm' },
		kernels: { simd: '/b', 'simd-threads': '/c', relaxed: '/d', 'relaxed-threads': '/e' },
		thread: '/f.js'
	},
	lock: 'x'
});

test('a model’s files come from our own site only', () => {
	expect(parseToWorker(load('/models/a/'))).toEqual(load('/models/a/'));
	for (const prefix of ['https://example.org/', '//example.org/', 'models/'])
		expect(() => parseToWorker(load(prefix))).toThrow();
});
