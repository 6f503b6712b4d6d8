/**
 * The index of the site’s texts, and how it is written: what both sides of a text have stands once.
 * Its shards are files of their own.
 */
import * as v from 'valibot';
import { ok, type Result } from '../result';
import { countSchema, langSchema } from '../text/schema';
import { check, type SchemaFailure } from '../translation/schema';
import { levelRuns, textKeySchema } from './schema';
import { textSides, type Column, type SegmentHead } from './segment';
import type { WordTable } from './wordTable';

export interface SiteIndex {
	/** That of the lexicon and the rules: the reader’s own texts are indexed by the same. */
	readonly version: string;
	/** One a language. Their columns have no stamp: that of the segment says which state they are. */
	readonly segments: readonly SegmentHead[];
	/** Those of the lexicons, one a language. */
	readonly tables: readonly WordTable[];
}

const listedText = v.tuple([
	textKeySchema,
	v.string(), // when it was published
	v.array(v.string()), // its authors
	levelRuns
]);
const listedColumn = v.tuple([
	countSchema, // the number of its text
	v.pipe(countSchema, v.maxValue(textSides.length - 1)),
	v.string() // its title
]);
const listedSegment = v.object({
	lang: langSchema,
	version: v.string(),
	stamp: countSchema,
	bounds: v.array(v.string()),
	columns: v.array(listedColumn)
});
const siteIndexFile = v.object({
	version: v.string(),
	texts: v.array(listedText),
	segments: v.array(listedSegment),
	tables: v.array(v.object({ lang: langSchema, bounds: v.array(v.string()) }))
});

/** What `/stored/search/index.json` has. */
export type SiteIndexFile = v.InferInput<typeof siteIndexFile>;

/** Law (`siteIndex.test.ts`): `parseSiteIndex` returns what was written, without the columns’ stamps. */
export function writeSiteIndex({ version, segments, tables }: SiteIndex): SiteIndexFile {
	const numbers = new Map<string, number>();
	const texts: SiteIndexFile['texts'] = [];
	const numberOf = ({ text, issued, authors, levels }: Column): number => {
		const listed = JSON.stringify([text, issued, authors, levels]);
		const known = numbers.get(listed);
		if (known !== undefined) return known;
		numbers.set(listed, texts.length);
		return (
			texts.push([text, issued, [...authors], levels.map(([level, rows]) => [level, rows])]) - 1
		);
	};
	return {
		version,
		segments: segments.map(({ columns, bounds, ...head }) => ({
			...{ ...head, bounds: [...bounds] },
			columns: columns.map((column) => [
				numberOf(column),
				textSides.indexOf(column.side),
				column.title
			])
		})),
		tables: tables.map(({ lang, bounds }) => ({ lang, bounds: [...bounds] })),
		texts
	};
}

/** Parses `/stored/search/index.json`. */
export function parseSiteIndex(json: unknown): Result<SiteIndex, SchemaFailure> {
	const file = check(v.pipe(siteIndexFile, v.check(hasItsTexts, 'columns of the texts')), json);
	if (!file.ok) return file;
	const { version, texts, segments, tables } = file.value;
	return ok({
		...{ version, tables },
		segments: segments.map(({ columns, ...head }) => ({
			...head,
			columns: columns.flatMap(([nth, sideNumber, title]) => {
				const [listed, side] = [texts[nth], textSides[sideNumber]];
				if (!listed || !side) return [];
				const [text, issued, authors, levels] = listed;
				return [{ text, side, title, authors, issued, levels, stamp: '' }];
			})
		}))
	});
}

const hasItsTexts = ({ texts, segments }: v.InferOutput<typeof siteIndexFile>): boolean =>
	segments.every(({ columns }) => columns.every(([nth]) => nth < texts.length));
