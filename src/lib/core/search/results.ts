/**
 * Hits in their texts: what is lit in them, whether their phrases stand there, and how near to each
 * other their words are. Texts are read one by one, only as many as are asked for.
 */
import { plain } from '../text/inline';
import type { Lang } from '../text/article';
import type { AnsweredRange } from '../words/answer';
import { grouped } from './grouped';
import { compareCounts, compareKinds, type Hit } from './hit';
import { linesOf, type Line } from './lines';
import type { Query, QueryTerm } from './query';
import { headText, textSides, type TextKey, type TextSide } from './segment';
import { notesOf, textsOf, type LibraryText } from './textRows';
import { apart, tokensOf, type Token } from './tokens';

/** A hit as it is shown. */
export interface Result {
	readonly hit: Hit;
	/** The row’s id on the page of its text; null for a title. */
	readonly row: string | null;
	/** The paragraph on the side of the hit, with its notes if they are found; or title and authors. */
	readonly text: string;
	/** The other side; empty where there is none. */
	readonly counterpart: string;
	/** What is lit in `text`, in order, none over another. */
	readonly matches: readonly AnsweredRange[];
	/** Words from the first to the last of those asked for, where they are nearest. */
	readonly reach: number;
}

/** A text with its results, best first. */
export interface ResultText {
	readonly key: TextKey;
	readonly titles: Readonly<Record<TextSide, string>>;
	readonly langs: Readonly<Record<TextSide, Lang>>;
	readonly authors: readonly string[];
	readonly results: readonly Result[];
}

/** Compares results, the better first: see `hits.ts`. */
export const compareResults = (a: Result, b: Result): number =>
	compareKinds(a.hit, b.hit) || a.reach - b.reach || compareCounts(a.hit, b.hit);

/**
 * Returns a hit in its text; null where it is not there after all: a phrase is not, what is not
 * wanted is, or the text has changed since it was indexed.
 */
function located(hit: Hit, query: Query, text: LibraryText): Result | null {
	const { column, row } = hit;
	const other = textSides.find((side) => side !== column.side) ?? column.side;
	const item = row === null ? null : text.rows[row];
	if (item === undefined) return null;
	const sideText = (side: TextSide): string =>
		item === null ? text.titles[side] : textsOf(item.row, side).map(plain).join('\n');
	const said = item === null ? headText(column) : sideText(column.side);
	const notes = item === null ? [] : notesOf(item.row, column.side);
	const whole = [said, ...notes].join('\n');
	const found = litBy(hit, query, whole);
	if (!found) return null;
	const { matches, reach } = found;
	return {
		...{ hit, row: item?.id ?? null, counterpart: sideText(other), matches, reach },
		text: matches.some(({ to }) => to > said.length) ? whole : said
	};
}

/** What is lit in a text that answers a query, and how near to each other it is. */
type LitText = Pick<Result, 'matches' | 'reach'>;

/** Returns what a hit lights in its text; null where that does not answer after all. */
export function litBy(hit: Hit, query: Query, text: string): LitText | null {
	const tokens = tokensOf(text);
	if (query.without.some((term) => term.words.length > 1 && isIn(term, tokens, hit))) return null;
	const places = query.terms.map((term, nth) => placesOf(term, tokens, hit, nth));
	const missing = places.some((found, nth) => (hit.matches[nth] ?? []).length > 0 && !found.length);
	const matches = apart(places.flat());
	if (missing || matches.length === 0) return null;
	const here = places.filter(({ length }) => length > 0);
	return { matches, reach: reachOf(tokens, here) };
}

/** Returns where a term stands: each form of a word, or the whole of a phrase. */
function placesOf(
	{ words }: QueryTerm,
	tokens: readonly Token[],
	hit: Hit,
	nth: number
): readonly AnsweredRange[] {
	const forms = new Set((hit.matches[nth] ?? []).map(({ form }) => form));
	if (words.length > 1) return forms.size > 0 ? phrasePlaces(words, tokens) : [];
	return tokens.filter(({ form }) => forms.has(form));
}

const isIn = ({ words, in: place }: QueryTerm, tokens: readonly Token[], { row }: Hit): boolean =>
	(place === 'text' || row === null) && phrasePlaces(words, tokens).length > 0;

/** Returns where words stand one after the other. A figure within a word is no word of its own. */
function phrasePlaces(
	words: readonly string[],
	tokens: readonly Token[]
): readonly AnsweredRange[] {
	let end = 0;
	const whole = tokens.filter(({ from, to }) => {
		if (from < end) return false;
		end = to;
		return true;
	});
	return whole.flatMap((first, at) => {
		const here = whole.slice(at, at + words.length);
		const isHere = here.length === words.length && here.every(({ form }, n) => form === words[n]);
		return isHere ? [{ from: first.from, to: here.at(-1)?.to ?? first.to }] : [];
	});
}

/** Returns how many words it is from the first to the last of one place of each, at best. */
function reachOf(tokens: readonly Token[], places: readonly (readonly AnsweredRange[])[]): number {
	if (places.length < 2) return 0;
	const at = new Map(tokens.map(({ from }, index) => [from, index]));
	const all = places
		.flatMap((ranges, term) => ranges.map(({ from }) => ({ term, at: at.get(from) ?? 0 })))
		.toSorted((a, b) => a.at - b.at);
	const last = new Map<number, number>();
	let best = tokens.length;
	for (const one of all) {
		last.set(one.term, one.at);
		if (last.size === places.length) best = Math.min(best, one.at - Math.min(...last.values()));
	}
	return best;
}

/** Sentences of a result that are shown: more make a list hard to look through. */
const mostLines = 3;

/** Returns the sentences of a result in which something is lit, each with its counterpart. */
export function linesOfResult(
	{ hit, row }: Result,
	query: Query,
	text: LibraryText
): readonly Line[] {
	const item = text.rows.find(({ id }) => id === row);
	if (!item) return [];
	const forms = query.terms.flatMap(({ words }, nth) => {
		const found = (hit.matches[nth] ?? []).map(({ form }) => form);
		return words.length > 1 && found.length > 0 ? [words.join(' ')] : found;
	});
	return linesOf(text, item, hit.column.side, new Set(forms), 1).slice(0, mostLines);
}

export interface ResultsAsked {
	/** How many texts are wanted. */
	readonly texts: number;
	readonly read: (key: TextKey) => Promise<LibraryText | null>;
}

export interface Results {
	/** Best first. */
	readonly texts: readonly ResultText[];
	/** How many of the texts that have hits were not looked at. */
	readonly left: number;
}

/** Reads the texts of the best hits, until as many have results as are wanted. */
export async function resultsOf(
	hits: readonly Hit[],
	query: Query,
	{ texts: wanted, read }: ResultsAsked
): Promise<Results> {
	const groups = [...grouped(hits, ({ column }) => column.text)];
	const texts: ResultText[] = [];
	let at = 0;
	for (; at < groups.length && texts.length < wanted; at++) {
		const [key, own] = groups[at] ?? [];
		const text = key === undefined ? null : await read(key);
		if (!text || !own) continue;
		const results = own.flatMap((hit) => located(hit, query, text) ?? []).toSorted(compareResults);
		const { key: of, titles, langs, authors } = text;
		if (results.length > 0) texts.push({ key: of, titles, langs, authors, results });
	}
	const best = ({ results: [first] }: ResultText): Result | undefined => first;
	return {
		texts: texts.toSorted((a, b) => {
			const [one, other] = [best(a), best(b)];
			return one && other ? compareResults(one, other) : 0;
		}),
		left: groups.length - at
	};
}
