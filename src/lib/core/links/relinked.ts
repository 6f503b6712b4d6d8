/**
 * Converts the units of a translation back to the links they were made from, beside the current
 * original. Sentences whose paragraph is gone from the original, or no longer together with its
 * neighbours, get no link.
 *
 * Laws (`units.test.ts`, `relinked.test.ts`): the links are monotone and cover each sentence of
 * both sides once; if the original has not changed they are the links that the units were made
 * from; if it has, the links of every unit that is still there, and those within the paragraphs at
 * the beginning and end of a changed unit.
 */
import type { Lang } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { anchors, places } from '../translation/exactMatches';
import { spansFault } from '../translation/spans';
import type { Unit } from '../translation/unit';
import type { Bead } from '../align/bead';
import { run } from '../align/bead';
import type { DraftSide, Link } from './draft';
import { sizes, starts, textOf, type LinkedUnit } from './units';

export interface Relinked {
	readonly target: DraftSide;
	readonly links: readonly Link[];
	/** How many units no longer match the original: their paragraphs have changed or are gone. */
	readonly changed: number;
}

export function linksOf(units: readonly LinkedUnit[], source: DraftSide, lang: Lang): Relinked {
	const print = source.blocks.map(({ fingerprint }) => fingerprint);
	const ours = starts(sizes(source));
	const bare = units.map(({ unit }) => unit);
	const found = standing(bare, print);
	const target = textOf(bare, lang);
	const theirs = starts(sizes(target));
	const links = new Links();
	let block = 0;
	for (const [at, { unit, links: likely }] of units.entries()) {
		const parts = found[at] ?? [];
		const sentences = (theirs[block + unit.text.length] ?? 0) - (theirs[block] ?? 0);
		block += unit.text.length;
		const placed = new PlacedSpans(unit, parts, ours, sentences);
		links.omitTo(placed.first);
		for (const [nth, [left, right]] of placed.spans.entries()) {
			const now = left.map(placed.now);
			if (isTogether(now) && (now.length > 0 || isWhole(unit, parts)))
				links.add(now, right.length, likely[nth]);
			else links.leave(right.length);
		}
	}
	links.omitTo(ours.at(-1) ?? 0);
	const changed = bare.filter((unit, at) => !isWhole(unit, found[at] ?? [])).length;
	return { target, links: links.all, changed };
}

/** Paragraphs `from` to before `to` of a unit are found from block `at` on. */
interface ParagraphRange {
	readonly from: number;
	readonly to: number;
	readonly at: number;
}

/** Returns whether a unit stands as it did; a passage, which has no source, always does. */
const isWhole = ({ source }: Unit, [first]: readonly ParagraphRange[]): boolean =>
	source.length === 0 || (first?.from === 0 && first.to === source.length);

/**
 * Finds each unit’s paragraphs: all of them, or those at its beginning and end if it has changed.
 */
function standing(
	units: readonly Unit[],
	print: readonly Fingerprint[]
): readonly (readonly ParagraphRange[])[] {
	const runs = inOrder(units, print) ?? unmoved(units, print);
	let free = 0;
	return units.map(({ source }, nth) => {
		const at = runs[nth] ?? null;
		const end = runs.slice(nth + 1).find((next) => next !== null) ?? print.length;
		const parts =
			at === null ? ends(source, print, free, end) : [{ from: 0, to: source.length, at }];
		for (const part of parts) free = part.at + part.to - part.from;
		return parts;
	});
}

/** Finds all units, one after another; null if one is missing. */
function inOrder(
	units: readonly Unit[],
	print: readonly Fingerprint[]
): readonly (number | null)[] | null {
	const found: number[] = [];
	let from = 0;
	for (const { source } of units) {
		const at = runOf(source, print, from);
		if (at === null) return null;
		found.push(at);
		from = at + source.length;
	}
	return found;
}

/** Returns the block at which a run of paragraphs is found, from block `from` on. */
function runOf(
	source: readonly Fingerprint[],
	print: readonly Fingerprint[],
	from: number
): number | null {
	for (let at = from; at + source.length <= print.length; at++)
		if (source.every((fingerprint, nth) => print[at + nth] === fingerprint)) return at;
	return null;
}

/** Finds as many units as have kept their order, without overlap. */
function unmoved(
	units: readonly Unit[],
	print: readonly Fingerprint[]
): readonly (number | null)[] {
	const found = new Map<number, number>();
	let free = 0;
	for (const { unit, at, length } of anchors(places(print, units))) {
		if (at < free) continue;
		found.set(unit, at);
		free = at + length;
	}
	return units.map((_, unit) => found.get(unit) ?? null);
}

/**
 * Finds the paragraphs that a unit begins with, and those that it ends with, between two blocks.
 */
