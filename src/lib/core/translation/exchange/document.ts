/**
 * The content that every exchange format carries: an article’s translation, unit by unit, with the
 * original if available. A translator works on it in their own tool and sends it back.
 *
 * A returned document may say less than the exported one, if a tool dropped something: missing data
 * is null, never guessed.
 */
import type { Beads } from '../../align/bead';
import type { BlockShape, Lang, Metadata } from '../../text/article';
import type { Fingerprint } from '../../text/fingerprint';
import { shapeOf } from '../../text/shape';
import type { Contributor, Correction, Review, Translation, Unit } from '../unit';
import { baseOf, type Base } from './base';
import type { MachineClaim } from './machine';
import type { SegmentPair } from './segmentPairs';

/** The states of a unit, as XLIFF 2 names them. `final` is only read, and means `reviewed` here. */
export const states = ['initial', 'translated', 'reviewed', 'final'] as const;
export type UnitState = (typeof states)[number];

/** The person who changed a unit after its export, if the file names one. */
interface Changer {
	readonly name: string;
	/** ISO 8601 date; null if the file gives none. */
	readonly date: string | null;
	/** False if the name may be the exported author’s and the file does not show which. */
	readonly certain: boolean;
}

export interface ExchangeUnit {
	/** Id in the file: the first source’s fingerprint, with a number if that is already used. */
	readonly id: string;
	readonly shape: BlockShape | null;
	/** Empty if the file does not name it. */
	readonly source: readonly Fingerprint[];
	/** The original’s paragraphs, inline Markdown; null if not available. */
	readonly original: readonly string[] | null;
	/** The translation’s paragraphs, inline Markdown; empty if there is none. */
	readonly text: readonly string[];
	/** The author at export; in this project’s JSON, the author that the file names. */
	readonly by: Contributor | null;
	/** The correction of a draft’s words at export; in this project’s JSON, the one in the file. */
	readonly correction: Correction | null;
	readonly changer: Changer | null;
	/**
	 * Also null if a tool dropped the exported version: then it is unknown which words it covers.
	 */
	readonly review: Review | null;
	readonly note: string | null;
	readonly spans: Beads | null;
	readonly state: UnitState;
	/** Digests of the unit as exported. */
	readonly base: Base | null;
	/** The segments as a tool cut and paired them; empty if it did not. */
	readonly segments: readonly SegmentPair[];
	/** What the file says of machine translation; null if nothing. */
	readonly machine: MachineClaim | null;
	/** Words in the target’s place that are no translation, such as a copy of the source. */
	readonly untranslated: readonly string[];
	/** What a translation memory says of its entry; null in a file that is a document. */
	readonly memory: MemoryEntry | null;
}

/** An entry of a translation memory. Its place in the file means nothing. */
export interface MemoryEntry {
	/** When it was changed last, ISO 8601; empty if the file does not say. */
	readonly changed: string;
	/** The source texts before and after it, of an entry for one place only (OmegaT). */
	readonly previous: string | null;
	readonly next: string | null;
}

/** What only files of other tools have. */
export const ownUnit = { segments: [], machine: null, untranslated: [], memory: null } as const;

export interface ExchangeDocument {
	/** The article’s id, or the name that the file gives to the translated text. */
	readonly article: string | null;
	readonly original: Metadata;
	readonly translated: {
		readonly lang: Lang;
		readonly title?: string;
		readonly publication?: string;
		readonly rights?: string;
	};
	/** The title is one of the units, under `titleId`. */
	readonly units: readonly ExchangeUnit[];
	/** Texts in other languages, which are not in the units. */
	readonly otherLanguages?: readonly string[];
}

export const titleId = 'title';

/** The available originals, inline Markdown by fingerprint. */
export type Originals = ReadonlyMap<Fingerprint, string>;

/** Returns a translation in the form in which it is exported. */
export function exchangeDocument(translation: Translation, originals: Originals): ExchangeDocument {
	const { article, original, translated, units } = translation;
	const ids = unitIds(units);
	const sent = units.map((unit, at) => exchangeUnit(ids[at] ?? '', unit, originals));
	return { article, original, translated, units: [titleUnit(translation), ...sent] };
}

/** Returns the ids of units in a file, in order. Equal translations give equal ids. */
export function unitIds(units: readonly Unit[]): readonly string[] {
	const seen = new Map<string, number>();
	return units.map(({ source }) => {
		const first = source[0] ?? '';
		const count = (seen.get(first) ?? 0) + 1;
		seen.set(first, count);
		return count === 1 ? first : `${first}-${count}`;
	});
}

function exchangeUnit(id: string, unit: Unit, originals: Originals): ExchangeUnit {
	const found = unit.source.flatMap((print) => originals.get(print) ?? []);
	const { source, text, by, correction = null, review, note = null, spans = null } = unit;
	return {
		...{ id, shape: shapeOf(unit), source, text, by, correction, changer: null },
		...{ review, note, spans },
		...ownUnit,
		original: found.length === source.length ? found : null,
		state: review ? 'reviewed' : 'translated',
		base: baseOf({ text, review, note, by, correction })
	};
}

function titleUnit({ original, translated }: Translation): ExchangeUnit {
	const text = [translated.title];
	return {
		...{ id: titleId, shape: null, source: [], text, by: null, correction: null, changer: null },
		original: original.title === undefined ? null : [original.title],
		...{ review: null, note: null, spans: null, state: 'translated' },
		...ownUnit,
		base: baseOf({ text, review: null, note: null, by: null, correction: null })
	};
}
