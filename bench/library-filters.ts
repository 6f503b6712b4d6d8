/**
 * What a reader fetches who opens a large library and uses a filter, by made-up listings: titles of
 * words of the lexicon, authors by Zipf’s law, the newest years the fullest.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { choiceFile, inPage } from '../src/lib/core/library/choiceFile';
import { anyText, fits, textFacets, type FacetFilter } from '../src/lib/core/library/facets';
import {
	askedChoices,
	choiceKey,
	pagesLeft,
	type FacetSources
} from '../src/lib/core/library/facetSources';
import {
	divideLibrary,
	parseFacetTable,
	type ChoiceName
} from '../src/lib/core/library/facetTable';
import { pagesOf } from '../src/lib/core/library/firstPage';
import type { StoredListing } from '../src/lib/core/translation/stored';
import { trustLevels } from '../src/lib/core/translation/trust';
import { wordsOf } from './made-up-library';
import { random } from './varied';

/** Answers that the library’s page fetches at once. */
const enough = 20;
const mostAtOnce = 40;

const [authors, publications, years, wordsInTitle, seriesOfTexts] = [3000, 50, 35, 5, 6];

export interface FilterCost {
	readonly filter: string;
	/** Bytes of brotli. */
	readonly bytes: number;
}

/** Returns what each path through the filters fetches beside the page, in a library of so many texts. */
export async function filterCosts(articles: number): Promise<readonly FilterCost[]> {
	const library = await listings(articles);
	const { first, lists } = pagesOf(library, [], '');
	const ordered = [...first, ...lists.flat()].map(({ listed }) => listed);
	const texts = ordered.map(({ metadata, translated: [shown], series = [] }) =>
		textFacets(metadata, shown?.coverage ?? null, series)
	);
	const ids = [...new Set(texts.flatMap(({ series }) => series))];
	const divided = divideLibrary(
		texts,
		ids.map((id) => ({
			id,
			title: { en: `The long winter of ${id}`, sv: `${id}: en lång vinter` }
		}))
	);
	const parsed = parseFacetTable(divided.file);
	if (!parsed.ok) throw new Error('the table is refused');
	const table = parsed.value;

	const cost = (filter: FacetFilter): number => {
		let bytes = packed(divided.file, constants.BROTLI_MAX_QUALITY);
		let came = 0;
		const files = askedChoices(table, filter).map(({ name, value, choice }) => {
			bytes += packed(choiceFile(texts, divided, name, choice.nth));
			const places = divided.choices[name][choice.nth] ?? [];
			return [choiceKey(name, value), places.flatMap((at) => texts[at] ?? [])] as const;
		});
		const sources: FacetSources = { table, choices: new Map(files) };
		const pages = pagesLeft(sources, filter)?.map(({ of, nth, page }) => {
			const places = (of === 'kind' ? divided.kinds : divided.choices[of])[nth] ?? [];
			return places.slice(page * inPage, (page + 1) * inPage);
		});
		const answers = new Set(first.flatMap((_, at) => (fitsAt(at, filter) ? [at] : [])));
		for (const places of pages ??
			lists.map((list, nth) => list.map((_, at) => first.length + nth * list.length + at))) {
			if (answers.size >= enough || came >= mostAtOnce) break;
			came += places.length;
			bytes += packed(places.map((at) => ordered[at]));
			for (const at of places) if (fitsAt(at, filter)) answers.add(at);
		}
		return bytes;
	};
	const fitsAt = (at: number, filter: FacetFilter): boolean => {
		const text = texts[at];
		return text !== undefined && fits(text, filter);
	};
	/** Returns the largest cost of some filters. */
	const worst = (filter: string, all: readonly Partial<FacetFilter>[]): FilterCost => ({
		filter,
		bytes: Math.max(...all.map((one) => cost({ ...anyText, ...one })))
	});
	/** Every value that is rare or frequent, and some between. */
	const some = (name: ChoiceName): readonly Partial<FacetFilter>[] => {
		const values = [...table.choices[name].keys()];
		const step = Math.max(1, Math.floor(values.length / 12));
		return values.filter((_, nth) => nth % step === 0).map((value) => ({ [name]: value }));
	};
	const both = (one: readonly Partial<FacetFilter>[], other: readonly Partial<FacetFilter>[]) =>
		one.flatMap((a) => other.map((b) => ({ ...a, ...b })));
	const langs = ['sv', 'en'].map((lang) => ({ lang }));
	const levels = trustLevels.map((level) => ({ level }));
	const [author, year, series] = [some('author'), some('year'), some('series')];
	return [
		{ filter: 'nothing yet', bytes: packed(divided.file, constants.BROTLI_MAX_QUALITY) },
		worst('language', langs),
		worst('whose work', levels),
		worst('author', author),
		worst('year', year),
		worst('series', series),
		worst('language, whose work', both(langs, levels)),
		worst('year, whose work', both(year, levels)),
		worst('author, year', both(author, year)),
		worst('author, whose work', both(author, levels)),
		worst(
			'author, year, series',
			both(both(author.slice(0, 4), year.slice(0, 4)), series.slice(0, 4))
		)
	];
}

