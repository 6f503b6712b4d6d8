/**
 * Explanations of reports that a person has checked and found right: `translations/checked.json`,
 * by translation (`<article>.<lang>`). The same rules are in `translations/checked.schema.json` as
 * JSON Schema.
 */
import * as v from 'valibot';
import type { Result } from '../../result';
import type { Fingerprint } from '../../text/fingerprint';
import { fingerprintSchema, lineSchema } from '../../text/schema';
import { check, type SchemaFailure } from '../schema';
import { findingKinds, type FindingKind, type Report } from './finding';

/** Explains the reports of one kind about one thing in one unit. */
export interface Explanation {
	/** The fingerprint of the unit’s first source. */
	readonly unit: Fingerprint | 'title';
	readonly kind: FindingKind;
	/** The report’s `about`. */
	readonly about: string;
	readonly reason: string;
}

/** Explanations by translation: `<article>.<lang>`. */
export type Explanations = Readonly<Record<string, readonly Explanation[]>>;

const explanationSchema: v.GenericSchema<unknown, Explanation> = v.strictObject({
	unit: v.union([v.literal('title'), fingerprintSchema]),
	kind: v.picklist(findingKinds),
	about: lineSchema,
	reason: lineSchema
});

const fileSchema = v.pipe(
	v.strictObject({
		$schema: v.exactOptional(v.string()),
		version: v.literal(1),
		translations: v.record(
			v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.[A-Za-z0-9-]+$/, 'must be <article>.<lang>')),
			v.array(explanationSchema)
		)
	}),
	v.transform(({ translations }) => translations)
);

/** Checks a parsed file and returns its explanations. Never throws. */
export const parseExplanations = (json: unknown): Result<Explanations, SchemaFailure> =>
	check(fileSchema, json);

export interface Explained {
	/** Reports without an explanation. */
	readonly open: readonly Report[];
	readonly explained: readonly Report[];
	/** Explanations that match no report any more. */
	readonly stale: readonly Explanation[];
}

/**
 * Separates explained reports from open ones. Law: `open` and `explained` together are the reports,
 * in order.
 */
export function explain(
	reports: readonly Report[],
	explanations: readonly Explanation[]
): Explained {
	const told = new Set(explanations.map(identity));
	const made = new Set(reports.map(reportIdentity));
	return {
		open: reports.filter((report) => !told.has(reportIdentity(report))),
		explained: reports.filter((report) => told.has(reportIdentity(report))),
		stale: explanations.filter((one) => !made.has(identity(one)))
	};
}

const identity = ({ unit, kind, about }: Pick<Explanation, 'unit' | 'kind' | 'about'>): string =>
	JSON.stringify([unit, kind, about]);

const reportIdentity = ({ source, kind, about }: Report): string =>
	identity({ unit: source ?? 'title', kind, about });
