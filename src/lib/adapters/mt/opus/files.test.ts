import { expect, test } from 'vitest';
import { release } from './files';

test('files that have been copied are made empty at once, two in one buffer too', () => {
	const one = new Uint8Array(8);
	const files = new Map([
		['one', one],
		['start of one', one.subarray(0, 4)],
		['other', new Uint8Array(8)]
	]);
	const buffers = Array.from(files.values(), ({ buffer }) => buffer);
	release(files);
	expect(files.size).toBe(0);
	expect(buffers.map(({ byteLength }) => byteLength)).toEqual([0, 0, 0]);
});
