/**
 * The glossary as a file, `translations/glossary.json`: terms that need one rendering throughout,
 * and names that differ between languages. The same rules are in
 * `translations/glossary.schema.json` as JSON Schema; only this module checks the rules that JSON
 * Schema cannot express.
 */
import * as v from 'valibot';
import type { Result } from '../../result';
import { idSchema, langSchema, lineSchema } from '../../text/schema';
import type { Lang } from '../../text/article';
import { check, type SchemaFailure } from '../schema';

/**
 * Forms by language: words as in a dictionary, with a bar after the stem if the ending changes:
 * `tankesmedj|a`.
 */
export type Forms = Readonly<Record<Lang, readonly string[]>>;

export interface GlossaryEntry {
	/** Forms that a translation may use; for a name also its derived words: `Ryssland`, `rysk`. */
	readonly forms: Forms;
	/** Further forms that occur in originals but should not be used in translations. */
	readonly met?: Forms;
	/** Forms that must not be used for it: `EES` has another meaning in Swedish. */
	readonly not?: Forms;
	/** The articles that it applies to; all if absent. */
	readonly articles?: readonly string[];
	/** Explains why there are several renderings, and what to look out for. */
	readonly note?: string;
}

export interface Glossary {
	/** Terms with one rendering each; if there are several, the note says why. */
	readonly terms: readonly GlossaryEntry[];
	/** Proper names: any form matches any other. */
	readonly names: readonly GlossaryEntry[];
}

const formsSchema = v.record(langSchema, v.pipe(v.array(lineSchema), v.minLength(1)));

const entryEntries = {
	forms: v.pipe(
		formsSchema,
		v.check((forms) => Object.keys(forms).length > 1, 'needs forms in two languages or more')
	),
	met: v.exactOptional(formsSchema),
	not: v.exactOptional(formsSchema),
	articles: v.exactOptional(v.pipe(v.array(idSchema), v.minLength(1))),
	note: v.exactOptional(lineSchema)
};

const entrySchema: v.GenericSchema<unknown, GlossaryEntry> = v.strictObject(entryEntries);

const termSchema: v.GenericSchema<unknown, GlossaryEntry> = v.pipe(
	v.strictObject(entryEntries),
	v.check(
		({ forms, note }) => note !== undefined || Object.values(forms).every((all) => all.length < 2),
		'several renderings need a note that says why'
	)
);

/** Tells whether each form is in one entry only: two entries would require two renderings. */
const unique = (entries: GlossaryEntry[]): boolean => repeated(entries).length === 0;

/** Returns forms that are in two entries for the same article. */
function repeated(entries: readonly GlossaryEntry[]): readonly string[] {
	const seen = new Set<string>();
	return entries.flatMap(({ forms, met = {}, articles = ['*'] }) => {
		const own = [forms, met].flatMap((some) =>
			Object.entries(some).flatMap(([lang, all]) =>
				articles.flatMap((article) => all.map((form) => `${article} ${lang} ${form}`))
			)
		);
		const twice = own.filter((key) => seen.has(key));
		for (const key of own) seen.add(key);
		return twice;
	});
}

const fileSchema = v.strictObject({
	$schema: v.exactOptional(v.string()),
	version: v.literal(1),
	terms: v.pipe(v.array(termSchema), v.check(unique, 'a form stands in two entries')),
	names: v.pipe(v.array(entrySchema), v.check(unique, 'a form stands in two entries'))
});

/** Checks a parsed file and returns its glossary. Never throws. */
export const parseGlossary = (json: unknown): Result<Glossary, SchemaFailure> =>
	check(fileSchema, json);

/** Returns the entries that apply to an article. */
export const entriesFor = (
	entries: readonly GlossaryEntry[],
	article: string
): readonly GlossaryEntry[] =>
	entries.filter(({ articles }) => articles?.includes(article) ?? true);
