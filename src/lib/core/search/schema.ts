/** Checks of the index where it comes from outside: files of the site, rows of the database. */
import * as v from 'valibot';
import { countSchema, langSchema } from '../text/schema';
import { trustLevels } from '../translation/trust';
import { textSides, type Column, type SegmentHead, type TextKey } from './segment';

export const textKeySchema = v.custom<TextKey>(
	(raw) => typeof raw === 'string' && /^(?:read|own):./s.test(raw),
	'a text'
);

export const levelRuns = v.array(v.tuple([v.picklist(trustLevels), countSchema]));

const column: v.GenericSchema<unknown, Column> = v.object({
	text: textKeySchema,
	side: v.picklist(textSides),
	title: v.string(),
	// An index of before has none; it is of another version.
	authors: v.optional(v.array(v.string()), []),
	issued: v.optional(v.string(), ''),
	stamp: v.string(),
	levels: levelRuns
});

export const segmentHead: v.GenericSchema<unknown, SegmentHead> = v.object({
	lang: langSchema,
	version: v.string(),
	stamp: countSchema,
	// An index of before has none; it is of another version.
	bounds: v.optional(v.array(v.string()), []),
	columns: v.array(column)
});
