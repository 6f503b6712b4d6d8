/** Answers a query: what was found, as much of it as is shown, and what else may have been meant. */
import type { StoreFailure } from '../../core/library/storeFailure';
import { fail, ok, type Result } from '../../core/result';
import { facetsOf, narrowed, type SearchFilter } from '../../core/search/facets';
import type { IndexFailure } from '../../core/search/failure';
import type { SegmentFiles } from '../../core/search/find';
import { search, type TermOutcome } from '../../core/search/hits';
import { plainForm } from '../../core/search/letters';
import { parseQuery, type Query } from '../../core/search/query';
import type { WordSource } from '../../core/search/queryWords';
import { linesOfResult, resultsOf, type ResultText } from '../../core/search/results';
import { textSides, type TextKey } from '../../core/search/segment';
import { corrected } from '../../core/search/spelling';
import type { LibraryText } from '../../core/search/textRows';
import { shownNote, type NoteInText } from './notes';
import type { OtherWord, SearchAnswer, SearchRequest, ShownResult, ShownText } from './protocol';

/** What an answer is made of. */
export interface Searched {
	readonly files: readonly SegmentFiles[];
	readonly gaps: readonly IndexFailure[];
	readonly source: WordSource;
	readonly read: (key: TextKey) => Promise<Result<LibraryText | null, StoreFailure>>;
	/** Finds the reader’s notes that a filter leaves. */
	readonly notesOf: (
		query: Query,
		filter: SearchFilter
	) => Promise<Result<readonly NoteInText[], StoreFailure>>;
}

/** Results of a text that are shown until the reader asks for all. */
const resultsAtOnce = 3;
/** Results of a text that are shown at most. */
const mostResults = 200;

export async function searchAnswer(
	{ typed, filter, texts, opened, notes }: Extract<SearchRequest, { kind: 'search' }>,
	{ files, gaps, source, read, notesOf }: Searched
): Promise<Result<SearchAnswer, StoreFailure>> {
	const query = parseQuery(typed);
	const noted = await notesOf(query, filter);
	if (!noted.ok) return noted;
	const found = await search(query, files, source);
	const hits = narrowed(found.hits, filter);
	let failure: StoreFailure | null = null;
	const known = new Map<TextKey, LibraryText>();
	const shown = await resultsOf(hits, query, {
		texts,
		read: async (key) => {
			const text = await read(key);
			// A damaged text has no results; anything else is said.
			if (!text.ok && text.failure.kind !== 'damaged') failure = text.failure;
			if (text.ok && text.value) known.set(key, text.value);
			return text.ok ? text.value : null;
		}
	});
	if (failure) return fail(failure);
	const isPhrase = [...query.terms, ...query.without].some(({ words }) => words.length > 1);
	const isSure = shown.left === 0;
	const seen = shown.texts.reduce((sum, { results }) => sum + results.length, 0);
	return ok({
		...{ kind: 'search', gaps: [...gaps, ...found.gaps], facets: facetsOf(found.hits) },
		total: isSure ? seen : hits.length,
		isAtMost: isPhrase && !isSure,
		textCount: isSure ? shown.texts.length : new Set(hits.map(({ column }) => column.text)).size,
		texts: shown.texts.map((text, nth) => {
			const all = opened.includes(text.key);
			return shownText(text, nth, query, known.get(text.key), all ? mostResults : resultsAtOnce);
		}),
		more: !isSure,
		notes: noted.value.slice(0, notes).flatMap((note) => shownNote(note, query)),
		noteCount: noted.value.length,
		isSome: found.by === 'some',
		isEmpty: query.terms.length === 0,
		isCut: query.isCut,
		others: found.terms.flatMap(otherWord),
		suggestion: await corrected(query, found.terms, files, source.termsOf)
	});
}

function otherWord({ term, kinds, folded }: TermOutcome): readonly OtherWord[] {
	const word = term.words.join(' ');
	if (kinds.size === 0) return [{ word, folded: [] }];
	const same = [...folded].filter((form) => plainForm(form) === plainForm(word));
	const named = same.length > 0 ? same : [...folded];
	return named.length > 0 ? [{ word, folded: named.slice(0, mostFolded) }] : [];
}

/** Forms with other marks that are named. */
const mostFolded = 5;

function shownText(
	{ key, titles, langs, authors, results }: ResultText,
	nth: number,
	query: Query,
	text: LibraryText | undefined,
	most: number
): ShownText {
	const paragraphs = results.filter(({ row }) => row !== null);
	const head = results.find(({ row }) => row === null);
	const side = head?.hit.column.side ?? (titles.original === '' ? 'translation' : 'original');
	const title = titles[side];
	return {
		...{ key, title, lang: langs[side], authors, count: paragraphs.length },
		ranges: (head?.matches ?? []).filter(({ to }) => to <= title.length),
		results: text
			? paragraphs.slice(0, most).map((result): ShownResult => {
					const { column, lang } = result.hit;
					const other = textSides.find((one) => one !== column.side) ?? column.side;
					const lines = linesOfResult(result, query, text);
					return {
						...{ side: column.side, lang },
						lines: lines.map((line) => ({ text: nth, to: langs[other], line }))
					};
				})
			: []
	};
}
