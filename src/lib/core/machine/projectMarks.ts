/**
 * Finds words of a sentence in its translation: by their known translation, else by the words
 * themselves if they are unchanged (names, figures), else by their relative position in the
 * sentence.
 */

/** Offsets in UTF-16 units; a point has `end === start`. */
export interface ProjectedMark {
	readonly start: number;
	readonly end: number;
}

export interface FreeSpan {
	/** The range of the mark around it. */
	readonly within?: ProjectedMark | undefined;
	/** The ranges of the marks beside it, which are taken. */
	readonly outside: readonly ProjectedMark[];
}

/**
 * Returns the range in `target` for the range of `source` from `local.start` to `local.end`; null
 * if there is no room for it.
 * @param phrases known translations of words of the source
 */
export function projectMark(
	source: string,
	local: ProjectedMark,
	target: string,
	phrases: ReadonlyMap<string, string>,
	{ within = { start: 0, end: target.length }, outside }: FreeSpan
): ProjectedMark | null {
	if (source === target) return local;
	if (local.start === local.end) return point(source, local.start, target, phrases, within);
	const marked = source.slice(local.start, local.end).trim();
	if (isWhole(source, local)) return ends(source, local, target, within);
	const free = (one: ProjectedMark): boolean =>
		one.start >= within.start &&
		one.end <= within.end &&
		outside.every((taken) => one.end <= taken.start || one.start >= taken.end);
	const near = (local.start / source.length) * target.length;
	const known = [phrases.get(marked), marked].flatMap((words) =>
		words === undefined ? [] : find(words, target).filter(free)
	);
	const nearest = known.length > 0 ? closest(known.slice(0, 20), near) : null;
	return nearest ?? proportional(source, local, target, free);
}

/** Returns whether a mark covers all words of a sentence, with or without the full stop. */
const isWhole = (source: string, { start, end }: ProjectedMark): boolean =>
	!/[\p{L}\p{N}]/u.test(source.slice(0, start) + source.slice(end));

/**
 * Returns all of the target, without the punctuation at its ends that was outside in the source.
 */
function ends(
	source: string,
	{ start, end }: ProjectedMark,
	target: string,
	within: ProjectedMark
): ProjectedMark {
	const head = /^[\p{P}\s]*/u.exec(target)?.[0].length ?? 0;
	const tail = /[\p{P}\s]*$/u.exec(target)?.[0].length ?? 0;
	const from = start === 0 ? 0 : head;
	const to = end === source.length ? target.length : target.length - tail;
	return { start: Math.max(from, within.start), end: Math.min(Math.max(from, to), within.end) };
}

/** Finds `words` in `text` as whole words, ignoring case. */
function find(words: string, text: string): ProjectedMark[] {
	const wanted = words.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
	if (wanted === '') return [];
	const pattern = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
	const whole = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu');
	return [...text.matchAll(whole)].map(({ index, 0: found }) => ({
		start: index,
		end: index + found.length
	}));
}

const closest = (places: readonly ProjectedMark[], near: number): ProjectedMark | null =>
	places.reduce<ProjectedMark | null>(
		(best, one) =>
			best === null || Math.abs(one.start - near) < Math.abs(best.start - near) ? one : best,
		null
	);

/** Returns the runs without white space, less the punctuation around them. */
export const wordsOf = (text: string): readonly ProjectedMark[] =>
	[...text.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)].map(({ index, 0: word }) => ({
		start: index,
		end: index + word.length
	}));

/**
 * Returns as many words at the same relative position; if these are taken, the nearest free ones.
 */
function proportional(
	source: string,
	local: ProjectedMark,
	target: string,
	free: (one: ProjectedMark) => boolean
): ProjectedMark | null {
	const from = wordsOf(source);
	const to = wordsOf(target);
	const first = from.findIndex(({ end }) => end > local.start);
	const count = from.filter(({ start, end }) => start < local.end && end > local.start).length;
	const ratio = to.length / Math.max(1, from.length);
	const length = Math.max(1, Math.round(count * ratio));
	const about = Math.round(Math.max(0, first) * ratio);
	for (let size = length; size >= 1; size--) {
		const runs = to.flatMap((word, at) => {
			const last = to[at + size - 1];
			const run = last && { start: word.start, end: last.end };
			return run && free(run) ? [{ run, off: Math.abs(at - about) }] : [];
		});
		const best = runs.reduce<(typeof runs)[number] | null>(
			(least, one) => (least === null || one.off < least.off ? one : least),
			null
		);
		if (best) return best.run;
	}
	return null;
}

/** Marks of punctuation that mean the same in both languages. */
const stops = /[.!?…]+["'”’»)]*|[,;:–—)]/gu;

/**
 * Projects a point to the target: to the end if it was at the end, after the same stop or the same
 * words, else after the same number of words.
 */
function point(
	source: string,
	at: number,
	target: string,
	phrases: ReadonlyMap<string, string>,
	within: ProjectedMark
): ProjectedMark {
	const inside = (offset: number): ProjectedMark => {
		const kept = Math.min(Math.max(offset, within.start), within.end);
		return { start: kept, end: kept };
	};
	const after = source.slice(at);
	if (!/[\p{L}\p{N}]/u.test(after))
		return inside(target.length - (after.trim() === '' ? 0 : trailing(target, after.trim())));
	const before = source.slice(0, at);
	const near = (at / source.length) * target.length;
	const word = /[\p{L}\p{N}][^\s]*$/u.exec(before.replace(/[\p{P}\s]+$/u, ''))?.[0] ?? '';
	const same = closest(
		[phrases.get(word), word]
			.flatMap((one) => (one ? find(one, target) : []))
			.map(({ end }) => ({ start: end, end })),
		near
	);
	const stop = /[\p{P}]+$/u.exec(before)?.[0] ?? '';
	if (same) return inside(same.end + (target.startsWith(stop, same.end) ? stop.length : 0));
	if (stop !== '') {
		const alike = [...target.matchAll(stops)]
			.filter(({ 0: mark }) => mark[0] === stop[0])
			.map(({ index, 0: mark }) => ({ start: index + mark.length, end: index + mark.length }));
		const found = closest(alike, near);
		if (found) return inside(found.end);
	}
	const words = wordsOf(target);
	const count = Math.round(
		(wordsOf(before).length / Math.max(1, wordsOf(source).length)) * words.length
	);
	return inside(words[Math.max(0, count - 1)]?.end ?? target.length);
}

/** Returns the length of the target’s end that matches the stops after the point. */
const trailing = (target: string, stops: string): number =>
	target.endsWith(stops) ? stops.length : (/[.!?…]["'”’»)]*$/u.exec(target)?.[0].length ?? 0);
