import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceFile, inPage, parseChoiceFile } from './choiceFile';
import {
	anyText,
	facetCounts,
	facetNames,
	fits,
	type FacetFilter,
	type TextFacets
} from './facets';
import {
	askedChoices,
	choiceKey,
	countLeft,
	elsewhereOf,
	pagesLeft,
	valuesLeft,
	type FacetSources
} from './facetSources';
import { divideLibrary, parseFacetTable } from './facetTable';

const lang = fc.constantFrom('sv', 'en');
const author = fc.constantFrom('Ada', 'Bo', 'Cy');
const year = fc.constantFrom('1998', '2022', '0800');
const series = fc.constantFrom('s', 'other');
const level = fc.constantFrom('human' as const, 'ai' as const, 'none' as const);
const text: fc.Arbitrary<TextFacets> = fc.record({
	lang,
	year: fc.option(year),
	authors: fc.uniqueArray(author, { maxLength: 2 }),
	series: fc.uniqueArray(series, { maxLength: 2 }),
	levels: fc.uniqueArray(level).map((levels) => levels.toSorted(byTrust))
});
const byTrust = (a: string, b: string): number => order.indexOf(a) - order.indexOf(b);
const order = ['human', 'ai', 'none'];
const asked: fc.Arbitrary<FacetFilter> = fc.record({
	lang: fc.option(lang),
	author: fc.option(author),
	year: fc.option(year),
	series: fc.option(series),
	level: fc.option(level)
});
const titles = ['s', 'other'].map((id) => ({ id, title: { en: id } }));

/** Writes the files of a library, and reads those that a filter asks for. */
function read(texts: readonly TextFacets[], filter: FacetFilter) {
	const divided = divideLibrary(texts, titles);
	const table = parseFacetTable(JSON.parse(JSON.stringify(divided.file)));
	if (!table.ok) throw new Error(JSON.stringify(table.failure));
	const choices = askedChoices(table.value, filter).map(({ name, value, choice }) => {
		const file: unknown = JSON.parse(JSON.stringify(choiceFile(texts, divided, name, choice.nth)));
		const parsed = parseChoiceFile(file, table.value, name, value);
		if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
		return [choiceKey(name, value), parsed.value] as const;
	});
	const sources: FacetSources = { table: table.value, choices: new Map(choices) };
	return { sources, divided };
}

test('law: what the files tell of a filter is what all texts tell', () => {
	fc.assert(
		fc.property(fc.array(text, { maxLength: 60 }), asked, (texts, filter) => {
			const { sources } = read(texts, filter);
			expect(countLeft(sources, filter)).toBe(texts.filter((one) => fits(one, filter)).length);
			const counts = facetCounts(texts, filter);
			for (const name of facetNames)
				expect(valuesLeft(sources, filter, name), name).toEqual(counts[name]);
		})
	);
});

test('law: the pages hold every text that a filter leaves', () => {
	const many = fc.array(text, { minLength: 80, maxLength: 120 });
	fc.assert(
		fc.property(many, asked, (texts, filter) => {
			const { sources, divided } = read(texts, filter);
			const pages = pagesLeft(sources, filter);
			if (!pages) return;
			const held = pages.flatMap(({ of, nth, page, count }) => {
				const own = of === 'kind' ? divided.kinds[nth] : divided.choices[of][nth];
				const places = (own ?? []).slice(page * inPage, (page + 1) * inPage);
				expect(places).toHaveLength(count);
				return places;
			});
			const left = texts.flatMap((one, at) => (fits(one, filter) ? [at] : []));
			expect(left.filter((at) => !held.includes(at))).toEqual([]);
		}),
		{ numRuns: 50 }
	);
});

test('law: what is not here is what is left of the library', () => {
	fc.assert(
		fc.property(fc.array(text, { maxLength: 40 }), fc.nat(40), asked, (texts, at, filter) => {
			const { sources } = read(texts, filter);
			const elsewhere = elsewhereOf(sources, texts.slice(0, at));
			const rest = texts.slice(at);
			expect(elsewhere.count(filter)).toBe(rest.filter((one) => fits(one, filter)).length);
			const counts = facetCounts(rest, filter);
			for (const name of facetNames)
				expect(elsewhere.values(filter, name), name).toEqual(counts[name]);
		})
	);
});

test('the pages of a year are those of its kinds where these are fewer, and hold hardly more', () => {
	const many = Array.from({ length: 1000 }, (_, at): TextFacets => ({
		...{ lang: 'sv', year: String(2020 - (at % 2)), authors: [], series: [] },
		levels: at % 50 < 2 ? ['human'] : ['ai']
	}));
	const filter = { ...anyText, year: '2019', level: 'human' as const };
	const { sources, divided } = read(many, filter);
	const pages = pagesLeft(sources, filter) ?? [];
	expect(pages.map(({ of, page, count }) => [of, page, count])).toEqual([['kind', 1, 20]]);
	const held = divided.kinds[pages[0]?.nth ?? -1]?.slice(inPage);
	expect(held).toEqual(many.flatMap((one, at) => (fits(one, filter) ? [at] : [])));
});

const few: readonly TextFacets[] = ['Ada', 'Bo', 'Bo', 'Cy'].map((name) => ({
	...{ lang: 'sv', year: '2022', authors: [name], series: ['s'], levels: ['ai'] }
}));

test('values beyond the limit are left out, those of the fewest texts, and a filter by one leaves all', () => {
	const divided = divideLibrary(few, titles, { series: 9, author: 1, year: 9 });
	const table = parseFacetTable(divided.file);
	if (!table.ok) throw new Error('refused');
	expect([[...table.value.choices.author.keys()], table.value.cut]).toEqual([['Bo'], ['author']]);
	const sources = { table: table.value, choices: new Map() };
	expect(countLeft(sources, { ...anyText, author: 'Ada' })).toBe(4);
	expect(pagesLeft(sources, { ...anyText, author: 'Ada' })).toBe(null);
});

test('what is no such file is refused with the path to the fault', () => {
	const { file } = divideLibrary(few, titles);
	expect(parseFacetTable([])).toMatchObject({ ok: false });
	expect(parseFacetTable({ ...file, year: [['2022', [1]]] })).toMatchObject({
		failure: { path: 'year.0.1' }
	});
});

test('the file of a choice is refused where it is another one’s, or of another number of texts', () => {
	const divided = divideLibrary(few, titles);
	const table = parseFacetTable(divided.file);
	if (!table.ok) throw new Error('refused');
	const file = choiceFile(few, divided, 'author', 0);
	expect(parseChoiceFile(file, table.value, 'author', 'Bo').ok).toBe(true);
	const ofAda = choiceFile(few, divided, 'author', 1);
	expect(parseChoiceFile(ofAda, table.value, 'author', 'Cy').ok).toBe(false);
	expect(parseChoiceFile({ ...file, kind: [0] }, table.value, 'author', 'Bo').ok).toBe(false);
	expect(choiceFile(few, divided, 'author', 7)).toBe(null);
});
