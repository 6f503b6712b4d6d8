import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64';

test('bytes come back from Base64, which is that of Node', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
			const text = toBase64(bytes);
			expect(text).toBe(Buffer.from(bytes).toString('base64'));
			expect(fromBase64(text)).toEqual(bytes);
		})
	);
});

test('many bytes come back', () => {
	const bytes = Uint8Array.from({ length: 30_001 }, (_, at) => (at * 7) % 251);
	expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

test('what is no Base64 gives null', () => {
	expect(fromBase64('abc')).toBeNull();
	expect(fromBase64('ab*=')).toBeNull();
	expect(fromBase64('å===')).toBeNull();
});
