import { run } from '../align/bead';
import type { Link } from './draft';

/**
 * Returns the links after `count` sentences have come into the translation as number `at` and on:
 * they are omissions, for the next alignment or the reader to link. A link over that place takes
 * them in, since its sentences follow each other.
 */
export function insertSentences(
	links: readonly Link[],
	at: number,
	count: number
): readonly Link[] {
	const moved = links.map((link) => ({ ...link, target: opened(link.target, at, count) }));
	const held = new Set(moved.flatMap(({ target }) => target));
	const added = run(at, count)
		.filter((sentence) => !held.has(sentence))
		.map((sentence): Link => ({ source: [], target: [sentence], confidence: 0, fixed: false }));
	const after = moved.findIndex(({ target }) => (target[0] ?? -1) >= at);
	return moved.toSpliced(after < 0 ? moved.length : after, 0, ...added);
}

function opened(target: readonly number[], at: number, count: number): readonly number[] {
	const before = target.filter((sentence) => sentence < at);
	const after = target.filter((sentence) => sentence >= at).map((sentence) => sentence + count);
	const within = before.length > 0 && after.length > 0 ? run(at, count) : [];
	return [...before, ...within, ...after];
}
