/** Where the reader’s own words belong in a text. */
import type { OwnTranslation, OwnWords } from '../library/store';
import type { Metadata } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { places } from './anchor';
import type { Translation, Unit } from './unit';

/** Own words as a unit of a translation: a person’s, under the name that they give. */
export const asUnit = ({ source, text, name, date, changedAt }: OwnWords): Unit => ({
	kind: 'paragraph',
	source,
	text,
	by: { origin: 'human', name, date: date ?? changedAt.slice(0, 10) },
	review: null
});

/** A person’s translation that the reader brought in, as one that is stored. */
export const asTranslation = (
	{ article, lang, credit: { title, publication }, units }: OwnTranslation,
	original: Metadata
): Translation => ({
	article,
	original,
	translated: { lang, title, ...(publication !== '' && { publication }) },
	units
});

interface Run {
	readonly at: number;
	readonly length: number;
}

export interface OwnPlace extends Run {
	readonly words: OwnWords;
	/** Its paragraph has changed. */
	readonly moved: boolean;
}

/** Where a stored translation stands, to follow it. */
interface Stored extends Run {
	readonly units: readonly Unit[];
	readonly stale: boolean;
}

/**
 * Own words stand by their paragraphs. Where these changed: where the stored translation of the
 * same paragraph went; or where a part of their run still stands; or, when just one paragraph and
 * one own text are without each other, together. Otherwise they are left over, not guessed.
 */
export function ownPlaces(
	print: readonly Fingerprint[],
	words: readonly OwnWords[],
	stored: readonly Stored[]
): readonly OwnPlace[] {
	const found = places(print, words.map(asUnit)).flatMap(({ unit, at, length }) => {
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
	stored: readonly Stored[]
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

/** The part of a run of paragraphs that is still there, if it stands together. */
function standingPart(source: readonly Fingerprint[], print: readonly Fingerprint[]): Run | null {
	const known = new Set(source);
	const at = print.findIndex((one) => known.has(one));
	const end = print.findLastIndex((one) => known.has(one));
	return at >= 0 && end - at < source.length ? { at, length: end - at + 1 } : null;
}
