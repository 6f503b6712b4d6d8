import type { Analysis, WordPart } from './analysis';
import { compounds, isParticiple } from './compound';
import { classOf, glossesOf, type LexiconEntry } from './entry';
import type { Vocabulary } from './vocabulary';

/** A compound that the lexicon has is split where each part has this many letters. */
const longPart = 4;
/** A split that costs more is far-fetched. */
const dearest = 14;

/**
 * Returns the parts of a compound that the lexicon has as a word: `sjukvård`, `sjuk` and `vård`. Many
 * words could be split by their letters alone (`kal|ender`): both parts must be long or common, or
 * the last one share a meaning with the whole.
 */
export function partsOfEntry(entry: LexiconEntry, vocabulary: Vocabulary): readonly WordPart[] {
	const wordClass = classOf(entry);
	if (wordClass !== 'noun' && wordClass !== 'adjective') return [];
	const sure = compounds(entry.head, vocabulary).find(
		(found) =>
			(found.wordClass === wordClass || (wordClass === 'adjective' && isParticiple(found))) &&
			isSure(found, entry, vocabulary)
	);
	return sure?.parts ?? [];
}

function isSure(
	{ parts, inflections, cost }: Analysis,
	entry: LexiconEntry,
	{ grammar }: Vocabulary
): boolean {
	const last = parts.at(-1);
	if (!last?.entry || cost > dearest || last.text.startsWith('-')) return false;
	if (inflections.length > 0 && inflections.every((list) => list.includes('genitive')))
		return false;
	const common = parts.every(
		({ text, entry: part }) =>
			text.length >= longPart || grammar.shortParts.has(text) || part?.code === 'px'
	);
	return common || sharesMeaning(last.entry, entry);
}

function sharesMeaning(part: LexiconEntry, whole: LexiconEntry): boolean {
	const words = new Set(glossesOf(whole).flatMap((gloss) => gloss.split(/[\s-]/)));
	return glossesOf(part).some((gloss) => gloss.split(/[\s-]/).every((word) => words.has(word)));
}
