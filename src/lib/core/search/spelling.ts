/** What may have been meant by a word that the library lacks: a form one letter away that it has. */
import type { Lang } from '../text/article';
import { findKeys, type SegmentFiles } from './find';
import { grouped } from './grouped';
import { formatQuery, type Query } from './query';
import type { TermOutcome } from './hits';
import type { Terms } from './terms';
import { unknownKey } from './unknownKey';

/** Letters that may be missing or wrong. */
const letters = [...'abcdefghijklmnopqrstuvwxyzåäöé'];
/** Lengths of words that are corrected: shorter ones are near to everything. */
const [shortest, longest] = [4, 30];
/** Forms of the lexicon that are looked for. */
const mostKnown = 24;
/** Shards of a language up to which words that the lexicon lacks are looked for: all may be read. */
const mostShards = 24;

/** Returns the query with the nearest words that the library has; null where there are none. */
export async function corrected(
	query: Query,
	outcomes: readonly TermOutcome[],
	segments: readonly SegmentFiles[],
	termsOf: (lang: Lang) => Promise<Terms>
): Promise<string | null> {
	const absent = new Set(
		outcomes.flatMap(({ term, kinds }) => (kinds.size === 0 && !term.isExact ? [term] : []))
	);
	let isCorrected = false;
	const terms = await Promise.all(
		query.terms.map(async (term) => {
			const [word = ''] = term.words;
			const near = absent.has(term) ? await nearest(word, segments, termsOf) : null;
			isCorrected ||= near !== null;
			return near === null ? term : { ...term, words: [near] };
		})
	);
	return isCorrected ? formatQuery({ ...query, terms }) : null;
}

/** Returns the form of the library that is nearest to a word, and the most frequent of those. */
async function nearest(
	word: string,
	segments: readonly SegmentFiles[],
	termsOf: (lang: Lang) => Promise<Terms>
): Promise<string | null> {
	if (word.length < shortest || word.length > longest) return null;
	const near = new Set(oneAway(word));
	const counts = new Map<string, number>();
	for (const [lang, some] of grouped(segments, ({ head }) => head.lang)) {
		const terms = await termsOf(lang);
		const known = [...near].filter((form) => terms.lists(form)).slice(0, mostKnown);
		const shards = some.reduce((sum, { head }) => sum + head.bounds.length, 0);
		const unknown = shards <= mostShards ? [...near].map(unknownKey(lang)) : [];
		const keys = [...known.flatMap((form) => terms.keysOf(form)), ...unknown];
		const { paragraphs } = await findKeys([...new Set(keys)], some);
		for (const { form, count } of paragraphs.flatMap(({ forms }) => forms))
			if (near.has(form)) counts.set(form, (counts.get(form) ?? 0) + count);
	}
	const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
	return best?.[0] ?? null;
}

/** Returns what a word is with one letter left out, added, changed, or exchanged with the next. */
function* oneAway(word: string): Iterable<string> {
	for (let at = 0; at <= word.length; at++) {
		const [before, rest] = [word.slice(0, at), word.slice(at)];
		for (const letter of letters) yield before + letter + rest;
		if (rest === '') return;
		yield before + rest.slice(1);
		for (const letter of letters)
			if (letter !== rest.charAt(0)) yield before + letter + rest.slice(1);
		if (rest.length > 1) yield before + rest.charAt(1) + rest.charAt(0) + rest.slice(2);
	}
}