function ends(
	source: readonly Fingerprint[],
	print: readonly Fingerprint[],
	from: number,
	to: number
): readonly ParagraphRange[] {
	const gap = print.slice(from, to);
	const begins = alike(
		source,
		gap,
		gap.findIndex((one) => one === source[0])
	);
	const left = source.slice(begins?.to ?? 0).toReversed();
	const rest = gap.slice(begins ? begins.at + begins.to : 0).toReversed();
	const turned = alike(
		left,
		rest,
		rest.findLastIndex((one) => one === left[0])
	);
	const closes = turned && {
		from: source.length - turned.to,
		to: source.length,
		at: gap.length - turned.at - turned.to
	};
	return [begins, closes].flatMap((part) => (part ? [{ ...part, at: part.at + from }] : []));
}

/** Returns the first paragraphs, as many as are found together from `at` on; null for none. */
function alike(
	source: readonly Fingerprint[],
	print: readonly Fingerprint[],
	at: number
): ParagraphRange | null {
	if (at < 0) return null;
	const differs = source.findIndex((one, nth) => one !== print[at + nth]);
	const to = differs < 0 ? source.length : differs;
	return to > 0 ? { from: 0, to, at } : null;
}

/** A unit’s spans, and the indices of its original’s sentences in the current original. */
class PlacedSpans {
	readonly spans: readonly Bead[];
	readonly #now = new Map<number, number>();

	/** @param ours the first sentence of every block, and of the one after the last */
	constructor(
		unit: Unit,
		parts: readonly ParagraphRange[],
		ours: readonly number[],
		targets: number
	) {
		const stretches = parts.map(({ from, to, at }) => {
			const first = ours[at] ?? 0;
			return { first, count: (ours[at + to - from] ?? 0) - first, opens: from === 0 };
		});
		const known = stretches.reduce((sum, { count }) => sum + count, 0);
		const spans = isWhole(unit, parts)
			? wholeSpans(unit, known, targets)
			: changedSpans(unit, known, targets);
		this.spans = spans ?? [[[0], run(0, targets)]];
		if (!spans) return;
		const all = spans.reduce((sum, [left]) => sum + left.length, 0);
		for (const { first, count, opens } of stretches)
			for (const nth of run(0, count)) this.#now.set((opens ? 0 : all - count) + nth, first + nth);
	}

	/** Returns the current index of a sentence; null if it is gone. */
	now = (sentence: number): number | null => this.#now.get(sentence) ?? null;

	/** The first sentence that is still there; 0 if none is. */
	get first(): number {
		return Math.min(...this.#now.values(), this.#now.size === 0 ? 0 : Infinity);
	}
}

/** Returns the spans of a unit; without spans that cover both sides, one links everything. */
function wholeSpans({ spans }: Unit, sources: number, targets: number): readonly Bead[] {
	if (spans && spansFault(spans, sources, targets) === null) return spans;
	return sources + targets > 0 ? [[run(0, sources), run(0, targets)]] : [];
}

/**
 * Returns the spans of a changed unit; null if it is unknown how many sentences the original had.
 */
function changedSpans({ spans }: Unit, known: number, targets: number): readonly Bead[] | null {
	const fits = spans && spansFault(spans, undefined, targets) === null;
	const all = (spans ?? []).reduce((sum, [left]) => sum + left.length, 0);
	return fits && known <= all ? spans : null;
}

/** Collects links in the order of both sides. */
class Links {
	readonly all: Link[] = [];
	/** The next sentence of each side. */
	#ours = 0;
	#theirs = 0;

	/** Adds omissions for sentences of the original before this one that are not linked yet. */
	omitTo(sentence: number): void {
		for (const one of run(this.#ours, Math.max(0, sentence - this.#ours)))
			this.all.push({ source: [one], target: [], confidence: 1, fixed: false });
		this.#ours = Math.max(this.#ours, sentence);
	}

	add(source: readonly number[], targets: number, likely: number | undefined): void {
		this.omitTo(source[0] ?? 0);
		const target = this.#take(targets);
		this.all.push({ source, target, confidence: likely ?? 1, fixed: likely === 1 });
		this.#ours += source.length;
	}

	/** Adds omissions for sentences of the translation whose original is gone. */
	leave(targets: number): void {
		for (const one of this.#take(targets))
			this.all.push({ source: [], target: [one], confidence: 0, fixed: false });
	}

	#take(targets: number): readonly number[] {
		const taken = run(this.#theirs, targets);
		this.#theirs += targets;
		return taken;
	}
}

/** Returns whether all are found, one after another. */
const isTogether = (now: readonly (number | null)[]): now is readonly number[] =>
	now.every((one, nth) => one !== null && one === (now[0] ?? 0) + nth);
