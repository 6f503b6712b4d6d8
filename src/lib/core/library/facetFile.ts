/**
 * The file that says of every text of the site what it is narrowed by, in the order of the library’s
 * first page and its lists: it tells which lists hold an answer. A few bytes a text.
 */
import * as v from 'valibot';
import { ok, type Result } from '../result';
import { countSchema, idSchema, langSchema, lineSchema } from '../text/schema';
import type { Texts } from '../text/texts';
import { check, type SchemaFailure } from '../translation/schema';
import { trustLevels } from '../translation/trust';
import type { TextFacets } from './facets';

/** A dossier that texts are narrowed to. */
export interface SeriesName {
	readonly id: string;
	readonly title: Texts;
}

export interface LibraryFacets {
	readonly series: readonly SeriesName[];
	readonly texts: readonly TextFacets[];
	/** Whether authors of few texts are left out: a text may have one that is not named here. */
	readonly isCut: boolean;
}

/** Authors that are named: those beyond it, who have the fewest texts, are found by typing alone. */
const mostAuthors = 500;

const schema = v.object({
	langs: v.array(langSchema),
	authors: v.array(lineSchema),
	isCut: v.boolean(),
	series: v.array(v.object({ id: idSchema, title: v.record(langSchema, lineSchema) })),
	/** A column a facet, with a value for each text: places in the lists above. */
	lang: v.array(countSchema),
	/** 0 where it is unknown. */
	year: v.array(countSchema),
	by: v.array(v.array(countSchema)),
	in: v.array(v.array(countSchema)),
	/** A bit for each level. */
	levels: v.array(countSchema)
});

type FacetFile = v.InferOutput<typeof schema>;

/** Writes the file. `titles`: of all dossiers. */
export function facetFile(
	texts: readonly TextFacets[],
	titles: readonly SeriesName[],
	most = mostAuthors
): FacetFile {
	const langs = [...new Set(texts.map(({ lang }) => lang))];
	const all = byNumber(texts.flatMap(({ authors }) => authors));
	const authors = all.slice(0, most);
	const used = new Set(texts.flatMap(({ series }) => series));
	const series = titles.filter(({ id }) => used.has(id)).map(({ id, title }) => ({ id, title }));
	const ids = series.map(({ id }) => id);
	const places = (names: readonly string[]): ((own: readonly string[]) => number[]) => {
		const at = new Map(names.map((name, nth) => [name, nth]));
		return (own) => own.flatMap((name) => at.get(name) ?? []);
	};
	const [authorPlaces, seriesPlaces] = [places(authors), places(ids)];
	return {
		...{ langs, authors, series, isCut: all.length > authors.length },
		lang: texts.map(({ lang }) => langs.indexOf(lang)),
		year: texts.map(({ year }) => Number(year ?? 0)),
		by: texts.map(({ authors }) => authorPlaces(authors)),
		in: texts.map(({ series }) => seriesPlaces(series)),
		levels: texts.map(({ levels }) =>
			levels.reduce((bits, level) => bits + 2 ** trustLevels.indexOf(level), 0)
		)
	};
}

/** Returns each value once, the most frequent first. */
function byNumber(values: readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
}

/** Parses `/stored/list/facets.json`. */
export function parseFacetFile(json: unknown): Result<LibraryFacets, SchemaFailure> {
	const file = check(schema, json);
	if (!file.ok) return file;
	const { langs, authors, series, isCut, lang, year, by, levels } = file.value;
	const ids = series.map(({ id }) => id);
	const named = (names: readonly string[], places: readonly number[] = []): readonly string[] =>
		places.flatMap((at) => names[at] ?? []);
	return ok({
		...{ series, isCut },
		texts: lang.map((at, nth): TextFacets => {
			const [when = 0, bits = 0] = [year[nth], levels[nth]];
			return {
				lang: langs[at] ?? '',
				year: when === 0 ? null : String(when).padStart(4, '0'),
				authors: named(authors, by[nth]),
				series: named(ids, file.value.in[nth]),
				levels: trustLevels.filter((_, bit) => Math.floor(bits / 2 ** bit) % 2 === 1)
			};
		})
	});
}
