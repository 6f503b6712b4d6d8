/**
 * A stored translation as a file: `translations/articles/<article>.<lang>.json`. The same rules are
 * in `translations/article.schema.json` as JSON Schema, for editors and other programs; only this
 * module checks the rules that JSON Schema cannot express (that `by` names a contributor, that
 * spans are in order).
 */
import * as v from 'valibot';
import type { Beads } from '../align/bead';
import { fail, ok, type Result } from '../result';
import {
	countSchema,
	daySchema,
	fingerprintSchema,
	idSchema,
	langSchema,
	lineSchema,
	metadataSchema,
	paragraphSchema,
	shaped
} from '../text/schema';
import { spansFault } from './spans';
import {
	origins,
	type Contributor,
	type Correction,
	type Review,
	type Translation,
	type Unit
} from './unit';

/** The version of the file format that this program writes, and the newest that it reads. */
export const formVersion = 1;

export type SchemaFailure =
	/** Made by a newer version of this program; the file itself is not at fault. */
	| { readonly kind: 'newer'; readonly version: number }
	/** `path` leads to the fault: `units.3.source.0`; empty if it is the whole file. */
	| { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export const contributorSchema: v.GenericSchema<unknown, Contributor> = v.strictObject({
	origin: v.picklist(origins),
	name: lineSchema,
	date: daySchema,
	revised: v.exactOptional(daySchema),
	model: v.exactOptional(lineSchema),
	revision: v.exactOptional(lineSchema),
	settings: v.exactOptional(lineSchema)
});

export const reviewSchema: v.GenericSchema<unknown, Review> = v.strictObject({
	by: lineSchema,
	date: daySchema
});

export const correctionSchema: v.GenericSchema<unknown, Correction> = v.strictObject({
	by: lineSchema,
	date: daySchema,
	kept: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))
});

const indicesSchema = v.array(countSchema);

export const spansSchema: v.GenericSchema<unknown, Beads> = v.array(
	v.strictTuple([indicesSchema, indicesSchema])
);

const unitSchema = shaped({
	source: v.pipe(v.array(fingerprintSchema), v.minLength(1)),
	text: v.pipe(v.array(paragraphSchema), v.minLength(1)),
	by: v.string(),
	correction: v.exactOptional(correctionSchema),
	review: v.nullable(reviewSchema),
	spans: v.exactOptional(spansSchema),
	note: v.exactOptional(lineSchema)
});

const fileSchema = v.strictObject({
	$schema: v.exactOptional(v.string()),
	version: v.literal(formVersion),
	article: idSchema,
	lang: langSchema,
	original: metadataSchema,
	title: lineSchema,
	publication: v.exactOptional(lineSchema),
	rights: v.exactOptional(lineSchema),
	contributors: v.record(v.string(), contributorSchema),
	units: v.array(unitSchema)
});

/** The file’s JSON value: contributors by key. */
export type TranslationFile = v.InferOutput<typeof fileSchema>;

/** Checks a parsed file and returns its translation. Never throws. */
export function parseTranslation(json: unknown): Result<Translation, SchemaFailure> {
	const version = v.safeParse(v.object({ version: v.pipe(v.number(), v.integer()) }), json);
	if (version.success && version.output.version > formVersion)
		return fail({ kind: 'newer', version: version.output.version });
	const file = check(fileSchema, json);
	return file.ok ? translation(file.value) : file;
}

/** Checks `json` against `schema`. Fails with the first fault and its path. */
export function check<Output>(
	schema: v.GenericSchema<unknown, Output>,
	json: unknown
): Result<Output, SchemaFailure> {
	const checked = v.safeParse(schema, json, { abortEarly: true });
	if (checked.success) return ok(checked.output);
	const [issue] = checked.issues;
	return fail({ kind: 'invalid', path: v.getDotPath(issue) ?? '', message: issue.message });
}

function translation(file: TranslationFile): Result<Translation, SchemaFailure> {
	const units: Unit[] = [];
	for (const [index, { by, ...rest }] of file.units.entries()) {
		const contributor = Object.hasOwn(file.contributors, by) ? file.contributors[by] : undefined;
		if (!contributor) return invalid(`units.${index}.by`, `no contributor "${by}"`);
		if (rest.correction && contributor.origin === 'human')
			return invalid(`units.${index}.correction`, 'only a draft’s words are corrected');
		const fault = rest.spans && spansFault(rest.spans);
		if (fault) return invalid(`units.${index}.spans`, fault);
		units.push({ ...rest, by: contributor });
	}
	const { article, original, lang, title, publication, rights } = file;
	const translated = {
		...{ lang, title },
		...(publication !== undefined && { publication }),
		...(rights !== undefined && { rights })
	};
	return ok({ article, original, translated, units });
}

const invalid = (path: string, message: string) =>
	fail<SchemaFailure>({ kind: 'invalid', path, message });

/** Describes a failure in a sentence, for builds, the command line and logs. */
export function describeFailure(failure: SchemaFailure): string {
	return failure.kind === 'newer'
		? `made by a newer version of Jämsides (form ${failure.version}, this one reads ${formVersion})`
		: `${failure.path || 'the file'}: ${failure.message}`;
}
