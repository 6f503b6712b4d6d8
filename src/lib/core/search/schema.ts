/** Checks of the index where it comes from outside: files of the site, rows of the database. */
import * as v from 'valibot';
import type { Result } from '../result';
import { langSchema } from '../text/schema';
import { check, type SchemaFailure } from '../translation/schema';
import { trustLevels } from '../translation/trust';
import { textSides, type Column, type SegmentHead, type TextKey } from './segment';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const textKeySchema = v.custom<TextKey>(
	(raw) => typeof raw === 'string' && /^(?:read|own):./s.test(raw),
	'a text'
);

const column: v.GenericSchema<unknown, Column> = v.object({
	text: textKeySchema,
	side: v.picklist(textSides),
	title: v.string(),
	// An index of before has none; it is of another version.
	authors: v.optional(v.array(v.string()), []),
	issued: v.optional(v.string(), ''),
	stamp: v.string(),
	levels: v.array(v.tuple([v.picklist(trustLevels), count]))
});

export const segmentHead: v.GenericSchema<unknown, SegmentHead> = v.object({
	lang: langSchema,
	version: v.string(),
	stamp: count,
	// An index of before has none; it is of another version.
	bounds: v.optional(v.array(v.string()), []),
	columns: v.array(column)
});

/** The index of the site’s texts: a segment a language, whose shards are files of their own. */
export interface SiteIndex {
	/** That of the lexicon and the rules: the reader’s own texts are indexed by the same. */
	readonly version: string;
	readonly segments: readonly SegmentHead[];
}

const siteIndex: v.GenericSchema<unknown, SiteIndex> = v.object({
	version: v.string(),
	segments: v.array(segmentHead)
});

/** Parses `/stored/search/index.json`. */
export const parseSiteIndex = (json: unknown): Result<SiteIndex, SchemaFailure> =>
	check(siteIndex, json);
