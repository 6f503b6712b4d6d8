/**
 * The glossary as a file, `translations/glossary.json`: terms that want one rendering throughout,
 * and names that differ from language to language. The same rules stand as JSON Schema in
 * `translations/glossary.schema.json`; what that cannot say, only this one checks.
 */
import * as v from 'valibot';
import type { Result } from '../../result';
import { idSchema, langSchema, lineSchema } from '../../text/schema';
import type { Lang } from '../../text/article';
import { check, type SchemaFailure } from '../schema';

/** Forms by language: words as dictionaries give them, the stem parted off where it changes: `tankesmedj|a`. */
export type Forms = Readonly<Record<Lang, readonly string[]>>;

export interface Entry {
	/** What a translation may use; of a name, also what is made of it: `Ryssland`, `rysk`. */
	readonly forms: Forms;
	/** What originals say besides, and no translation should. */
	readonly met?: Forms;
	/** What must not stand for it: `EES` in Swedish is something else. */
	readonly not?: Forms;
	/** The articles that it is for; all where it says none. */
	readonly articles?: readonly string[];
	/** Why there are several renderings; what to look out for. */
	readonly note?: string;
}

export interface Glossary {
	/** One rendering each; where there are several, the note says why. */
	readonly terms: readonly Entry[];
	/** Proper names: any form answers any other. */
	readonly names: readonly Entry[];
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

const entrySchema: v.GenericSchema<unknown, Entry> = v.strictObject(entryEntries);

const termSchema: v.GenericSchema<unknown, Entry> = v.pipe(
	v.strictObject(entryEntries),
	v.check(
		({ forms, note }) => note !== undefined || Object.values(forms).every((all) => all.length < 2),
		'several renderings need a note that says why'
	)
);

/** Two entries for one form would ask for two renderings. */
const unique = (entries: Entry[]): boolean => repeated(entries).length === 0;

/** Forms that stand in two entries for the same article. */
export function repeated(entries: readonly Entry[]): readonly string[] {
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

/** Checks a parsed file and gives the glossary that it holds. Never throws. */
export const parseGlossary = (json: unknown): Result<Glossary, SchemaFailure> =>
	check(fileSchema, json);

/** The entries of an article. */
export const entriesFor = (entries: readonly Entry[], article: string): readonly Entry[] =>
	entries.filter(({ articles }) => articles?.includes(article) ?? true);
