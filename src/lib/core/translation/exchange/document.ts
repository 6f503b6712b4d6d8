/**
 * What every format of exchange carries, whatever it calls it: an article’s translation, unit by
 * unit, with the original where it is at hand, so that a translator can work on it in their own
 * tool and send it back.
 *
 * A document that came back says less than one that was sent where a tool dropped something: what
 * it does not say is null, never guessed.
 */
import type { Beads } from '../../align/bead';
import type { BlockShape, Lang, Metadata } from '../../text/article';
import type { Fingerprint } from '../../text/fingerprint';
import { shapeOf } from '../../text/shape';
import type { Contributor, Review, Translation, Unit } from '../unit';
import { baseOf, type Base } from './base';

/** XLIFF 2’s words for how far a unit has come. `final` is only read: it means `reviewed` here. */
export const states = ['initial', 'translated', 'reviewed', 'final'] as const;
export type State = (typeof states)[number];

/** Who changed a unit after it was sent, where the file says it. */
export interface Changer {
	readonly name: string;
	/** ISO 8601 date; null where the file gives none. */
	readonly date: string | null;
	/** False where the name may be that of whose the unit was when it was sent: the file does not tell. */
	readonly certain: boolean;
}

export interface ExchangeUnit {
	/** Its name in the file: the first source’s fingerprint, numbered where that is taken. */
	readonly id: string;
	readonly shape: BlockShape | null;
	/** Empty where the file does not say. */
	readonly source: readonly Fingerprint[];
	/** The original’s paragraphs, inline Markdown; null where they are not at hand. */
	readonly original: readonly string[] | null;
	/** The translation’s paragraphs, inline Markdown; empty where there is none. */
	readonly text: readonly string[];
	/** Whose it was when it was sent; in this project’s JSON, whose the file says that it is. */
	readonly by: Contributor | null;
	readonly changer: Changer | null;
	/** Null, too, where a tool dropped what was sent: nothing says then of which words it is. */
	readonly review: Review | null;
	readonly note: string | null;
	readonly spans: Beads | null;
	readonly state: State;
	/** What it was when it was sent. */
	readonly base: Base | null;
}

export interface ExchangeDocument {
	/** The article’s id, or whatever name the file gives to what was translated. */
	readonly article: string | null;
	readonly original: Metadata;
	readonly translated: {
		readonly lang: Lang;
		readonly title?: string;
		readonly publication?: string;
	};
	/** The title is one of them, under `titleId`. */
	readonly units: readonly ExchangeUnit[];
}

export const titleId = 'title';

/** The originals that are at hand, inline Markdown by fingerprint. */
export type Originals = ReadonlyMap<Fingerprint, string>;

/** A translation as it is sent. */
export function exchangeDocument(translation: Translation, originals: Originals): ExchangeDocument {
	const { article, original, translated, units } = translation;
	const ids = unitIds(units);
	const sent = units.map((unit, at) => exchangeUnit(ids[at] ?? '', unit, originals));
	return { article, original, translated, units: [titleUnit(translation), ...sent] };
}

/** The names of units in a file, in their order: the same for the same translation. */
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
	const { source, text, by, review, note = null, spans = null } = unit;
	return {
		...{ id, shape: shapeOf(unit), source, text, by, changer: null, review, note, spans },
		original: found.length === source.length ? found : null,
		state: review ? 'reviewed' : 'translated',
		base: baseOf({ text, review, note, by })
	};
}

function titleUnit({ original, translated }: Translation): ExchangeUnit {
	const text = [translated.title];
	return {
		...{ id: titleId, shape: null, source: [], text, by: null, changer: null },
		original: original.title === undefined ? null : [original.title],
		...{ review: null, note: null, spans: null, state: 'translated' },
		base: baseOf({ text, review: null, note: null, by: null })
	};
}
