/**
 * Data without a place of its own in a format, as pairs of key and value: XLIFF 2 keeps them as
 * metadata, XLIFF 1.2 as contexts, TMX as properties. When read back they are checked like any
 * foreign data.
 */
import * as v from 'valibot';
import type { Beads } from '../../align/bead';
import type { BlockShape } from '../../text/article';
import { parseFingerprint, type Fingerprint } from '../../text/fingerprint';
import { shaped } from '../../text/schema';
import { contributorSchema, correctionSchema, reviewSchema, spansSchema } from '../schema';
import { spansFault } from '../spans';
import type { Contributor, Correction, Review } from '../unit';
import { formatBase, parseBase, type Base } from './base';
import type { ExchangeUnit } from './document';
import { normalForm } from './normal';

export type UnitMetadataEntry = readonly [key: string, value: string];

/** Returns the facts of an exported unit. */
export function unitMetadataEntries(unit: ExchangeUnit): readonly UnitMetadataEntry[] {
	const { shape, source, original, text, by, correction, review, spans, base } = unit;
	return [
		...fieldsOf('', shape),
		...(source.length > 0 ? [['source', source.join(' ')] as const] : []),
		...fieldsOf('by.', by),
		...fieldsOf('correction.', correction),
		...fieldsOf('review.', review),
		...(spans ? [['spans', JSON.stringify(spans)] as const] : []),
		...exact('markdown.original', original ?? []),
		...exact('markdown.text', text),
		...(base ? [['sent', formatBase(base)] as const] : [])
	];
}

const fieldsOf = (prefix: string, value: object | null): readonly UnitMetadataEntry[] =>
	Object.entries(value ?? {}).flatMap(([key, field]: [string, unknown]) =>
		field === undefined ? [] : [[prefix + key, String(field)] as const]
	);

/** Keeps Markdown verbatim if it is not in normal form: codes alone would not restore it. */
const exact = (key: string, text: readonly string[]): readonly UnitMetadataEntry[] =>
	text.every((paragraph) => normalForm(paragraph) === paragraph)
		? []
		: [[key, JSON.stringify(text)]];

/** The data read from facts; null or empty if they are missing or invalid. */
export interface UnitMetadata {
	readonly shape: BlockShape | null;
	readonly source: readonly Fingerprint[];
	readonly by: Contributor | null;
	readonly correction: Correction | null;
	readonly review: Review | null;
	readonly spans: Beads | null;
	readonly base: Base | null;
	/** Returns `text` as exported, if its words and marks are still the same. */
	exactText(text: readonly string[]): readonly string[];
	exactOriginal(text: readonly string[]): readonly string[];
}

export function unitMetadataOf(facts: ReadonlyMap<string, string>): UnitMetadata {
	if (facts.size === 0) return nothingSaid;
	const shape = fields(facts, '', ['kind', 'level', 'credit', 'marker']);
	const by = fields(facts, 'by.', [
		'origin',
		'name',
		'date',
		'revised',
		'model',
		'revision',
		'settings'
	]);
	const correction = fields(facts, 'correction.', ['by', 'date', 'kept']);
	const kept = 'kept' in correction ? { kept: Number(correction['kept']) } : {};
	const level = 'level' in shape ? { level: Number(shape['level']) } : {};
	const spans = parsed(spansSchema, json(facts.get('spans')));
	const base = parseBase(facts.get('sent') ?? '');
	return {
		shape: parsed(shapeSchema, { ...shape, ...level }),
		source: sources(facts.get('source')),
		by: parsed(contributorSchema, by),
		correction: parsed(correctionSchema, { ...correction, ...kept }),
		review: parsed(reviewSchema, fields(facts, 'review.', ['by', 'date'])),
		spans: spans && spansFault(spans) === null ? spans : null,
		base,
		exactText: (text) => asSent(json(facts.get('markdown.text')), text),
		exactOriginal: (text) => asSent(json(facts.get('markdown.original')), text)
	};
}

const nothingSaid: UnitMetadata = {
	shape: null,
	source: [],
	by: null,
	correction: null,
	review: null,
	spans: null,
	base: null,
	exactText: (text) => text,
	exactOriginal: (text) => text
};

const shapeSchema: v.GenericSchema<unknown, BlockShape> = shaped({});
const paragraphsSchema = v.array(v.string());

function parsed<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown): Output | null {
	const checked = v.safeParse(schema, value);
	return checked.success ? checked.output : null;
}

function fields(
	facts: ReadonlyMap<string, string>,
	prefix: string,
	keys: readonly string[]
): Readonly<Record<string, string>> {
	const given = keys.flatMap((key) => {
		const value = facts.get(prefix + key);
		return value === undefined ? [] : [[key, value] as const];
	});
	return Object.fromEntries(given);
}

function json(text: string | undefined): unknown {
	try {
		return text === undefined ? null : JSON.parse(text);
	} catch {
		return null;
	}
}

function sources(text: string | undefined): readonly Fingerprint[] {
	const prints = (text ?? '').split(' ').map(parseFingerprint);
	return prints.every((print) => print !== null) ? prints : [];
}

function asSent(sent: unknown, came: readonly string[]): readonly string[] {
	const paragraphs = parsed(paragraphsSchema, sent);
	return paragraphs && paragraphs.map(normalForm).join('\n') === came.join('\n')
		? paragraphs
		: came;
}
