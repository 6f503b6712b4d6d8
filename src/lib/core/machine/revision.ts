import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ModelFile } from './model';

/**
 * Returns the version of a model: its commit, else a digest of its files’ digests. Two copies with
 * the same files have the same revision, whatever the order of the list.
 */
export function revision(commit: string | null, files: readonly ModelFile[]): string {
	if (commit !== null) return commit;
	const lines = files.map(({ name, digest }) => `${name} ${digest?.hex ?? ''}`).sort();
	return `files-${bytesToHex(sha256(utf8ToBytes(lines.join('\n')))).slice(0, 16)}`;
}
