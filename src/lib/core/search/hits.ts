/**
 * What the index answers to a query: paragraphs that have all words of it, and heads (title and
 * authors) that have.
 *
 * Laws (`hits.test.ts`): cutting a library into segments changes no hit; a hit has all that is asked
 * and nothing that is not wanted; a better kind of match never puts a hit further down.
 */
import type { Lang } from '../text/article';
import type { IndexFailure } from './failure';
import { findKeys, type FoundForm, type SegmentFiles } from './find';
import { grouped } from './grouped';
import { compareHits, inOrder, rankOf, type Hit, type MatchedForm } from './hit';
import type { Query, QueryTerm } from './query';
import { keysOfWords, type WordSource } from './queryWords';
import type { Column, TextKey } from './segment';
import { tokensOf } from './tokens';
import { kindOf, type MatchKind, type WordKeys } from './wordKeys';

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
