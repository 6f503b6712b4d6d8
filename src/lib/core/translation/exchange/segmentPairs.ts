/**
 * The segments of a unit as a tool cut them: which part of the source each part of the target
 * translates. XLIFF 1.2 pairs them by `mid`, XLIFF 2 by being in one `<segment>`.
 */
import type { Contributor } from '../unit';
import { textDigest, type Base } from './base';
import { paragraphsOf, type CodeEvent } from './codes';
import { strongest, type MachineClaim } from './machine';
import { isTranslation, type Said } from './untranslated';

/** A part of one side, in letters (characters that are no white space) from the side’s start. */
export interface LetterRange {
	readonly from: number;
	readonly to: number;
}

export interface SegmentPair {
	readonly source: LetterRange;
	/** Null if the segment has no translation. */
	readonly target: LetterRange | null;
	readonly original: readonly string[];
	readonly text: readonly string[];
	readonly machine: MachineClaim | null;
}

/** What a file says of a segment. */
export interface SegmentState {
	/** Both are asked with the target’s paragraphs. */
	said(text: readonly string[]): Said;
	machine(text: readonly string[]): MachineClaim | null;
}

/** Returns what a file says of words that have changed since this project exported them. */
export const unlessSent = (state: SegmentState, base: Base | null): SegmentState => {
	if (base === null) return state;
	const isSent = (text: readonly string[]) => textDigest(text) === base.text;
	return {
		said: (text) => (isSent(text) ? 'translated' : state.said(text)),
		machine: (text) => (isSent(text) ? null : state.machine(text))
	};
};

/** Tells whether a unit was exported as a draft’s: it says so itself, whatever else the file says. */
export const isDraft = (by: Contributor | null): boolean => by !== null && by.origin !== 'human';

export interface PairedUnit {
	readonly original: readonly string[];
	/** The target’s paragraphs without those segments that are no translation; empty if none is. */
	readonly text: readonly string[];
	/** Empty if the unit is not cut into paired segments. */
	readonly segments: readonly SegmentPair[];
	readonly machine: MachineClaim | null;
	/** Words in a target that are no translation. */
	readonly untranslated: readonly string[];
}

/**
 * Pairs the segments of a unit’s two sides. `stateOf`: what the file says of a segment, by its id,
 * and of the unit, for null.
 */
export function pairedUnit(
	source: readonly CodeEvent[],
	target: readonly CodeEvent[],
	stateOf: (id: string | null) => SegmentState
): PairedUnit {
	const [ours, theirs] = [segmentsIn(source), segmentsIn(target)];
	const original = paragraphsOf(source);
	const paired = [...ours].filter(([id]) => theirs.has(id));
	const whole = stateOf(null);
	if (paired.length === 0) {
		const text = paragraphsOf(target);
		const is = text.length > 0 && isTranslation(whole.said(text), original, text);
		const claim = is ? whole.machine(text) : null;
		return {
			...{ original, text: is ? text : [], segments: [], machine: claim },
			untranslated: is ? [] : text
		};
	}
	const states = new Map([...theirs].map(([id, { events }]) => [id, judged(id, events)]));
	function judged(id: string, events: readonly CodeEvent[]) {
		const text = paragraphsOf(events);
		const mine = ours.get(id);
		const from = mine ? paragraphsOf(mine.events) : [];
		return { text, is: text.length > 0 && isTranslation(stateOf(id).said(text), from, text) };
	}
	const isLeftOut = (id: string) => states.get(id)?.is === false;
	const kept = without(target, isLeftOut);
	const ranges = segmentsIn(kept);
	const segments = [...ours].map(([id, { from, to, events }]): SegmentPair => {
		const state = states.get(id);
		const text = state?.is ? state.text : [];
		return {
			source: { from, to },
			target: state?.is ? (ranges.get(id) ?? null) : null,
			...{ original: paragraphsOf(events), text },
			machine: text.length > 0 ? stateOf(id).machine(text) : null
		};
	});
	const text = segments.some((pair) => pair.target) ? paragraphsOf(kept) : [];
	const isCut = kept.length < target.length;
	return {
		// One segment that is its whole unit pairs nothing that the unit does not.
		...{ original, segments: segments.length > 1 ? segments : [] },
		text: isCut ? text.map((words) => words.replace(/ {2,}/g, ' ')) : text,
		machine: strongest([
			text.length > 0 ? whole.machine(text) : null,
			...segments.map((pair) => pair.machine)
		]),
		untranslated: [...states.values()].flatMap((state) => (state.is ? [] : state.text))
	};
}

interface CutSegment extends LetterRange {
	readonly events: readonly CodeEvent[];
}

/** Returns the segments of one side by id, in its order. An id that comes twice counts once. */
function segmentsIn(events: readonly CodeEvent[]): ReadonlyMap<string, CutSegment> {
	const found = new Map<string, CutSegment>();
	const open = new Map<string, { readonly from: number; readonly at: number }>();
	let letters = 0;
	for (const [at, event] of events.entries()) {
		if (event.type === 'text') letters += lettersIn(event.text);
		if (event.type !== 'segment') continue;
		const begun = open.get(event.id);
		if (event.edge === 'start') open.set(event.id, { from: letters, at });
		else if (begun && !found.has(event.id))
			found.set(event.id, { from: begun.from, to: letters, events: events.slice(begun.at, at) });
	}
	return found;
}

/** Returns the events without the words of some segments, and without a gap after them. */
function without(
	events: readonly CodeEvent[],
	isLeftOut: (id: string) => boolean
): readonly CodeEvent[] {
	let inside: string | null = null;
	return events.filter((event) => {
		if (event.type !== 'segment')
			return inside === null || event.type === 'open' || event.type === 'close';
		if (!isLeftOut(event.id)) return true;
		inside = event.edge === 'start' ? event.id : null;
		return false;
	});
}

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length;
