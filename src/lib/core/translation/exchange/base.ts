/**
 * What a unit was when it was sent, as digests: enough to tell, when it comes back, which side has
 * changed it since. Digests, since a file should not carry every text twice.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Review } from '../unit';
import { normalForm } from './normal';

export interface Base {
	readonly text: string;
	readonly review: string;
	readonly note: string;
}

/** What of a unit can change on the way. */
export interface Changeable {
	readonly text: readonly string[];
	readonly review: Review | null;
	readonly note: string | null;
}

export const baseOf = ({ text, review, note }: Changeable): Base => ({
	text: textDigest(text),
	review: digest(review && [review.by, review.date]),
	note: digest(note)
});

/** Equal for texts that mean the same marks and words. */
export const textDigest = (text: readonly string[]): string => digest(text.map(normalForm));

/** 16 hexadecimal digits, as a fingerprint has. */
const digest = (value: unknown): string =>
	bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))).subarray(0, 8));

const shape = /^[0-9a-f]{16}$/;

export const formatBase = ({ text, review, note }: Base): string => `${text} ${review} ${note}`;

/** Null where `raw` is none. */
export function parseBase(raw: string): Base | null {
	const [text, review, note, ...more] = raw.split(' ');
	return [text, review, note].every((part) => part !== undefined && shape.test(part)) &&
		text !== undefined &&
		review !== undefined &&
		note !== undefined &&
		more.length === 0
		? { text, review, note }
		: null;
}
