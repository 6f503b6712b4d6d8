/**
 * Digests of a model’s files, computed piece by piece, since a file of 56 MB is never whole in
 * memory. The hub gives the SHA-256 of what it keeps as large files, and of the small ones what git
 * calls them: the SHA-1 of `blob <bytes>\0` and the content.
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
	/** The next piece of the content. */
	take(piece: Uint8Array): void;
	/** The digest of all pieces taken. Once only. */
	end(): Digest;
}

/** `bytes`: the length of the whole content, which git’s digest begins with. */
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
