/** Finds the paragraphs that the reader’s own words belong to. */
import type { OwnTranslation, OwnWords } from '../library/store';
import type { Metadata } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { correctionsId } from './correctionsId';
import {
	correctedUnknown,
	creditOf,
	credited,
	Drafts,
	isPersons,
	type Credit,
	type CreditedText
} from './credited';
import { places } from './exactMatches';
import { kept } from './keptWords';
import type { Passage, Translation, Unit } from './unit';

/**
 * Returns own words as a unit of a translation, under the name that the reader gave: the reader’s,
 * or a draft’s that the reader corrected.
 */
export const asUnit = (words: OwnWords, drafts: Drafts): Unit => ({
	kind: 'paragraph',
	source: words.source,
	text: words.text,
	...wordsCredit(words, drafts),
	review: null
});

/**
 * Returns whose own words are. Records from before drafts were kept with them are compared with the
 * drafts of their paragraph.
 */
function wordsCredit(words: OwnWords, drafts: Drafts): Credit {
	const { source, text, name, from, draft, changedAt, date = changedAt.slice(0, 10) } = words;
	const person = { origin: 'human', name, date } as const;
	if (draft) return credited(draft, text, person);
	if (from === null || from === 'human') {
		const copied = drafts.copied(source, text);
		return copied ? credited(copied, text, person) : { by: person };
	}
	const [known] = drafts.of(source, from);
	return known ? credited(known, text, person) : correctedUnknown(from, person);
}

/** Share of a draft’s words that a text must have gained to have been begun from it again. */
const leastGain = 0.2;

/**
 * Returns the draft that the reader’s words began from, to be kept with them: what was shown, or the
 * one kept before, or the one that the words before (`base`) were replaced by. Undefined for none.
 */
export function draftBegunFrom(
	text: readonly string[],
	source: readonly Fingerprint[],
	{ shown, base, drafts }: Begun
): CreditedText | undefined {
	const isOld = base?.from === 'ai' || base?.from === 'machine';
	const old = isOld ? drafts.of(source, base.from)[0] : undefined;
	const begun = base ? (base.draft ?? old) : shown && !isPersons(shown) ? shown : undefined;
	const share = (draft: CreditedText): number => kept(draft.text, text).share;
	const others = drafts
		.of(source)
		.filter((draft) => base && share(draft) >= kept(draft.text, base.text).share + leastGain);
	const [best] = (begun ? [begun, ...others] : others).toSorted((a, b) => share(b) - share(a));
	return best && { text: best.text, ...creditOf(best) };
}

interface Begun {
	/** The translation that was shown. */
	readonly shown: CreditedText | null;
	/** The reader’s words before. */
	readonly base: OwnWords | null;
	readonly drafts: Drafts;
}

/**
 * Returns a translation that the reader imported in the form of a stored one. `stored`: the
 * article’s stored translations, whose drafts may be among its texts.
 */
export function asTranslation(
	own: OwnTranslation,
	original: Metadata,
	stored: readonly Translation[]
): Translation {
	const { article, lang, credit } = own;
	const units = own.units.filter(({ source }) => source.length > 0);
	const passages = passagesOf(own.units);
	const { title, publication, rights } = credit;
	const ofLang = stored.filter(({ translated }) => translated.lang === lang);
	const drafts = new Drafts(ofLang.flatMap((one) => one.units));
	const hasOldCorrections = own.id === correctionsId(article, lang) && !own.compared;
	const areCopied = !hasOldCorrections && drafts.areCopied(units);
	const credits = (unit: Unit): Credit => {
		if (!isPersons(unit)) return unit;
		if (hasOldCorrections) return correctionsCredit(unit, ofLang, drafts);
		const copied = drafts.copied(unit.source, unit.text, areCopied);
		return copied ? credited(copied, unit.text, unit.by) : unit;
	};
	return {
		article,
		original,
		translated: {
			...{ lang, title },
			...(publication !== '' && { publication }),
			...(rights !== '' && { rights })
		},
		units: units.map((unit) => ({ ...unit, ...creditOf(credits(unit)) })),
		...(passages.length > 0 && { passages })
	};
}

