/**
 * What formats have no place of their own for, as pairs of key and value: XLIFF 2 keeps them as
 * metadata, XLIFF 1.2 as contexts, TMX as properties. Read back, each is checked as if it came from
 * anywhere.
 */
import * as v from 'valibot';
import type { Beads } from '../../align/bead';
import type { BlockShape } from '../../text/article';
import { parseFingerprint, type Fingerprint } from '../../text/fingerprint';
import { shaped } from '../../text/schema';
import { contributorSchema, reviewSchema, spansSchema } from '../schema';
import { spansFault } from '../spans';
import type { Contributor, Review } from '../unit';
import { formatBase, parseBase, type Base } from './base';
import type { ExchangeUnit } from './document';
import { normalForm } from './normal';

export type Fact = readonly [key: string, value: string];

/** The facts of a unit that is sent. */
export function factsOf(unit: ExchangeUnit): readonly Fact[] {
	const { shape, source, original, text, by, review, spans, base } = unit;
	return [
		...fieldsOf('', shape),
		...(source.length > 0 ? [['source', source.join(' ')] as const] : []),
		...fieldsOf('by.', by),
		...fieldsOf('review.', review),
		...(spans ? [['spans', JSON.stringify(spans)] as const] : []),
		...exact('markdown.original', original ?? []),
		...exact('markdown.text', text),
		...(base ? [['sent', formatBase(base)] as const] : [])
	];
}

const fieldsOf = (prefix: string, value: object | null): readonly Fact[] =>
	Object.entries(value ?? {}).flatMap(([key, field]: [string, unknown]) =>
		field === undefined ? [] : [[prefix + key, String(field)] as const]
	);

/** Markdown that is not in its normal form, word for word: codes alone would not bring it back. */
const exact = (key: string, text: readonly string[]): readonly Fact[] =>
	text.every((paragraph) => normalForm(paragraph) === paragraph)
		? []
		: [[key, JSON.stringify(text)]];

/** What facts say; null, or empty, where they say nothing that can be believed. */
export interface Said {
	readonly shape: BlockShape | null;
	readonly source: readonly Fingerprint[];
	readonly by: Contributor | null;
	readonly review: Review | null;
	readonly spans: Beads | null;
	readonly base: Base | null;
	/** `text` as it was sent, where it is still the same words and marks. */
	exactText(text: readonly string[]): readonly string[];
	exactOriginal(text: readonly string[]): readonly string[];
}

export function said(facts: ReadonlyMap<string, string>): Said {
	if (facts.size === 0) return nothingSaid;
	const shape = fields(facts, '', ['kind', 'level', 'credit', 'marker']);
	const by = fields(facts, 'by.', ['origin', 'name', 'date', 'model', 'revision', 'settings']);
	const level = 'level' in shape ? { level: Number(shape['level']) } : {};
	const spans = parsed(spansSchema, json(facts.get('spans')));
	const base = parseBase(facts.get('sent') ?? '');
	return {
		shape: parsed(shapeSchema, { ...shape, ...level }),
		source: sources(facts.get('source')),
		by: parsed(contributorSchema, by),
		review: parsed(reviewSchema, fields(facts, 'review.', ['by', 'date'])),
		spans: spans && spansFault(spans) === null ? spans : null,
		base,
		exactText: (text) => asSent(json(facts.get('markdown.text')), text),
		exactOriginal: (text) => asSent(json(facts.get('markdown.original')), text)
	};
}

const nothingSaid: Said = {
	shape: null,
	source: [],
	by: null,
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
