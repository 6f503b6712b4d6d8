/**
 * What the index answers to a query: paragraphs that have all words of it, and heads (title and
 * authors) that have.
 *
 * Order: heads first; then the better kinds of match (`matchKinds`), summed over the words; then
 * words that stand nearer to each other, as far as the text was looked at (`results.ts`); then more
 * of them; then the order of the library.
 *
 * Laws (`hits.test.ts`): cutting a library into segments changes no hit; a hit has all that is asked
 * and nothing that is not wanted; a better kind of match never puts a hit further down.
 */
import type { Lang } from '../text/article';
import type { TrustLevel } from '../translation/trust';
import type { IndexFailure } from './failure';
import { findKeys, type FoundForm, type SegmentFiles } from './find';
import { grouped } from './grouped';
import type { Query, QueryTerm } from './query';
import { keysOfWords, type WordSource } from './queryWords';
import type { Column, TextKey } from './segment';
import { tokensOf } from './tokens';
import { kindOf, matchKinds, type MatchKind, type WordKeys } from './wordKeys';

/** A form that stands there, and how it answers a term of the query. */
interface MatchedForm {
	readonly form: string;
	readonly kind: MatchKind;
	/** How often it stands there. */
	readonly count: number;
}

export interface Hit {
	readonly column: Column;
	/** The language of this side. */
	readonly lang: Lang;
	/** The paragraph’s number in its text; null for the title and the authors. */
	readonly row: number | null;
	/** Whose work the translation beside it is; null for a title. */
	readonly level: TrustLevel | null;
	/** The forms that answer each term of the query; none where it has none. */
	readonly matches: readonly (readonly MatchedForm[])[];
}

/** How a term was found in the whole library. */
export interface TermOutcome {
	readonly term: QueryTerm;
	/** Empty where the library lacks it. */
	readonly kinds: ReadonlySet<MatchKind>;
	/** Forms with other marks that were found. */
	readonly folded: ReadonlySet<string>;
}

export interface SearchFound {
	/** Best first. */
	readonly hits: readonly Hit[];
	/** `some`: nothing has all terms, so these have the most. */
	readonly by: 'all' | 'some';
	readonly terms: readonly TermOutcome[];
	/** The languages that were searched. */
	readonly langs: readonly Lang[];
	readonly gaps: readonly IndexFailure[];
}

/** Finds paragraphs and heads. Whether a phrase stands there only the text tells: `results.ts`. */
export async function search(
	query: Query,
	segments: readonly SegmentFiles[],
	source: WordSource
): Promise<SearchFound> {
	const byLang = grouped(segments, ({ head }) => head.lang);
	const langs = [...byLang.keys()].filter((lang) => query.lang === null || query.lang === lang);
	const searched = query.terms.length > 0 ? langs : [];
	const words = [...query.terms, ...query.without].flatMap((term) => term.words);
	const keysOf = await keysOfWords(
		words,
		new Map(searched.map((lang) => [lang, byLang.get(lang) ?? []])),
		source
	);
	const sides = await Promise.all(
		searched.map((lang) =>
			inLang(query, lang, byLang.get(lang) ?? [], (word) => keysOf(lang, word))
		)
	);
	const places = sides.flatMap((side) => side.places);
	const fitting = withMost(wanted(query, places), query);
	const isAll = fitting.every(({ matches }) => matches.every(isHere));
	return {
		hits: inOrder(oneSide(fitting)),
		by: isAll || !query.terms.some(isOfText) ? 'all' : 'some',
		terms: query.terms.map((term, nth) => outcome(term, places, nth)),
		langs,
		gaps: sides.flatMap(({ gaps }) => gaps)
	};
}

const isOfText = (term: QueryTerm): boolean => term.in === 'text';
const isHere = (forms: readonly MatchedForm[]): boolean => forms.length > 0;

/** A paragraph or a head, with the terms that must not be there. */
interface Place extends Hit {
	readonly unwanted: readonly boolean[];
}

