/**
 * Digests of a unit as it was exported, which tell on import which side has changed it since. They
 * are digests so that a file does not carry every text twice.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Contributor, Correction, Review } from '../unit';
import { normalForm } from './normal';

/** The parts of a unit that a translator can change. */
export interface Changeable {
	readonly text: readonly string[];
	readonly review: Review | null;
	readonly note: string | null;
}

export type ChangeablePart = keyof Changeable;
export type Digests = Readonly<Record<ChangeablePart, string>>;

export interface Base extends Digests {
	/** The digest of the author; null if the file was exported before this was recorded. */
	readonly by: string | null;
}

export const digestsOf = ({ text, review, note }: Changeable): Digests => ({
	text: textDigest(text),
	review: digest(review && [review.by, review.date]),
	note: digest(note)
});

export const baseOf = (unit: Changeable & Author): Base => ({
	...digestsOf(unit),
	by: authorDigest(unit)
});

/** Returns a digest that is equal for texts with the same marks and words. */
export const textDigest = (text: readonly string[]): string => digest(text.map(normalForm));

interface Author {
	readonly by: Contributor | null;
	readonly correction: Correction | null;
}

export const authorDigest = ({ by, correction }: Author): string =>
	digest(
		by && [
			...[by.origin, by.name, by.date, by.model, by.revision, by.settings],
			// Added only if present, so that older files without these fields keep their digests.
			...(by.revised ? [by.revised] : []),
			...(correction ? [[correction.by, correction.date]] : [])
		]
	);

/** Returns 16 hexadecimal digits, as in a fingerprint. */
const digest = (value: unknown): string =>
	bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))).subarray(0, 8));

const shape = /^[0-9a-f]{16}$/;

export const formatBase = ({ text, review, note, by }: Base): string =>
	[text, review, note, by].filter((part) => part !== null).join(' ');

/** Parses a base. Returns null if `raw` is none. */
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
