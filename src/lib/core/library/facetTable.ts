/**
 * The small file by which a large library is narrowed: how many texts each author, year and series
 * has, by their **kind** (language and whose work). It answers a filter by kind alone; one by an
 * author, a year or a series goes on in a file of that choice (`choiceFile.ts`).
 */
import * as v from 'valibot';
import { ok, type Result } from '../result';
import { countSchema, idSchema, langSchema, lineSchema } from '../text/schema';
import type { Lang } from '../text/article';
import type { Texts } from '../text/texts';
import { check, type SchemaFailure } from '../translation/schema';
import { trustLevels, type TrustLevel } from '../translation/trust';
import type { TextFacets } from './facets';

/** A dossier that texts are narrowed to. */
export interface SeriesName {
	readonly id: string;
	readonly title: Texts;
}

/** Facets of which each value has a file of its own. */
export const choiceNames = ['series', 'author', 'year'] as const;
export type ChoiceName = (typeof choiceNames)[number];

interface Kind {
	readonly lang: Lang;
	readonly levels: readonly TrustLevel[];
	/** Number of texts of this kind. */
	readonly count: number;
}

export interface Choice {
	/** Its place among the choices of its facet: the number of its files. */
	readonly nth: number;
	/** Number of texts that have it. */
	readonly count: number;
	/** Of those, how many of each kind, by the number of the kind. */
	readonly kinds: ReadonlyMap<number, number>;
}

export interface FacetTable {
	readonly kinds: readonly Kind[];
	readonly choices: Readonly<Record<ChoiceName, ReadonlyMap<string, Choice>>>;
	readonly series: readonly SeriesName[];
	/** Facets whose rarest values are left out: a text may have one that is not named here. */
	readonly cut: readonly ChoiceName[];
}

/**
 * Values that are named: those beyond it, which have the fewest texts, have no file. An author of these
 * is found by typing the name, a series by its page.
 */
const mostNamed: Readonly<Record<ChoiceName, number>> = {
	series: 100,
	author: 200,
	year: Infinity
};

/** By kind, how many: its number and the count, one pair after the other. */
const kindCounts = v.pipe(
	v.array(countSchema),
	v.check((flat) => flat.length % 2 === 0, 'pairs of numbers')
);

const schema = v.object({
	/** Language, a bit for each level, number of texts. */
	kinds: v.array(v.tuple([langSchema, countSchema, countSchema])),
	year: v.array(v.tuple([v.string(), kindCounts])),
	author: v.array(v.tuple([lineSchema, kindCounts])),
	series: v.array(v.tuple([idSchema, kindCounts])),
	titles: v.array(v.record(langSchema, lineSchema)),
	cut: v.array(v.picklist(choiceNames))
});

type TableFile = v.InferOutput<typeof schema>;

/** Returns the values of a facet that a text has. */
export const choicesIn = (text: TextFacets, name: ChoiceName): readonly string[] => {
	switch (name) {
		case 'series':
			return text.series;
		case 'author':
			return [...new Set(text.authors)];
		case 'year':
			return text.year === null ? [] : [text.year];
	}
};

/** What is written of a library: the table, and which texts have each choice. */
export interface DividedLibrary {
	readonly file: TableFile;
	/** By facet and place of the value, the numbers of its texts, those of the last year first. */
	readonly choices: Readonly<Record<ChoiceName, readonly (readonly number[])[]>>;
	/** By kind, the numbers of its texts, in the same order. */
	readonly kinds: readonly (readonly number[])[];
	/** By text, the number of its kind. */
	readonly kindOf: readonly number[];
}

/** Divides a library. `titles`: of all dossiers. */
export function divideLibrary(
	texts: readonly TextFacets[],
	titles: readonly SeriesName[],
	most = mostNamed
): DividedLibrary {
	const kinds = byValue(texts, (text) => [kindName(text)]);
	const kindNumbers = new Map(kinds.map(([kind], nth) => [kind, nth]));
	const kindOf = texts.map((text) => kindNumbers.get(kindName(text)) ?? 0);
	const all = {
		series: byCount(byValue(texts, ({ series }) => series)),
		author: byCount(byValue(texts, (text) => choicesIn(text, 'author'))),
		year: byValue(texts, (text) => choicesIn(text, 'year'))
	};
	const named = (name: ChoiceName) => all[name].slice(0, most[name]);
	const rows = (name: ChoiceName) =>
		named(name).map(([value, places]): [string, number[]] => [value, counted(places, kindOf)]);
	const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
	const places = (name: ChoiceName) => named(name).map(([, own]) => own);
	return {
		file: {
			kinds: kinds.map(([kind, own]) => {
				const [lang = '', bits] = kind.split(' ');
				return [lang, Number(bits), own.length];
			}),
			...{ year: rows('year'), author: rows('author'), series: rows('series') },
			titles: named('series').map(([id]) => ({ ...titleOf.get(id) })),
			cut: choiceNames.filter((name) => all[name].length > most[name])
		},
		choices: { series: places('series'), author: places('author'), year: places('year') },
		kinds: kinds.map(([, own]) => own),
		kindOf
	};
}

const kindName = ({ lang, levels }: TextFacets): string =>
	`${lang} ${levels.reduce((bits, level) => bits + 2 ** trustLevels.indexOf(level), 0)}`;

type Values = [string, number[]][];

/**
 * Returns each value once, with the numbers of the texts that have it, those of the last year first: the
 * texts of a year stand together (`kindPages`).
 */
function byValue(
	texts: readonly TextFacets[],
	of: (text: TextFacets) => readonly string[]
): Values {
	const found = new Map<string, number[]>();
	for (const [nth, text] of [...texts.entries()].toSorted(lastYearFirst))
		for (const value of of(text)) {
			const places = found.get(value);
			if (places) places.push(nth);
			else found.set(value, [nth]);
		}
	return [...found];
}

const lastYearFirst = ([, a]: [number, TextFacets], [, b]: [number, TextFacets]): number =>
	Number(b.year ?? -1) - Number(a.year ?? -1);

/** Returns the values with the most texts first. */
const byCount = (values: Values): Values => values.toSorted(([, a], [, b]) => b.length - a.length);

function counted(places: readonly number[], kindOf: readonly number[]): number[] {
	const counts = new Map<number, number>();
	for (const place of places) {
		const kind = kindOf[place] ?? 0;
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return [...counts].toSorted(([a], [b]) => a - b).flat();
}

/** Parses `/stored/list/facets.json`. */
export function parseFacetTable(json: unknown): Result<FacetTable, SchemaFailure> {
	const file = check(schema, json);
	if (!file.ok) return file;
	const { kinds, titles, cut } = file.value;
	const choices = (name: ChoiceName) =>
		new Map(file.value[name].map(([value, flat], nth) => [value, choice(nth, flat)]));
	return ok({
		kinds: kinds.map(([lang, bits, count]) => ({ lang, levels: levelsOf(bits), count })),
		choices: { series: choices('series'), author: choices('author'), year: choices('year') },
		series: file.value.series.map(([id], nth) => ({ id, title: titles[nth] ?? {} })),
		cut
	});
}

const levelsOf = (bits: number): readonly TrustLevel[] =>
	trustLevels.filter((_, bit) => Math.floor(bits / 2 ** bit) % 2 === 1);

function choice(nth: number, flat: readonly number[]): Choice {
	const kinds = new Map<number, number>();
	for (let at = 0; at < flat.length; at += 2) kinds.set(flat[at] ?? 0, flat[at + 1] ?? 0);
	return { nth, kinds, count: [...kinds.values()].reduce((sum, count) => sum + count, 0) };
}
