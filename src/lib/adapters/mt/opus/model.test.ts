import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { library } from './model';

const version = (name: string): unknown => {
	const file = readFileSync(`node_modules/${name}/package.json`, 'utf8');
	return (JSON.parse(file) as { version: unknown }).version;
};

/** Another version may answer differently: what was translated by the last one is then another’s. */
test('the library versions of the identity are those installed', () => {
	expect(library).toEqual({
		transformers: version('@xenova/transformers'),
		runtime: version('onnxruntime-web')
	});
});
