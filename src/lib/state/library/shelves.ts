/**
 * The library's shelves: the texts that the reader is in the middle of, and three by where a text
 * comes from. Law (`shelves.test.ts`): every article is on exactly one of them, whatever is stored
 * and whatever the reader has added. A text of the reader’s own that only has the id of a stored one
 * is another article.
 */
import { bookProgress, type BookProgress } from '$lib/core/library/bookProgress';
import type { BookPicture, BookTranslation, OwnBook } from '$lib/core/library/ownBook';
import { readState, type ReadState } from '$lib/core/library/position';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { ReadingPosition } from '$lib/core/library/store';
import type { Lang, Metadata, Written } from '$lib/core/text/article';
import type { Coverage } from '$lib/core/translation/coverage';
import type { Listing } from './listing';
import type { BroughtTranslation, OwnCoverage } from './ownCoverage';

/** One line of the library. */
export interface LibraryEntry {
	readonly id: string;
	readonly shelf: Shelf;
	readonly original: Metadata;
	readonly translated: { readonly lang: Lang; readonly title: string } | null;
	/** Who wrote the original, where no person did. */
	readonly written?: Written;
	readonly words: number;
	/** The translation that the reader has brought in; null for none. */
	readonly brought?: BroughtTranslation | null;
	readonly coverage: Coverage;
	readonly place: ReadingPosition | null;
	readonly state: ReadState;
	/** How much of it the reader knows, in words; absent where that is not asked for or not known. */
	readonly known?: string;
	/** Whether it is saved for reading offline; absent where the site saves all texts by itself. */
	readonly isSaved?: boolean;
	/** For a book of the reader’s: its chapters are not listed apart. */
	readonly book?: BookEntry;
	/** When the reader added it; null for a text of the site. */
	readonly addedAt: string | null;
}

export interface BookEntry {
	readonly chapters: number;
	readonly cover: BookPicture | null;
	readonly progress: BookProgress;
	/** What its translations are called, one a language. */
	readonly translations: readonly BookTranslation[];
}

export const shelfNames = ['here', 'yours', 'waiting'] as const;
export type Shelf = (typeof shelfNames)[number];
/** `reading` has the texts that the reader is in the middle of, the one read last first. */
export type Shelves = Readonly<Record<Shelf | 'reading', readonly LibraryEntry[]>>;

/**
 * By article id, where the reader has something of their own: it takes precedence over the stored
 * coverage.
 */
export type Coverages = Readonly<Record<string, OwnCoverage | null>>;

export function shelve(
	stored: readonly Listing[],
	own: readonly OwnArticle[],
	places: readonly ReadingPosition[],
	coverages: Coverages = {},
	books: readonly OwnBook[] = []
): Shelves {
	const storedById = new Map(stored.map((entry) => [entry.id, entry]));
	const onShelf = new Set(books.map(({ id }) => id));
	// A chapter whose book is not there is listed: nothing is lost.
	const alone = own.filter(({ book }) => !book || !onShelf.has(book.id));
	// A restored text may have the id of one of the site’s, and be another text.
	const copies = new Set(own.filter(({ recognised }) => recognised).map(({ id }) => id));
	const others = new Set(own.filter(({ recognised }) => !recognised).map(({ id }) => id));
	const placeOf = new Map(places.map((place) => [place.article, place]));
	const covered = (entry: LibraryEntry): LibraryEntry => ({
		...entry,
		brought: coverages[entry.id]?.brought ?? null,
		coverage: coverages[entry.id] ?? entry.coverage
	});
	const texts = newestFirst(alone).map((article) =>
		covered(
			ownEntry(
				article,
				article.recognised ? storedById.get(article.id) : undefined,
				placeOf.get(article.id)
			)
		)
	);
	const yours = newestFirst([
		...books.map((book) => bookEntry(book, (id) => placeOf.get(id) ?? null)),
		...texts
	]);
	const rest = stored
		.filter(({ id }) => !copies.has(id))
		.map((entry) =>
			others.has(entry.id)
				? storedEntry(entry, undefined)
				: covered(storedEntry(entry, placeOf.get(entry.id)))
		);
	const isOpen = ({ state }: LibraryEntry) => state === 'reading';
	const left = [...yours, ...rest].filter((entry) => !isOpen(entry));
	return {
		reading: [...yours, ...rest].filter(isOpen).toSorted(lastReadFirst),
		here: left.filter(({ shelf }) => shelf === 'here'),
		yours: left.filter(({ shelf }) => shelf === 'yours'),
		waiting: left.filter(({ shelf }) => shelf === 'waiting')
	};
}

const lastReadFirst = (a: LibraryEntry, b: LibraryEntry) =>
	(b.place?.changedAt ?? '').localeCompare(a.place?.changedAt ?? '');

type Read = Pick<LibraryEntry, 'place' | 'state'>;

const read = (place: ReadingPosition | null = null): Read => ({ place, state: readState(place) });

const newestFirst = <T extends { readonly addedAt: string | null }>(own: readonly T[]) =>
	own.toSorted((a, b) => (b.addedAt ?? '').localeCompare(a.addedAt ?? ''));

function bookEntry(
	book: OwnBook,
	placeOf: (article: string) => ReadingPosition | null
): LibraryEntry {
	const progress = bookProgress(book, placeOf);
	return {
		id: book.id,
		shelf: 'yours',
		original: book.metadata,
		words: book.chapters.reduce((sum, { words }) => sum + words, 0),
		...untranslated(0),
		place: progress.last,
		state: progress.state,
		book: {
			chapters: book.chapters.filter(({ article }) => article !== null).length,
			cover: book.pictures.find(({ name }) => name === book.cover) ?? null,
			progress,
			translations: book.translations ?? []
		},
		addedAt: book.addedAt
	};
}

function storedEntry(listed: Listing, place: ReadingPosition | undefined): LibraryEntry {
	const { id, metadata, written, bundled, words } = listed;
	const shelf = bundled ? 'here' : 'waiting';
	return {
		id,
		shelf,
		original: metadata,
		...(written && { written }),
		words,
		...translation(listed),
		...read(place),
		addedAt: null
	};
}

/**
 * Returns the entry of the reader's own article. Metadata that the reader has corrected take
 * precedence over the stored ones.
 */
function ownEntry(
	own: OwnArticle,
	listed: Listing | undefined,
	place: ReadingPosition | undefined
): LibraryEntry {
	return {
		id: own.id,
		shelf: 'yours',
		original: own.metadata,
		words: own.words,
		...(listed ? translation(listed) : untranslated(own.paragraphs)),
		...read(place),
		addedAt: own.addedAt
	};
}

type Translation = Pick<LibraryEntry, 'translated' | 'coverage'>;

/** Returns the article's first translation: the library shows one. */
function translation({ translated: [first], paragraphs }: Listing): Translation {
	return first ? { translated: first, coverage: first.coverage } : untranslated(paragraphs);
}

const untranslated = (total: number): Translation => ({
	translated: null,
	coverage: { human: 0, corrected: 0, reviewed: 0, ai: 0, machine: 0, stale: 0, none: total, total }
});

/**
 * Returns the entries whose titles, authors or publication contain every word of `query`, ignoring
 * case.
 */
export function matching(entries: readonly LibraryEntry[], query: string): readonly LibraryEntry[] {
	const wanted = fold(query).split(/\s+/).filter(Boolean);
	return entries.filter(({ original, translated, brought }) => {
		const { title, authors = [], publication } = original;
		const titles = [title, translated?.title, brought?.title, brought?.translator];
		const about = fold([...titles, ...authors, publication].join(' '));
		return wanted.every((word) => about.includes(word));
	});
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
