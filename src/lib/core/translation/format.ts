/**
 * The one written form of a stored translation, laid out so that a diff shows what a translator
 * changed. A unit takes a few lines: its identity, each paragraph of its text on a line of its own,
 * then its contributor, its sentence links and its note.
 *
 * Laws (`format.test.ts`): `parseTranslation(JSON.parse(formatTranslation(t)))` gives `t` back;
 * formatting what it gave changes nothing.
 */
import type { Metadata } from '../text/article';
import { shapeOf } from '../text/shape';
import { formVersion, type TranslationFile } from './schema';
import type { Contributor, Correction, Translation, Unit } from './unit';

/** Returns a translation as the file’s JSON value, with keys in the order of the written form. */
export function translationFile(translation: Translation): TranslationFile {
	const { article, original, translated, units } = translation;
	const contributors = byKey(units);
	const keys = new Map([...contributors].map(([key, { by }]) => [by, key]));
	return {
		$schema: '../article.schema.json',
		version: formVersion,
		article,
		lang: translated.lang,
		original: orderedMetadata(original),
		title: translated.title,
		...(translated.publication !== undefined && { publication: translated.publication }),
		...(translated.rights !== undefined && { rights: translated.rights }),
		contributors: Object.fromEntries([...contributors].map(([key, { value }]) => [key, value])),
		units: units.map((unit) => unitFile(unit, keys.get(identity(unit.by)) ?? ''))
	} as TranslationFile;
}

export function formatTranslation(translation: Translation): string {
	const { units, contributors, original, ...head } = translationFile(translation);
	const { title, publication, rights, ...top } = head;
	const named = Object.entries(contributors).map(([key, value]) => `${json(key)}: ${row(value)}`);
	const below = {
		title,
		...(publication !== undefined && { publication }),
		...(rights !== undefined && { rights })
	};
	const written = [
		...lines(top),
		`"original": {\n${indent(lines(original))}\n}`,
		...lines(below),
		`"contributors": {${named.length ? `\n${indent(named)}\n` : ''}}`,
		`"units": [${units.length ? `\n${indent(units.map(writtenUnit))}\n` : ''}]`
	];
	return `{\n${indent(written)}\n}\n`;
}

type UnitFile = TranslationFile['units'][number];

function writtenUnit(unit: UnitFile): string {
	const { text, by, correction, review, spans, note, ...identity } = unit;
	const paragraphs = text.length === 1 ? row(text) : `[\n${indent(text.map(json))}\n]`;
	const parts = [
		inside(row(identity)),
		`"text": ${paragraphs}`,
		inside(row({ by, ...(correction && { correction }), review })),
		...(spans ? [`"spans": ${JSON.stringify(spans)}`] : []),
		...(note === undefined ? [] : [`"note": ${json(note)}`])
	];
	return `{\n${indent(parts)}\n}`;
}

const json = (value: unknown): string => JSON.stringify(value);

/** Formats a value on one line, with a space after each comma and colon outside strings. */
const row = (value: unknown): string =>
	Array.isArray(value)
		? `[${value.map(row).join(', ')}]`
		: value !== null && typeof value === 'object'
			? `{ ${lines(value).join(', ')} }`
			: json(value);

const inside = (braced: string): string => braced.slice(2, -2);
const lines = (value: object): string[] =>
	Object.entries(value).map(([key, item]) => `${json(key)}: ${row(item)}`);
const indent = (parts: readonly string[]): string =>
	parts.map((part) => part.replace(/^/gm, '\t')).join(',\n');

const unitFile = (unit: Unit, by: string): UnitFile =>
	({
		...shapeOf(unit),
		source: [...unit.source],
		text: [...unit.text],
		by,
		...(unit.correction && { correction: orderedCorrection(unit.correction) }),
		review: unit.review && { by: unit.review.by, date: unit.review.date },
		...(unit.spans && { spans: unit.spans }),
		...(unit.note !== undefined && { note: unit.note })
	}) as UnitFile;

const orderedCorrection = ({ by, date, kept }: Correction): Correction => ({
	by,
	date,
	...(kept !== undefined && { kept })
});

function orderedMetadata(metadata: Metadata): Metadata {
	const { lang, title, authors, publication, issued, address, rights } = metadata;
	const known = { title, authors, publication, issued, address, rights };
	const given = Object.entries(known).filter(([, value]) => value !== undefined);
	return { lang, ...Object.fromEntries(given) };
}

/** Identifies a contributor by value, since copies are equal. */
const identity = (by: Contributor): string => JSON.stringify(orderedContributor(by));

function orderedContributor(by: Contributor): Contributor {
	const { origin, name, date, revised, model, revision, settings } = by;
	const known = Object.entries({ revised, model, revision, settings });
	return {
		origin,
		name,
		date,
		...Object.fromEntries(known.filter(([, value]) => value !== undefined))
	};
}

/**
 * Gives each contributor a key: the origin’s name, numbered from the second of that origin. The
 * oldest comes first, so that a later contributor does not rename the earlier ones.
 */
function byKey(
	units: readonly Unit[]
): ReadonlyMap<string, { readonly by: string; readonly value: Contributor }> {
	const distinct = new Map(units.map(({ by }) => [identity(by), orderedContributor(by)]));
	const oldestFirst = [...distinct].sort(
		([one, a], [other, b]) => order(a.date, b.date) || order(one, other)
	);
	const seen = new Map<string, number>();
	return new Map(
		oldestFirst.map(([by, value]) => {
			const count = (seen.get(value.origin) ?? 0) + 1;
			seen.set(value.origin, count);
			return [count === 1 ? value.origin : `${value.origin}-${count}`, { by, value }];
		})
	);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
