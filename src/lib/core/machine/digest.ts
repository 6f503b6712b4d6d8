/**
 * Computes digests of a model’s files piece by piece, since a file of 56 MB is never whole in
 * memory. The hub gives the SHA-256 of large files, and for small ones git’s hash: the SHA-1 of
 * `blob <bytes>\0` and the content.
 *
 * Law (`digest.test.ts`): however a content is cut into pieces, its digest is the same.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const digestKinds = ['sha256', 'git-blob'] as const;

export interface Digest {
	readonly kind: (typeof digestKinds)[number];
	/** In lower-case hexadecimal. */
	readonly hex: string;
}

export interface Digesting {
	/** Adds the next piece of the content. */
	take(piece: Uint8Array): void;
	/** Returns the digest of all pieces. Can be called once. */
	end(): Digest;
}

/** @param bytes the length of the whole content, which git’s digest begins with */
export function digesting(kind: Digest['kind'], bytes: number): Digesting {
	const hash = kind === 'sha256' ? sha256.create() : sha1.create();
	if (kind === 'git-blob') hash.update(utf8ToBytes(`blob ${bytes}\0`));
	return {
		take: (piece) => void hash.update(piece),
		end: () => ({ kind, hex: bytesToHex(hash.digest()) })
	};
}

export const isSame = (one: Digest, other: Digest): boolean =>
	one.kind === other.kind && one.hex === other.hex;
