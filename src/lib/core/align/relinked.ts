/**
 * From the units of a translation back to the links that they came of, beside the original as it is
 * now. What the original has no longer, or holds together no longer, is linked to nothing.
 *
 * Laws (`units.test.ts`, `relinked.test.ts`): the links are monotone and cover each sentence of both
 * sides once; where the original has not changed they are the links that the units came of; where it
 * has, the links of every unit that is there still, and those within the paragraphs that a changed
 * one begins and ends with.
 */
import type { Lang } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { anchors, places } from '../translation/anchor';
import { spansFault } from '../translation/spans';
import type { Unit } from '../translation/unit';
import type { Bead } from './bead';
import { run } from './bead';
import type { DraftSide, Link } from './draft';
import { sizes, starts, textOf, type LinkedUnit } from './units';

export interface Relinked {
	readonly target: DraftSide;
	readonly links: readonly Link[];
	/** How many units are not of the original as it is now: what they are of has changed, or gone. */
	readonly changed: number;
}

export function linksOf(units: readonly LinkedUnit[], source: DraftSide, lang: Lang): Relinked {
	const print = source.blocks.map(({ fingerprint }) => fingerprint);
	const ours = starts(sizes(source));
	const bare = units.map(({ unit }) => unit);
	const found = standing(bare, print);
	const links = new Links();
	for (const [at, { unit, links: likely }] of units.entries()) {
		const parts = found[at] ?? [];
		const sentences = sizes(textOf([unit], lang)).reduce((sum, count) => sum + count, 0);
		const placed = new Placed(unit, parts, ours, sentences);
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
	return { target: textOf(bare, lang), links: links.all, changed };
}

/** Paragraphs `from` to `to` of a unit, `to` not among them, stand from block `at` on. */
interface Part {
	readonly from: number;
	readonly to: number;
	readonly at: number;
}

const isWhole = ({ source }: Unit, [first]: readonly Part[]): boolean =>
	first?.from === 0 && first.to === source.length;

/** Where each unit’s paragraphs stand: all of them, or where it has changed how it begins and ends. */
function standing(
	units: readonly Unit[],
	print: readonly Fingerprint[]
): readonly (readonly Part[])[] {
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

/** All units, one after another; null where one of them is not there. */
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

/** Where a run of paragraphs stands from block `from` on. */
function runOf(
	source: readonly Fingerprint[],
	print: readonly Fingerprint[],
	from: number
): number | null {
	for (let at = from; at + source.length <= print.length; at++)
		if (source.every((fingerprint, nth) => print[at + nth] === fingerprint)) return at;
	return null;
}

/** As many units as have kept their order, none upon another. */
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

/** The paragraphs that a unit begins with, and those that it ends with, between two blocks. */
function ends(
	source: readonly Fingerprint[],
	print: readonly Fingerprint[],
	from: number,
	to: number
): readonly Part[] {
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

/** The paragraphs from the first on that stand together from `at` on; null for none. */
function alike(
	source: readonly Fingerprint[],
	print: readonly Fingerprint[],
	at: number
): Part | null {
	if (at < 0) return null;
	const differs = source.findIndex((one, nth) => one !== print[at + nth]);
	const to = differs < 0 ? source.length : differs;
	return to > 0 ? { from: 0, to, at } : null;
}

/** A unit’s spans, and where the sentences of its original are in the original as it is now. */
class Placed {
	readonly spans: readonly Bead[];
	readonly #now = new Map<number, number>();

	/** @param ours the first sentence of every block, and of the one after the last */
	constructor(unit: Unit, parts: readonly Part[], ours: readonly number[], targets: number) {
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

	/** Null where it is not there. */
	now = (sentence: number): number | null => this.#now.get(sentence) ?? null;

	/** The first that is there; 0 where none is. */
	get first(): number {
		return Math.min(...this.#now.values(), this.#now.size === 0 ? 0 : Infinity);
	}
}

/** Without spans that cover both sides, all of the one answers all of the other. */
function wholeSpans({ spans }: Unit, sources: number, targets: number): readonly Bead[] {
	if (spans && spansFault(spans, sources, targets) === null) return spans;
	return sources + targets > 0 ? [[run(0, sources), run(0, targets)]] : [];
}

/** Null where nothing says which sentences were whose: how many the original had is not known. */
function changedSpans({ spans }: Unit, known: number, targets: number): readonly Bead[] | null {
	const fits = spans && spansFault(spans, undefined, targets) === null;
	const all = (spans ?? []).reduce((sum, [left]) => sum + left.length, 0);
	return fits && known <= all ? spans : null;
}

/** Links as they are put together, in the order of both sides. */
class Links {
	readonly all: Link[] = [];
	/** The next sentence of each side. */
	#ours = 0;
	#theirs = 0;

	/** Sentences of the original before this one that nothing has answered. */
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

	/** Sentences of the translation whose original is not there. */
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

/** All of them are there, one after another. */
const isTogether = (now: readonly (number | null)[]): now is readonly number[] =>
	now.every((one, nth) => one !== null && one === (now[0] ?? 0) + nth);
