/**
 * What a unit was when it was sent, as digests: enough to tell, when it comes back, which side has
 * changed it since. Digests, since a file should not carry every text twice.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Contributor, Review } from '../unit';
import { normalForm } from './normal';

/** What of a unit can change on the way. */
export interface Changeable {
	readonly text: readonly string[];
	readonly review: Review | null;
	readonly note: string | null;
}

export type Part = keyof Changeable;
export type Digests = Readonly<Record<Part, string>>;

export interface Base extends Digests {
	/** Whose it was; null where the file was sent before this was kept. */
	readonly by: string | null;
}

export const digestsOf = ({ text, review, note }: Changeable): Digests => ({
	text: textDigest(text),
	review: digest(review && [review.by, review.date]),
	note: digest(note)
});

export const baseOf = (unit: Changeable & { readonly by: Contributor | null }): Base => ({
	...digestsOf(unit),
	by: authorDigest(unit.by)
});

/** Equal for texts that mean the same marks and words. */
export const textDigest = (text: readonly string[]): string => digest(text.map(normalForm));

export const authorDigest = (by: Contributor | null): string =>
	digest(by && [by.origin, by.name, by.date, by.model, by.revision, by.settings]);

/** 16 hexadecimal digits, as a fingerprint has. */
const digest = (value: unknown): string =>
	bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))).subarray(0, 8));

const shape = /^[0-9a-f]{16}$/;

export const formatBase = ({ text, review, note, by }: Base): string =>
	[text, review, note, by].filter((part) => part !== null).join(' ');

/** Null where `raw` is none. */
export function parseBase(raw: string): Base | null {
	const parts = raw.split(' ');
	const [text, review, note, by = null, ...more] = parts;
	return parts.every((part) => shape.test(part)) &&
		text !== undefined &&
		review !== undefined &&
		note !== undefined &&
		more.length === 0
		? { text, review, note, by }
		: null;
}
