/**
 * This project’s own exchange: a stored translation in its one written form (`../format.ts`), with
 * the originals that are at hand and what every unit was when it was sent. A stored translation’s
 * file alone is read as well: then nothing tells which side has changed.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result';
import { shapeOf } from '../../text/shape';
import { formatTranslation } from '../format';
import { check, describeFailure, parseTranslation } from '../schema';
import type { Translation, Unit } from '../unit';
import { formatBase, parseBase } from './base';
import { exchangeDocument, titleId, type ExchangeDocument, type ExchangeUnit } from './document';
import type { ExchangeFailure } from './failure';
import { spansAfter } from './segments';

const exchangeVersion = 1;

const exchangeSchema = v.strictObject({
	exchange: v.literal(exchangeVersion),
	/** By a unit’s id: digests of its text, review and note. */
	sent: v.record(v.string(), v.string()),
	originals: v.record(v.string(), v.array(v.string())),
	translation: v.unknown()
});

/** A document of a whole translation, as `exchangeDocument` makes it. */
export function writeProject(document: ExchangeDocument): string {
	const { units } = document;
	const sent = units.flatMap(({ id, base }) => (base ? [[id, formatBase(base)] as const] : []));
	const known = units.flatMap(({ id, original }) =>
		original && id !== titleId ? [[id, original] as const] : []
	);
	const head = { exchange: exchangeVersion, sent: Object.fromEntries(sent) };
	const originals = { originals: Object.fromEntries(known) };
	const written = JSON.stringify({ ...head, ...originals }, null, '\t').slice(0, -2);
	const translation = formatTranslation(translationOf(document)).trimEnd().replace(/\n/g, '\n\t');
	return `${written},\n\t"translation": ${translation}\n}\n`;
}

function translationOf({ article, original, translated, units }: ExchangeDocument): Translation {
	const title = units.find(({ id }) => id === titleId)?.text[0] ?? translated.title ?? '';
	const { lang, publication } = translated;
	return {
		article: article ?? '',
		original,
		translated: { lang, title, ...(publication !== undefined && { publication }) },
		units: units.filter(({ id }) => id !== titleId).flatMap(unitOf)
	};
}

const unitOf = ({ shape, source, text, by, review, note, spans }: ExchangeUnit): Unit[] =>
	shape && by
		? [
				{
					...shapeOf(shape),
					...{ source, text, by, review },
					...(spans && { spans }),
					...(note !== null && { note })
				}
			]
		: [];

export function readProject(text: string): Result<ExchangeDocument, ExchangeFailure> {
	const json = parseJson(text);
	if (!json.ok) return json;
	const wrapped = v.is(v.object({ exchange: v.number() }), json.value);
	const exchange = wrapped ? check(exchangeSchema, json.value) : null;
	if (exchange && !exchange.ok) return invalid(describeFailure(exchange.failure));
	const parsed = parseTranslation(exchange ? exchange.value.translation : json.value);
	if (!parsed.ok) return invalid(describeFailure(parsed.failure));
	const document = exchangeDocument(parsed.value, new Map());
	const { sent = {}, originals = {} } = exchange?.value ?? {};
	return ok({
		...document,
		units: document.units.map((unit) => {
			const base = parseBase(sent[unit.id] ?? '');
			const original = unit.id === titleId ? unit.original : (originals[unit.id] ?? null);
			return {
				...unit,
				base,
				original,
				spans: base ? spansAfter({ ...unit, base }, unit.text) : unit.spans
			};
		})
	});
}

const invalid = (message: string) =>
	fail<ExchangeFailure>({ kind: 'invalid', place: 'JSON', message });

function parseJson(text: string): Result<unknown, ExchangeFailure> {
	try {
		return ok(JSON.parse(text));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return fail({ kind: 'broken', ...placeIn(text, message), message });
	}
}

/** V8 names the place as an offset, or as line and column. */
function placeIn(
	text: string,
	message: string
): { readonly line: number; readonly column: number } {
	const at = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
	const lines = text.slice(0, at).split('\n');
	return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
