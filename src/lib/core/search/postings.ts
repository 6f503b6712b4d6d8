/** Where a form stands: paragraphs of a segment by their number, with how often. */
import { ByteReader, ByteWriter } from './bytes';

export interface Posting {
	/** The paragraph: its number in the segment. */
	readonly at: number;
	/** How often the form stands in it, at least 1. */
	readonly count: number;
}

/**
 * Encodes postings, which are in the order of their paragraphs, each once: the distance from the one
 * before, with a bit that says whether a count follows.
 *
 * Law (`shard.test.ts`): `decodePostings(encodePostings(postings))` is `postings`.
 */
export function encodePostings(postings: readonly Posting[]): Uint8Array {
	const writer = new ByteWriter();
	let before = -1;
	for (const { at, count } of postings) {
		writer.number((at - before - 1) * 2 + (count > 1 ? 1 : 0));
		if (count > 1) writer.number(count - 2);
		before = at;
	}
	return writer.done();
}

/** @throws DamagedBytes */
export function decodePostings(bytes: Uint8Array): readonly Posting[] {
	const reader = new ByteReader(bytes);
	const postings: Posting[] = [];
	let before = -1;
	while (!reader.isAtEnd) {
		const step = reader.number();
		const at = before + 1 + Math.floor(step / 2);
		postings.push({ at, count: step % 2 === 1 ? reader.number() + 2 : 1 });
		before = at;
	}
	return postings;
}
