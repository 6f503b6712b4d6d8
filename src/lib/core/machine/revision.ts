import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ModelFile } from './model';

/**
 * Which version of a model this is: its commit, else what the digests of its files come to. Two
 * copies with the same files have the same revision, whatever the order of the list.
 */
export function revision(commit: string | null, files: readonly ModelFile[]): string {
	if (commit !== null) return commit;
	const lines = files.map(({ name, digest }) => `${name} ${digest?.hex ?? ''}`).sort();
	return `files-${bytesToHex(sha256(utf8ToBytes(lines.join('\n')))).slice(0, 16)}`;
}