/** Compares hits by what the index knows, the better first; 0 where it knows no difference. */
export const compareHits = (a: Hit, b: Hit): number => compareKinds(a, b) || compareCounts(a, b);

/** Compares hits by how they answer: heads first, then the better kinds of match. */
export const compareKinds = (a: Hit, b: Hit): number =>
	Number(a.row !== null) - Number(b.row !== null) || costOf(a) - costOf(b);

/** Compares hits by how often the words stand there, more first. */
export const compareCounts = (a: Hit, b: Hit): number => sizeOf(b) - sizeOf(a);

/** Sorts hits as `compareHits` does, by numbers that are reckoned once for each. */
function inOrder(hits: readonly Hit[]): readonly Hit[] {
	const heads = hits.map(({ row }) => (row === null ? 0 : 1));
	const costs = hits.map(costOf);
	const sizes = hits.map(sizeOf);
	const of = (numbers: readonly number[], nth: number): number => numbers[nth] ?? 0;
	return hits
		.map((_, nth) => nth)
		.sort(
			(a, b) =>
				of(heads, a) - of(heads, b) ||
				of(costs, a) - of(costs, b) ||
				of(sizes, b) - of(sizes, a) ||
				a - b
		)
		.flatMap((nth) => hits[nth] ?? []);
}

const ranks = new Map(matchKinds.map((kind, rank) => [kind, rank]));
const rankOf = (kind: MatchKind): number => ranks.get(kind) ?? matchKinds.length;

/** Returns the kinds of the best matches of all terms, summed. */
function costOf({ matches }: Hit): number {
	let sum = 0;
	for (const forms of matches) {
		let best = forms.length === 0 ? 0 : Infinity;
		for (const { kind } of forms) best = Math.min(best, rankOf(kind));
		sum += best;
	}
	return sum;
}

function sizeOf({ matches }: Hit): number {
	let sum = 0;
	for (const forms of matches) for (const { count } of forms) sum += count;
	return sum;
}

async function inLang(
	query: Query,
	lang: Lang,
	segments: readonly SegmentFiles[],
	keysOfWord: (word: string) => WordKeys
): Promise<{ readonly places: readonly Place[]; readonly gaps: readonly IndexFailure[] }> {
	const keysOf = ({ words, isExact }: QueryTerm): readonly WordKeys[] =>
		words.map((word) => (isExact ? exactly(keysOfWord(word)) : keysOfWord(word)));
	const asked = query.terms.map(keysOf);
	const without = query.without.map(keysOf);
	const keys = [...asked, ...without].flat().flatMap(({ kinds }) => [...kinds.keys()]);
	const found = await findKeys([...new Set(keys)], segments);
	const placed = (
		column: Column,
		forms: readonly FoundForm[],
		place: Pick<Hit, 'row' | 'level'>
	): Place => {
		const title = place.row === null ? tokensOf(column.title).map(({ form }) => form) : [];
		const here = (term: QueryTerm, words: readonly WordKeys[] = []) =>
			matched(
				term,
				words,
				isOfText(term) ? forms : forms.filter(({ form }) => title.includes(form))
			);
		const { row, level } = place;
		return {
			column,
			lang,
			row,
			level,
			matches: query.terms.map((term, nth) => here(term, asked[nth])),
			unwanted: query.without.map(
				(term, nth) => term.words.length === 1 && here(term, without[nth]).some(isTheWord)
			)
		};
	};
	return {
		places: [
			...found.heads.map(({ column, forms }) => placed(column, forms, { row: null, level: null })),
			...found.paragraphs.map(({ column, forms, row, level }) =>
				placed(column, forms, { row, level })
			)
		],
		gaps: found.gaps
	};
}

const isTheWord = ({ kind }: MatchedForm): boolean => kind === 'exact' || kind === 'inflection';

