/**
 * What could stand beside the paragraphs of a text: stored units, the reader’s own words and this
 * device’s, where each of them belongs. `resolve` chooses among these.
 */
import type { OwnReview, OwnWords } from '../library/store';
import type { Block, BlockShape, Lang } from '../text/article';
import { fingerprint, type Fingerprint } from '../text/fingerprint';
import { places } from './anchor';
import { drift, type Text } from './drift';
import { asUnit, ownPlaces } from './own';
import type { Contributor, Review, Translation, Unit } from './unit';

export interface Sources {
	/** Stored translations of the article, best first. */
	readonly stored: readonly Translation[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	/** What this device’s machine made of paragraphs as they are now. */
	readonly device?: readonly Unit[];
}

/** A paragraph of the text; without a text, of what a translation tells of it. */
export interface Paragraph extends Text {
	readonly fingerprint: Fingerprint;
	readonly shape: BlockShape;
	readonly block: Block | null;
}

/** What could stand beside `length` paragraphs from number `at`. */
export interface Candidate {
	readonly at: number;
	readonly length: number;
	readonly text: readonly string[];
	readonly by: Contributor;
	readonly review: Review | null;
	/** A caption’s credit in translation. */
	readonly credit?: string;
	/** Whose sentences and note: one unit, or several that became one paragraph. */
	readonly units: readonly Unit[];
	/** The record that it comes from, where it is the reader’s own. */
	readonly own: OwnWords | null;
	/** Translated from an older text, and not reviewed since. */
	readonly stale: boolean;
}

export const fromBlock = (block: Block): Paragraph => ({
	fingerprint: block.fingerprint,
	shape: block,
	block,
	kind: block.kind,
	text: block.text
});

/**
 * Without the original: the paragraphs that the first translation tells of, each followed by those
 * that only a later one knows, as they follow there.
 */
export const paragraphsOf = (translations: readonly Translation[]): readonly Paragraph[] =>
	translations.reduce<readonly Paragraph[]>((paragraphs, { units }) => {
		const known = new Map(paragraphs.map((paragraph, at) => [paragraph.fingerprint, at]));
		const added = new Map<number, Paragraph[]>();
		let after = -1;
		for (const unit of units)
			for (const source of unit.source) {
				const at = known.get(source);
				if (at !== undefined) after = at;
				else added.set(after, [...(added.get(after) ?? []), told(source, unit)]);
			}
		const follow = (at: number) => added.get(at) ?? [];
		return [...follow(-1), ...paragraphs.flatMap((paragraph, at) => [paragraph, ...follow(at)])];
	}, []);

const told = (source: Fingerprint, unit: Unit): Paragraph => ({
	fingerprint: source,
	shape: unit,
	block: null,
	kind: unit.kind,
	text: ''
});

export function candidates(
	paragraphs: readonly Paragraph[],
	{ stored, words, reviews, device = [] }: Sources,
	lang: Lang
): readonly Candidate[] {
	const print = paragraphs.map((paragraph) => paragraph.fingerprint);
	const fromStored = stored.flatMap(({ original, translated, units }) => {
		const exact = places(print, units);
		const drifted = drift(paragraphs, units, exact, {
			source: original.lang,
			target: translated.lang
		});
		return [
			...exact.map(({ unit, at, length }) => candidate(at, length, units.slice(unit, unit + 1))),
			...drifted.map(({ from, to, at, length }) => stale(at, length, units.slice(from, to)))
		];
	});
	const current = words.filter((own) => own.lang === lang && !own.deleted);
	const fromDevice = places(print, device).map(({ unit, at, length }) =>
		candidate(at, length, device.slice(unit, unit + 1))
	);
	const vouched = new Map(
		reviews
			.filter((review) => review.lang === lang && !review.deleted)
			.map((review) => [review.source.join(), review])
	);
	return [...fromOwn(print, current, fromStored), ...fromStored, ...fromDevice].map((found) =>
		withReview(found, vouched.get(print.slice(found.at, found.at + found.length).join()))
	);
}

/** The reader’s words, as a candidate each; their captions keep the stored translation’s credit. */
function fromOwn(
	print: readonly Fingerprint[],
	words: readonly OwnWords[],
	stored: readonly Candidate[]
): Candidate[] {
	const credits = new Map(stored.flatMap(({ at, credit }) => (credit ? [[at, { credit }]] : [])));
	return ownPlaces(print, words, stored).map(({ words: own, at, length, moved }) => {
		const make = moved ? stale : candidate;
		return { ...make(at, length, [asUnit(own)]), own, ...credits.get(at) };
	});
}

/** Several units become one text only where they are one contributor’s (see `drift`). */
function candidate(at: number, length: number, units: readonly Unit[]): Candidate {
	const [first, ...rest] = units;
	if (!first) throw new RangeError(`a candidate at paragraph ${at} without a unit`);
	const text = units.flatMap((unit) => unit.text);
	const review = rest.length === 0 ? first.review : null;
	return {
		...{ at, length, text, by: first.by, review, units, own: null, stale: false },
		...(first.kind === 'caption' && first.credit !== undefined && { credit: first.credit })
	};
}

/** A review was of the text beside its own original: it lapses with that. */
const stale = (at: number, length: number, units: readonly Unit[]): Candidate => ({
	...candidate(at, length, units),
	review: null,
	stale: true
});

/** The reader’s word for just this text beside just this original: what was stale is settled. */
function withReview(found: Candidate, review: OwnReview | undefined): Candidate {
	if (!review || review.reviewed !== reviewedText(found.text)) return found;
	const { name, changedAt, date = changedAt.slice(0, 10) } = review;
	return { ...found, review: { by: name, date }, stale: false };
}

/** What an `OwnReview` says has been reviewed. */
export const reviewedText = (text: readonly string[]): Fingerprint =>
	fingerprint(text.join('\n\n'));
