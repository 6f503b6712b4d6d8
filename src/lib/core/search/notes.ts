/**
 * The reader’s notes on their highlights, found by the rules of the search. They are few, and change
 * as one reads: their index is made in memory, and a note is in the index of both languages, since
 * nobody says which one it is in.
 */
import type { OwnHighlight } from '../highlight/ownHighlight';
import type { Lang } from '../text/article';
import { otherSiteLang, primaryLang } from '../text/languageTag';
import { inMemory, type SegmentFiles } from './find';
import { compareCounts, compareKinds, type Hit } from './hit';
import { search } from './hits';
import type { Query, QueryTerm } from './query';
import type { WordSource } from './queryWords';
import type { AnsweredRange } from '../words/answer';
import { litBy } from './results';
import { segmentOf, textKey } from './segment';
import type { Terms } from './terms';

/** Notes that are searched, the newest: what is beyond is not found. */
const mostNotes = 10_000;

/** Notes of a part of the index: one that is changed is indexed again with these. */
const notesInPart = 250;

/** A part of the index of notes, in each of their languages. */
export interface NotePart {
	readonly name: string;
	readonly notes: readonly OwnHighlight[];
	readonly segments: readonly SegmentFiles[];
}

export type NoteIndex = readonly NotePart[];

export interface FoundNote {
	readonly highlight: OwnHighlight;
	readonly hit: Hit;
}

/**
 * Makes the index of all notes, part by part. Parts that have not changed are those of the index
 * before.
 */
export async function* indexNotes(
	highlights: readonly OwnHighlight[],
	before: NoteIndex,
	termsOf: (lang: Lang) => Promise<Terms>
): AsyncGenerator<NotePart> {
	const noted = highlights
		.filter(({ note }) => note.trim() !== '')
		.toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1))
		.slice(-mostNotes);
	const known = new Map(before.map((part) => [part.name, part]));
	for (let at = 0; at < noted.length; at += notesInPart) {
		const notes = noted.slice(at, at + notesInPart);
		const name = JSON.stringify(notes.map(({ id, changedAt }) => [id, changedAt]));
		yield known.get(name) ?? (await notePart(name, at, notes, termsOf));
	}
}

async function notePart(
	name: string,
	at: number,
	notes: readonly OwnHighlight[],
	termsOf: (lang: Lang) => Promise<Terms>
): Promise<NotePart> {
	const of = new Set(notes.map(({ lang }) => primaryLang(lang)));
	const langs = new Set([...of, ...[...of].map(otherSiteLang)]);
	const column = {
		...{ text: textKey('own', `notes-${at}`), side: 'original' as const, stamp: '' },
		...{ title: '', authors: [], issued: '', levels: [['none', notes.length] as const] }
	};
	const paragraphs = notes.map(({ note }) => note);
	const segments = await Promise.all(
		[...langs].map(async (lang) =>
			inMemory(segmentOf(lang, '', [{ column, paragraphs }], await termsOf(lang)))
		)
	);
	return { name, notes, segments };
}

/** Returns the notes that have all words of a query, the best first. */
export async function findNotes(
	query: Query,
	index: NoteIndex,
	source: WordSource
): Promise<readonly FoundNote[]> {
	const segments = index.flatMap((part) => part.segments);
	const found = await search(query, segments, source);
	if (found.by !== 'all') return [];
	const notesOf = new Map(
		index.flatMap(({ notes, segments: [first] }) =>
			(first?.head.columns ?? []).map(({ text }) => [text, notes] as const)
		)
	);
	const notes = found.hits.flatMap((hit): readonly FoundNote[] => {
		const highlight = notesOf.get(hit.column.text)?.[hit.row ?? -1];
		return highlight ? [{ highlight, hit }] : [];
	});
	// Of one word the index says all; of more, whether and how near they stand only the note tells.
	if (query.terms.length === 1 && [...query.terms, ...query.without].every(isOneWord))
		return notes.toSorted((a, b) => compare(a, b, 0));
	return notes
		.flatMap((note) => {
			const reach = litBy(note.hit, query, note.highlight.note)?.reach;
			return reach === undefined ? [] : [{ ...note, reach }];
		})
		.toSorted((a, b) => compare(a, b, a.reach - b.reach));
}

const isOneWord = ({ words }: QueryTerm): boolean => words.length === 1;

/** Compares notes, the better first, of equal ones the newest: see `hits.ts`. */
const compare = (a: FoundNote, b: FoundNote, nearer: number): number =>
	compareKinds(a.hit, b.hit) ||
	nearer ||
	compareCounts(a.hit, b.hit) ||
	(a.highlight.changedAt < b.highlight.changedAt ? 1 : -1);

/** Returns what is lit in a note. */
export const litInNote = ({ highlight, hit }: FoundNote, query: Query): readonly AnsweredRange[] =>
	litBy(hit, query, highlight.note)?.matches ?? [];