/** Compresses as `scripts/compress.mjs` does: the table as far as it goes, other files by less. */
const packed = (value: unknown, quality = 7): number =>
	brotliCompressSync(JSON.stringify(value), {
		params: { [constants.BROTLI_PARAM_QUALITY]: quality }
	}).length;

interface Item {
	readonly id: string;
	readonly issued: string;
	readonly listed: StoredListing;
}

async function listings(articles: number): Promise<readonly Item[]> {
	const [sv, en] = await Promise.all([wordsOf('sv', 'en'), wordsOf('en', 'sv')]);
	const next = random(3);
	/** Returns a number below `count`, small ones more often (Zipf’s law). */
	const ranked = (count: number): number => Math.floor(count ** next()) - 1;
	const below = (count: number): number => Math.floor(count * next());
	const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
	const title = (words: readonly string[]): string =>
		capital(
			Array.from({ length: wordsInTitle }, () => words[ranked(words.length)] ?? '').join(' ')
		);
	const nameOf = (nth: number): string =>
		`${capital(sv[(7 * nth) % sv.length] ?? '')} ${capital(sv[(31 * nth) % sv.length] ?? '')}`;
	return Array.from({ length: articles }, (_, nth): Item => {
		const id = `text-${String(nth).padStart(5, '0')}`;
		const day = `${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
		const issued = `${2026 - ranked(years)}-${day}`;
		const isSwedish = next() < 0.5;
		const paragraphs = 5 + below(60);
		const metadata = {
			lang: isSwedish ? 'sv' : 'en',
			title: title(isSwedish ? sv : en),
			authors: [nameOf(ranked(authors)), ...(next() < 0.1 ? [nameOf(ranked(authors))] : [])],
			publication: nameOf(ranked(publications)),
			issued
		};
		const listed: StoredListing = {
			...{ id, metadata, bundled: true, paragraphs, words: 200 + below(4000) },
			translated: [
				{
					lang: isSwedish ? 'en' : 'sv',
					title: title(isSwedish ? en : sv),
					coverage: coverageOf(next(), paragraphs, below(paragraphs))
				}
			],
			...(nth < 120 * seriesOfTexts && { series: [`winter-${nth % 120}`] })
		};
		return { id, issued, listed };
	});
}

/** Most are drafts, a few are people’s or reviewed, one in a hundred is not finished. */
function coverageOf(share: number, total: number, some: number) {
	const none = { human: 0, corrected: 0, reviewed: 0, ai: 0, machine: 0, stale: 0, none: 0, total };
	if (share < 0.7) return { ...none, ai: total };
	if (share < 0.85) return { ...none, human: total };
	if (share < 0.96) return { ...none, human: some, ai: total - some };
	if (share < 0.99) return { ...none, reviewed: some, ai: total - some };
	return { ...none, ai: some, none: total - some };
}
