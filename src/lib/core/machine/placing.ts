/**
 * Where words of a sentence stand in its translation. Found by what they are in the other language
 * where that is known, by themselves where they stand there unchanged (names, figures), else by how
 * far into the sentence they stand.
 */

/** Offsets in UTF-16 units; a point has `end === start`. */
export interface Placed {
	readonly start: number;
	readonly end: number;
}

export interface Room {
	/** The place of the mark that it stands within. */
	readonly within?: Placed | undefined;
	/** The places of marks beside it: taken. */
	readonly outside: readonly Placed[];
}

/**
 * The place in `target` of what stands in `source` from `local.start` to `local.end`; null where
 * there is no room for it.
 * @param phrases what words of the source are in the target’s language
 */
export function place(
	source: string,
	local: Placed,
	target: string,
	phrases: ReadonlyMap<string, string>,
	{ within = { start: 0, end: target.length }, outside }: Room
): Placed | null {
	if (source === target) return local;
	if (local.start === local.end) return point(source, local.start, target, phrases, within);
	const marked = source.slice(local.start, local.end).trim();
	if (isWhole(source, local)) return ends(source, local, target, within);
	const free = (one: Placed): boolean =>
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

/** A mark on all the words of a sentence, with or without the full stop. */
const isWhole = (source: string, { start, end }: Placed): boolean =>
	!/[\p{L}\p{N}]/u.test(source.slice(0, start) + source.slice(end));

/** All of the target, without the marks at its ends that stood outside in the source. */
function ends(source: string, { start, end }: Placed, target: string, within: Placed): Placed {
	const head = /^[\p{P}\s]*/u.exec(target)?.[0].length ?? 0;
	const tail = /[\p{P}\s]*$/u.exec(target)?.[0].length ?? 0;
	const from = start === 0 ? 0 : head;
	const to = end === source.length ? target.length : target.length - tail;
	return { start: Math.max(from, within.start), end: Math.min(Math.max(from, to), within.end) };
}

/** Where `words` stand in `text` as whole words, capitals apart. */
function find(words: string, text: string): Placed[] {
	const wanted = words.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
	if (wanted === '') return [];
	const pattern = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
	const whole = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu');
	return [...text.matchAll(whole)].map(({ index, 0: found }) => ({
		start: index,
		end: index + found.length
	}));
}

const closest = (places: readonly Placed[], near: number): Placed | null =>
	places.reduce<Placed | null>(
		(best, one) =>
			best === null || Math.abs(one.start - near) < Math.abs(best.start - near) ? one : best,
		null
	);

/** Runs of anything but white space, without the punctuation around them. */
export const wordsOf = (text: string): readonly Placed[] =>
	[...text.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)].map(({ index, 0: word }) => ({
		start: index,
		end: index + word.length
	}));

/** As many words, as far into the sentence; where these are taken, the nearest that are free. */
function proportional(
	source: string,
	local: Placed,
	target: string,
	free: (one: Placed) => boolean
): Placed | null {
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
 * A point in the target: at the end where it stood at the end, after the same stop or the same
 * words, else after as many words.
 */
function point(
	source: string,
	at: number,
	target: string,
	phrases: ReadonlyMap<string, string>,
	within: Placed
): Placed {
	const inside = (offset: number): Placed => {
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

/** How much of the target’s end answers the stops that came after the point. */
const trailing = (target: string, stops: string): number =>
	target.endsWith(stops) ? stops.length : (/[.!?…]["'”’»)]*$/u.exec(target)?.[0].length ?? 0);
