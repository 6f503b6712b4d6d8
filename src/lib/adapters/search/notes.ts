/** The reader’s notes as the search finds and shows them. */
import type { OwnHighlight } from '../../core/highlight/ownHighlight';
import type { KeptArticle } from '../../core/library/ownArticle';
import type { Store } from '../../core/library/store';
import type { StoreFailure } from '../../core/library/storeFailure';
import { fail, ok, type Result } from '../../core/result';
import { narrowed, type SearchFilter } from '../../core/search/facets';
import type { SegmentFiles } from '../../core/search/find';
import {
	findNotes,
	indexNotes,
	litInNote,
	type FoundNote,
	type NoteIndex,
	type NotePart
} from '../../core/search/notes';
import type { Query } from '../../core/search/query';
import type { WordSource } from '../../core/search/queryWords';
import { textKey, type Column } from '../../core/search/segment';
import type { Terms } from '../../core/search/terms';
import type { Lang } from '../../core/text/article';
import { rowId } from '../../core/translation/rowId';
import type { ShownNote } from './protocol';

type Outcome<T> = Promise<Result<T, StoreFailure>>;
type TermsOf = (lang: Lang) => Promise<Terms>;

/** Lets a message in that has come meanwhile: a part of the index takes some time. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export class Notes {
	readonly #store: Pick<Store, 'watchHighlights'>;
	/** What the store says; null until it is asked. */
	#highlights: Outcome<readonly OwnHighlight[]> | null = null;
	#index: NoteIndex = [];
	/** What is indexed; null until it is. */
	#indexed: readonly OwnHighlight[] | null = null;

	constructor(store: Pick<Store, 'watchHighlights'>) {
		this.#store = store;
	}

	/**
	 * Finds the notes that have all words of a query, best first, as far as they are indexed: a query
	 * does not wait for that.
	 */
	async find(query: Query, source: WordSource): Outcome<readonly FoundNote[]> {
		if (this.#index.length === 0 || query.terms.length === 0) return ok([]);
		const highlights = await this.#read();
		if (!highlights.ok) return highlights;
		const found = await findNotes(query, this.#index, source);
		if (highlights.value === this.#indexed) return ok(found);
		// A changed note is found by the next query.
		void this.update(source.termsOf);
		const here = new Map(highlights.value.map(({ id, note }) => [id, note]));
		return ok(found.filter(({ highlight: { id, note } }) => here.get(id) === note));
	}

	/** Indexes notes that have changed. Returns whether there were any. */
	async update(termsOf: TermsOf): Outcome<boolean> {
		const highlights = await this.#read();
		if (!highlights.ok) return highlights;
		const before = this.#index;
		if (highlights.value === this.#indexed) return ok(false);
		const parts: NotePart[] = [];
		for await (const part of indexNotes(highlights.value, before, termsOf)) {
			parts.push(part);
			if (!before.includes(part)) await pause();
		}
		this.#index = parts;
		this.#indexed = highlights.value;
		return ok(parts.length !== before.length || parts.some((part, nth) => part !== before[nth]));
	}

	#read(): Outcome<readonly OwnHighlight[]> {
		this.#highlights ??= this.#watch();
		return this.#highlights;
	}

	/** Follows the reader’s highlights. After a failure the next query asks again. */
	#watch(): Outcome<readonly OwnHighlight[]> {
		return new Promise((resolve) => {
			this.#store.watchHighlights(
				null,
				(highlights) => {
					const said = ok(highlights);
					this.#highlights = Promise.resolve(said);
					resolve(said);
				},
				(failure) => {
					this.#highlights = null;
					resolve(fail(failure));
				}
			);
		});
	}
}

/** What the search knows of a text without reading it. */
export interface KnownText {
	readonly column: Column;
	readonly title: string;
}

/**
 * Returns the notes that a filter leaves, in their texts. A note is nobody’s translation. One whose
 * text is not in the library is left out: it would lead nowhere.
 */
export async function notesInTexts(
	found: readonly FoundNote[],
	filter: SearchFilter,
	textOf: (article: string) => Promise<KnownText | null>
): Promise<readonly NoteInText[]> {
	const kept: NoteInText[] = [];
	for (const note of found) {
		const text = await textOf(note.highlight.article);
		const placed = text && { ...note.hit, column: text.column, level: null };
		if (placed && narrowed([placed], filter).length > 0) kept.push({ ...note, text });
	}
	return kept;
}

/** A note that was found, in its text. */
export interface NoteInText extends FoundNote {
	readonly text: KnownText;
}

/** Returns a note as it is shown; nothing for one without words. */
export function shownNote(found: NoteInText, query: Query): readonly ShownNote[] {
	const { id, side, lang, colour, quotes, note } = found.highlight;
	const [first] = quotes;
	if (!first) return [];
	return [
		{
			...{ id, key: found.text.column.text, title: found.text.title, side, lang, colour, note },
			words: quotes.map(({ exact }) => exact),
			row: rowId(first.paragraph, first.occurrence),
			ranges: litInNote(found, query)
		}
	];
}

/** Returns what tells of each text of the library, by its id. `files`: all of the index. */
export function knownTexts(files: readonly SegmentFiles[]): (article: string) => KnownText | null {
	const byKey = new Map<string, Column>();
	for (const { head, isLive } of files)
		for (const column of head.columns) {
			const known = byKey.get(column.text);
			if (isLive(column) && !(known?.side === 'original' && known.title !== ''))
				byKey.set(column.text, column);
		}
	return (article) => {
		const column = byKey.get(textKey('read', article)) ?? byKey.get(textKey('own', article));
		return column ? { column, title: column.title } : null;
	};
}

/** Returns what is known of an own text that is not indexed yet. */
export function unindexed(
	id: string,
	read: Result<KeptArticle | null, StoreFailure>
): KnownText | null {
	if (!read.ok || !read.value) return null;
	const { article, about } = read.value;
	const title = article.title ?? '';
	const { authors = [], issued = '' } = article;
	const column: Column = {
		...{ text: textKey(about.recognised ? 'read' : 'own', id), side: 'original', title, authors },
		...{ issued, stamp: '', levels: [] }
	};
	return { column, title };
}