function passagesOf(units: readonly Unit[]): readonly Passage[] {
	let after = 0;
	return units.flatMap((unit) => {
		if (unit.source.length === 0) return [{ after, unit }];
		after++;
		return [];
	});
}

/**
 * Returns whose a corrected paragraph is, in a record from before corrections were told from
 * persons’ words. It began from what was shown: a stored translation, a person’s before a draft’s,
 * else one that this device made.
 */
function correctionsCredit(unit: Unit, stored: readonly Translation[], drafts: Drafts): Credit {
	const isShared = stored.some(({ units }) =>
		units.some((one) => isPersons(one) && one.source[0] === unit.source[0])
	);
	if (isShared) return unit;
	const [draft] = drafts.of(unit.source);
	return draft ? credited(draft, unit.text, unit.by) : correctedUnknown('machine', unit.by);
}

interface RowRun {
	readonly at: number;
	readonly length: number;
}

export interface OwnPlace extends RowRun {
	readonly words: OwnWords;
	/** True if its paragraph has changed. */
	readonly moved: boolean;
}

/** A row with a stored translation, whose paragraph the own words can follow. */
interface StoredRun extends RowRun {
	readonly units: readonly Unit[];
	readonly stale: boolean;
}

/**
 * Finds the paragraphs of own words. If the paragraphs changed, own words go where the stored
 * translation of the same paragraph went; else where part of their run remains; else, if exactly
 * one paragraph and one own text are unmatched, together. Otherwise they are left over: no position
 * is guessed.
 */
export function ownPlaces(
	print: readonly Fingerprint[],
	words: readonly OwnWords[],
	stored: readonly StoredRun[]
): readonly OwnPlace[] {
	const found = places(print, words).flatMap(({ unit, at, length }) => {
		const own = words[unit];
		return own ? [{ words: own, at, length, moved: false }] : [];
	});
	const followed = follow(print, missing(words, found), stored);
	const placed = [...found, ...followed];
	const [lost, ...others] = missing(words, placed);
	const taken = new Set(
		[...placed, ...stored].flatMap(({ at, length }) =>
			Array.from({ length }, (_, offset) => at + offset)
		)
	);
	const [bare, ...more] = print.flatMap((_, at) => (taken.has(at) ? [] : [at]));
	const pair = placed.length > 0 && others.length === 0 && more.length === 0;
	return pair && lost && bare !== undefined
		? [...placed, { words: lost, at: bare, length: 1, moved: true }]
		: placed;
}

function missing(words: readonly OwnWords[], found: readonly OwnPlace[]): OwnWords[] {
	const placed = new Set(found.map((place) => place.words));
	return words.filter((own) => !placed.has(own));
}

function follow(
	print: readonly Fingerprint[],
	words: readonly OwnWords[],
	stored: readonly StoredRun[]
): OwnPlace[] {
	const drifted = new Map(
		stored.flatMap((place) =>
			place.stale ? place.units.map((unit) => [unit.source[0], place] as const) : []
		)
	);
	return words.flatMap((own) => {
		const run = drifted.get(own.source[0]) ?? standingPart(own.source, print);
		return run ? [{ words: own, at: run.at, length: run.length, moved: true }] : [];
	});
}

/** Returns the part of a run of paragraphs that remains, if it is contiguous. */
function standingPart(
	source: readonly Fingerprint[],
	print: readonly Fingerprint[]
): RowRun | null {
	const known = new Set(source);
	const at = print.findIndex((one) => known.has(one));
	const end = print.findLastIndex((one) => known.has(one));
	return at >= 0 && end - at < source.length ? { at, length: end - at + 1 } : null;
}
