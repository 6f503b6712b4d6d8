import { expect, it } from 'vitest';
import { compoundFailure } from './compound';

const compound = (stream: string): Uint8Array => {
	const bytes = new Uint8Array(1024);
	bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
	for (let i = 0; i < stream.length; i++) bytes[640 + 2 * i] = stream.charCodeAt(i);
	return bytes;
};

it('tells a document that is locked by a password from one of old Word', () => {
	expect(compoundFailure(compound('EncryptedPackage'))).toEqual({ kind: 'locked', by: 'password' });
	expect(compoundFailure(compound('WordDocument'))).toEqual({ kind: 'binary', format: 'word' });
	expect(compoundFailure(new Uint8Array(1024))).toBeNull();
});
