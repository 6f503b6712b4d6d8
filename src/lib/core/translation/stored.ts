/**
 * The data about stored articles that the site sends to a page: what lists and recognises an article,
 * and one whole article. Written when the site is built, checked when a page
 * reads it.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../result';
import type { Article, Lang, Metadata, Work, Written } from '../text/article';
import {
	articleSchema,
	countSchema,
	fingerprintSchema,
	idSchema,
	langSchema,
	lineSchema,
	metadataSchema,
	shaped,
	workSchema,
	writtenSchema
} from '../text/schema';
import { countWords } from '../text/words';
import { coverage, type Coverage } from './coverage';
import { translationFile } from './format';
import { knownArticle, type KnownArticle, type KnownParagraph } from './recognise';
import { resolve } from './resolve';
import { check, parseTranslation, type SchemaFailure } from './schema';
import type { Translation } from './unit';

/** A stored article: its translations, and its original where this project may publish it. */
export interface StoredArticle {
	readonly id: string;
	/** Metadata of the original, even if the original is missing. */
	readonly metadata: Metadata;
	readonly original: Article | null;
	readonly translations: readonly Translation[];
	/** The text after it in its dossier; absent for the last, and for one in none. */
	readonly next?: NextArticle;
}

export interface NextArticle {
	readonly id: string;
	readonly title: string;
	readonly lang: Lang;
	/** What the dossier is called, by language of the interface. */
	readonly series: Readonly<Record<Lang, string>>;
}

/** A stored article as it is listed and recognised. */
export interface StoredEntry {
	readonly id: string;
	readonly metadata: Metadata;
	/** The work that the article is a reading of, if any. */
	readonly reads?: Work;
	/** Who wrote the original, where no person did. */
	readonly written?: Written;
	/** True if the original is included. */
	readonly bundled: boolean;
	/** Counted in the original if it is included, else in the first translation. */
	readonly paragraphs: number;
	readonly words: number;
	readonly translated: readonly {
		readonly lang: Lang;
		readonly title: string;
		readonly publication?: string;
		readonly coverage: Coverage;
	}[];
	/** The paragraphs by which a text is recognised. */
	readonly known: readonly KnownParagraph[];
}

/** A stored article as the library lists it, without the fingerprints that recognise it. */
export interface StoredListing extends Omit<StoredEntry, 'known'> {
	/** The ids of the dossiers that it stands in; absent for none, and where only its own data is known. */
	readonly series?: readonly string[];
}

export function storedListing(entry: StoredEntry): StoredListing {
	const { known: _, ...listed } = entry;
	return listed;
}

export function storedEntry(stored: StoredArticle): StoredEntry {
	const { id, metadata, original, translations } = stored;
	const texts = original
		? original.blocks.map(({ text }) => text)
		: (translations[0]?.units ?? []).flatMap(({ text }) => text);
	const langs = [...new Set(translations.map(({ translated }) => translated.lang))];
	return {
		id,
		metadata,
		...(original?.reads && { reads: original.reads }),
		...(original?.written && { written: original.written }),
		bundled: original !== null,
		paragraphs: texts.length,
		words: texts.reduce((sum, text) => sum + countWords(text), 0),
		translated: langs.flatMap((lang) => {
			const translated = translations.find((one) => one.translated.lang === lang)?.translated;
			return translated ? { ...translated, coverage: coverageIn(stored, lang) } : [];
		}),
		known: knownArticle(id, translations, original).paragraphs
	};
}

const coverageIn = ({ original, translations }: StoredArticle, lang: Lang): Coverage =>
	coverage(
		resolve(original?.blocks ?? [], { stored: translations, words: [], reviews: [] }, { lang })
	);

/** Returns articles in the form that `recognise` and `identify` take. */
export const knownArticles = (index: readonly StoredEntry[]): readonly KnownArticle[] =>
	index.map(({ id, known }) => ({ article: id, paragraphs: known }));

/** Returns a stored article as its JSON value. */
export const storedFile = (stored: StoredArticle) => ({
	...stored,
	translations: stored.translations.map(translationFile)
});

const listed = {
	id: idSchema,
	metadata: metadataSchema,
	reads: v.exactOptional(workSchema),
	written: v.exactOptional(writtenSchema),
	bundled: v.boolean(),
	paragraphs: countSchema,
	words: countSchema,
	translated: v.array(
		v.strictObject({
			lang: langSchema,
			title: lineSchema,
			publication: v.exactOptional(lineSchema),
			coverage: v.strictObject({
				human: countSchema,
				// An index that an older version cached has none.
				corrected: v.optional(countSchema, 0),
				reviewed: countSchema,
				ai: countSchema,
				machine: countSchema,
				none: countSchema,
				total: countSchema,
				stale: countSchema
			})
		})
	)
};

const listingsSchema: v.GenericSchema<unknown, readonly StoredListing[]> = v.array(
	v.strictObject({ ...listed, series: v.exactOptional(v.array(idSchema)) })
);

/** A stored article as it is recognised by: `fingerprintFiles.ts`. */
export const entrySchema: v.GenericSchema<unknown, StoredEntry> = v.strictObject({
	...listed,
	known: v.array(
		v.strictObject({ fingerprint: fingerprintSchema, shape: shaped({}), words: countSchema })
	)
});

/** Parses `/stored/list/<nth>.json`, and a page of a choice. */
export const parseListings = (json: unknown): Result<readonly StoredListing[], SchemaFailure> =>
	check(listingsSchema, json);

const articleFileSchema = v.strictObject({
	id: idSchema,
	metadata: metadataSchema,
	original: v.nullable(articleSchema),
	translations: v.array(v.unknown()),
	next: v.exactOptional(
		v.strictObject({
			id: idSchema,
			title: lineSchema,
			lang: langSchema,
			series: v.record(langSchema, lineSchema)
		})
	)
});

/** Parses `/stored/<id>.json`. */
export function parseStoredArticle(json: unknown): Result<StoredArticle, SchemaFailure> {
	const file = check(articleFileSchema, json);
	if (!file.ok) return file;
	const translations: Translation[] = [];
	for (const [index, raw] of file.value.translations.entries()) {
		const parsed = parseTranslation(raw);
		if (!parsed.ok) return fail(within(`translations.${index}`, parsed.failure));
		translations.push(parsed.value);
	}
	return ok({ ...file.value, translations });
}

const within = (path: string, failure: SchemaFailure): SchemaFailure =>
	failure.kind === 'invalid'
		? { ...failure, path: failure.path ? `${path}.${failure.path}` : path }
		: failure;
