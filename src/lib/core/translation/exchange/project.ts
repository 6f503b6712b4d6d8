/**
 * Writes and reads this project’s own exchange format: a stored translation in its normal form
 * (`../format.ts`), with the available originals and digests of every unit as exported. A stored
 * translation’s file is read too, but without digests it is unknown which side has changed.
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
import { messageOf } from '../../errorMessage';

const exchangeVersion = 1;

const exchangeSchema = v.strictObject({
	exchange: v.literal(exchangeVersion),
	/** Digests of a unit’s text, review and note as exported, by the unit’s id. */
	sent: v.record(v.string(), v.string()),
	originals: v.record(v.string(), v.array(v.string())),
	translation: v.unknown()
});

/** Writes a document of a whole translation, as `exchangeDocument` returns it. */
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
	const { lang, publication, rights } = translated;
	return {
		article: article ?? '',
		original,
		translated: {
			...{ lang, title },
			...(publication !== undefined && { publication }),
			...(rights !== undefined && { rights })
		},
		units: units.filter(({ id }) => id !== titleId).flatMap(unitOf)
	};
}

const unitOf = (unit: ExchangeUnit): Unit[] => {
	const { shape, source, text, by, correction, review, note, spans } = unit;
	return shape && by
		? [
				{
					...shapeOf(shape),
					...{ source, text, by, review },
					...(correction && { correction }),
					...(spans && { spans }),
					...(note !== null && { note })
				}
			]
		: [];
};

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
		const message = messageOf(error);
		return fail({ kind: 'broken', ...placeIn(text, message), message });
	}
}

/** Returns the place of a JSON error, from the offset in V8’s message; the start without one. */
function placeIn(
	text: string,
	message: string
): { readonly line: number; readonly column: number } {
	const at = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
	const lines = text.slice(0, at).split('\n');
	return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
