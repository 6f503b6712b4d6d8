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
		hits: oneSide(fitting).toSorted(compareHits),
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

/** Returns the kinds of the best matches of all terms, summed. */
const costOf = ({ matches }: Hit): number =>
	matches.reduce(
		(sum, forms) =>
			forms.length === 0
				? sum
				: sum + Math.min(...forms.map(({ kind }) => matchKinds.indexOf(kind))),
		0
	);

const sizeOf = ({ matches }: Hit): number =>
	matches.flat().reduce((sum, { count }) => sum + count, 0);

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
		return {
			...{ column, lang, ...place },
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
		const found = new Map<string, MatchedForm>();
		for (const { key, form, count } of forms) {
			const kind = kindOf(word, key, form);
			const known = found.get(form);
			if (kind && (!isExact || kind === 'exact') && !(known && isBetter(known.kind, kind)))
				found.set(form, { form, kind, count });
		}
		return [...found.values()];
	});
	return best.every(isHere) ? best.flat() : [];
}

const isBetter = (one: MatchKind, other: MatchKind): boolean =>
	matchKinds.indexOf(one) <= matchKinds.indexOf(other);

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
	return [...grouped(places, placeOf).values()].flatMap((sides) =>
		sides
			.toSorted(
				(a, b) =>
					compareHits(a, b) ||
					Number(a.column.side === 'translation') - Number(b.column.side === 'translation')
			)
			.slice(0, 1)
			.map(({ unwanted: _, ...hit }) => hit)
	);
}

function outcome(term: QueryTerm, places: readonly Place[], nth: number): TermOutcome {
	const forms = places.flatMap(({ matches }) => matches[nth] ?? []);
	return {
		term,
		kinds: new Set(forms.map(({ kind }) => kind)),
		folded: new Set(forms.flatMap(({ form, kind }) => (kind === 'folded' ? [form] : [])))
	};
}
