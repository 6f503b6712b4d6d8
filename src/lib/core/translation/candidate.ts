/**
 * Collects the candidates for each paragraph of a text: stored units, the reader’s own words and
 * translations made on this device, each with its position. `resolve` chooses among them.
 */
import type { OwnReview, OwnWords } from '../library/store';
import type { Block, BlockShape, Lang } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { creditOf, Drafts } from './credited';
import { places } from './exactMatches';
import { matchChanged, type TextBlock } from './changedParagraphs';
import { linkedPart } from './linkedPart';
import { asUnit, ownPlaces } from './own';
import { reviewedText } from './reviewedText';
import type { Contributor, Correction, Review, Translation, Unit } from './unit';

export interface Sources {
	/** Stored translations of the article, best first. */
	readonly stored: readonly Translation[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	/** Translations of the current paragraphs, made by this device’s machine. */
	readonly device?: readonly Unit[];
}

/** A paragraph of the text; without the text, as much of it as a translation records. */
export interface Paragraph extends TextBlock {
	readonly fingerprint: Fingerprint;
	readonly shape: BlockShape;
	readonly block: Block | null;
}

/** A translation that could be shown beside `length` paragraphs, starting at number `at`. */
export interface Candidate {
	readonly at: number;
	readonly length: number;
	readonly text: readonly string[];
	readonly by: Contributor;
	readonly correction?: Correction;
	readonly review: Review | null;
	/** Licence of the stored translation. */
	readonly rights?: string;
	/** A caption’s credit in translation. */
	readonly credit?: string;
	/**
	 * The source of the sentence links and the note: one unit, or several joined into one
	 * paragraph.
	 */
	readonly units: readonly Unit[];
	/** The reader’s record, if these are the reader’s own words. */
	readonly own: OwnWords | null;
	/** True if it translates an older text and has not been reviewed since. */
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
 * Returns the paragraphs of a text whose original is missing: those of the first translation, with
 * those that only a later translation has inserted at the same place as there.
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
		const drifted = matchChanged(paragraphs, units, exact, {
			source: original.lang,
			target: translated.lang
		});
		const { rights } = translated;
		const found = [
			...exact.map(({ unit, at, length, borrowed }) => {
				const found = units.slice(unit, unit + 1);
				const lent = borrowed ? found.map((one) => linkedPart(one, translated.lang)) : found;
				return candidate(at, length, lent);
			}),
			...drifted.map(({ from, to, at, length }) => stale(at, length, units.slice(from, to)))
		];
		return rights === undefined ? found : found.map((one) => ({ ...one, rights }));
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
	const drafts = new Drafts([...stored.flatMap(({ units }) => units), ...device]);
	const own = fromOwn(print, current, fromStored, drafts);
	return [...own, ...fromStored, ...fromDevice].map((found) =>
		withReview(found, vouched.get(print.slice(found.at, found.at + found.length).join()))
	);
}

/** Returns the reader’s words as candidates. A caption keeps the stored translation’s credit. */
function fromOwn(
	print: readonly Fingerprint[],
	words: readonly OwnWords[],
	stored: readonly Candidate[],
	drafts: Drafts
): Candidate[] {
	const credits = new Map(stored.flatMap(({ at, credit }) => (credit ? [[at, { credit }]] : [])));
	return ownPlaces(print, words, stored).map(({ words: own, at, length, moved }) => {
		const make = moved ? stale : candidate;
		return { ...make(at, length, [asUnit(own, drafts)]), own, ...credits.get(at) };
	});
}

/**
 * Makes one candidate. Several units are joined only if one contributor wrote them all (see
 * `matchChanged`).
 */
function candidate(at: number, length: number, units: readonly Unit[]): Candidate {
	const [first, ...rest] = units;
	if (!first) throw new RangeError(`a candidate at paragraph ${at} without a unit`);
	const text = units.flatMap((unit) => unit.text);
	const review = rest.length === 0 ? first.review : null;
	return {
		...{ at, length, text, ...creditOf(first), review, units, own: null, stale: false },
		...(first.kind === 'caption' && first.credit !== undefined && { credit: first.credit })
	};
}

/**
 * Makes a candidate for a changed paragraph. A review covers one text and its original, so it is
 * dropped.
 */
const stale = (at: number, length: number, units: readonly Unit[]): Candidate => ({
	...candidate(at, length, units),
	review: null,
	stale: true
});

/** Adds the reader’s review of exactly this text beside exactly this original: it also clears `stale`. */
function withReview(found: Candidate, review: OwnReview | undefined): Candidate {
	if (!review || review.reviewed !== reviewedText(found.text)) return found;
	const { name, changedAt, date = changedAt.slice(0, 10) } = review;
	return { ...found, review: { by: name, date }, stale: false };
}
