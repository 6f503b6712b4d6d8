import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { library } from './model';

const version = (name: string): unknown => {
	const file = readFileSync(`node_modules/${name}/package.json`, 'utf8');
	return (JSON.parse(file) as { version: unknown }).version;
};

/** The version is part of the engine’s identity, since another version may answer differently. */
test('the library versions of the identity are the installed versions', () => {
	expect(library).toEqual({
		transformers: version('@xenova/transformers'),
		runtime: version('onnxruntime-web')
	});
});