/** A form is found by each of its keys: one is enough. */
const exactly = (word: WordKeys): WordKeys => ({
	...word,
	kinds: new Map(word.exact.map((key) => [key, 'inflection']))
});

/** Returns the forms that answer a term, each once with its best kind. */
function matched(
	{ isExact }: QueryTerm,
	words: readonly WordKeys[],
	forms: readonly FoundForm[]
): readonly MatchedForm[] {
	const best = words.map((word) => {
		// A paragraph has few forms, and there may be many paragraphs: a list is faster than a map.
		const found: MatchedForm[] = [];
		for (const { key, form, count } of forms) {
			const kind = kindOf(word, key, form);
			if (!kind || (isExact && kind !== 'exact')) continue;
			const at = found.findIndex((one) => one.form === form);
			const known = found[at];
			if (!known) found.push({ form, kind, count });
			else if (rankOf(kind) < rankOf(known.kind)) found[at] = { form, kind, count };
		}
		return found;
	});
	return best.length === 1 ? (best[0] ?? []) : best.every(isHere) ? best.flat() : [];
}

/** Leaves out places with what is not wanted, on either side, and texts without the title. */
function wanted(query: Query, places: readonly Place[]): readonly Place[] {
	const textsWith = (nth: number, of: 'matches' | 'unwanted'): ReadonlySet<TextKey> =>
		new Set(
			places
				.filter((place) =>
					of === 'matches' ? isHere(place.matches[nth] ?? []) : place.unwanted[nth] === true
				)
				.map(({ column }) => column.text)
		);
	const titles = query.terms.flatMap((term, nth) =>
		isOfText(term) ? [] : [textsWith(nth, 'matches')]
	);
	const unwantedTitles = query.without.flatMap((term, nth) =>
		isOfText(term) ? [] : [textsWith(nth, 'unwanted')]
	);
	if (titles.length + query.without.length === 0) return places;
	const unwanted = new Set(
		places
			.filter((place) => place.unwanted.some((is, nth) => is && query.without[nth]?.in === 'text'))
			.map(placeOf)
	);
	return places.filter(
		(place) =>
			!unwanted.has(placeOf(place)) &&
			titles.every((texts) => texts.has(place.column.text)) &&
			!unwantedTitles.some((texts) => texts.has(place.column.text))
	);
}

const placeOf = ({ column, row }: Hit): string => `${row ?? ''} ${column.text}`;

/** Returns the places that have the most terms, at least one. A title alone answers with titles. */
function withMost(places: readonly Place[], query: Query): readonly Place[] {
	const isTitle = !query.terms.some(isOfText);
	const counted = places.map((place) => ({
		place,
		count: place.matches.filter(
			(forms, nth) => isHere(forms) && (isTitle || query.terms[nth]?.in === 'text')
		).length
	}));
	const most = counted.reduce((most, { count }) => Math.max(most, count), 1);
	return counted.flatMap(({ place, count }) => (count === most ? [place] : []));
}

/** Returns one side of each paragraph: the one that answers better, or the original. */
function oneSide(places: readonly Place[]): readonly Hit[] {
	const best = new Map<string, Place>();
	for (const place of places) {
		const name = placeOf(place);
		const other = best.get(name);
		if (!other || compareSides(place, other) < 0) best.set(name, place);
	}
	return [...best.values()].map(({ column, lang, row, level, matches }) => ({
		column,
		lang,
		row,
		level,
		matches
	}));
}

const compareSides = (a: Place, b: Place): number =>
	compareHits(a, b) ||
	Number(a.column.side === 'translation') - Number(b.column.side === 'translation');

function outcome(term: QueryTerm, places: readonly Place[], nth: number): TermOutcome {
	const kinds = new Set<MatchKind>();
	const folded = new Set<string>();
	for (const { matches } of places)
		for (const { form, kind } of matches[nth] ?? []) {
			kinds.add(kind);
			if (kind === 'folded') folded.add(form);
		}
	return { term, kinds, folded };
}
