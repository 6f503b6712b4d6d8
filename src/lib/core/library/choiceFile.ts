/**
 * The file of an author, a year or a series of a large library: what each of its texts is narrowed by,
 * in their order. Their listings are in pages beside it.
 */
import * as v from 'valibot';
import { ok, type Result } from '../result';
import { countSchema } from '../text/schema';
import { check, type SchemaFailure } from '../translation/schema';
import { choicesIn, type ChoiceName, type DividedLibrary, type FacetTable } from './facetTable';
import type { TextFacets } from './facets';

/** Texts in each page of a choice, or of a kind. */
export const inPage = 20;

const schema = v.object({
	value: v.string(),
	/** A column a facet, with a value for each text: places in the lists of the table. */
	kind: v.array(countSchema),
	year: v.array(v.nullable(countSchema)),
	author: v.array(v.array(countSchema)),
	series: v.array(v.array(countSchema))
});

type ChoiceFile = v.InferOutput<typeof schema>;

/** Returns the file of a choice; null where there is none with this number. */
export function choiceFile(
	texts: readonly TextFacets[],
	{ file, choices, kindOf }: DividedLibrary,
	name: ChoiceName,
	nth: number
): ChoiceFile | null {
	const [value] = file[name][nth] ?? [];
	const places = choices[name][nth];
	if (value === undefined || !places) return null;
	const column = (of: ChoiceName): number[][] => {
		const at = new Map(file[of].map(([one], number) => [one, number]));
		return places.map((place) => {
			const text = texts[place];
			return (text ? choicesIn(text, of) : []).flatMap((one) => at.get(one) ?? []);
		});
	};
	return {
		value,
		kind: places.map((place) => kindOf[place] ?? 0),
		year: column('year').map(([year]) => year ?? null),
		author: column('author'),
		series: column('series')
	};
}

/** Parses the file of a choice: the texts that have it. Fails where it is another choice’s. */
export function parseChoiceFile(
	json: unknown,
	table: FacetTable,
	name: ChoiceName,
	value: string
): Result<readonly TextFacets[], SchemaFailure> {
	const wanted = table.choices[name].get(value)?.count ?? -1;
	const isOf = v.check<ChoiceFile, string>(
		(file) =>
			file.value === value &&
			[file.kind, file.year, file.author, file.series].every(({ length }) => length === wanted),
		'a choice of the same build'
	);
	const checked = check(v.pipe(schema, isOf), json);
	if (!checked.ok) return checked;
	const names = {
		series: [...table.choices.series.keys()],
		author: [...table.choices.author.keys()],
		year: [...table.choices.year.keys()]
	};
	const file = checked.value;
	const named = (of: 'series' | 'author', at: number): readonly string[] =>
		(file[of][at] ?? []).flatMap((place) => names[of][place] ?? []);
	return ok(
		file.kind.map((kind, at): TextFacets => {
			const { lang = '', levels = [] } = table.kinds[kind] ?? {};
			const year = names.year[file.year[at] ?? -1] ?? null;
			return { lang, levels, year, authors: named('author', at), series: named('series', at) };
		})
	);
}
