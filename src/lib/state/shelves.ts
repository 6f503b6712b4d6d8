/**
 * The library's three shelves. Law (`shelves.test.ts`): every article stands on exactly one of
 * them, whatever is stored and whatever the reader has added.
 */
import type { OwnArticle, Place } from '$lib/core/library/store';
import type { Lang, Metadata } from '$lib/core/text/article';
import type { Coverage } from '$lib/core/translation/coverage';
import type { Listing } from './listing';

/** One line of the library. */
export interface Entry {
	readonly id: string;
	readonly shelf: Shelf;
	readonly original: Metadata;
	readonly translated: { readonly lang: Lang; readonly title: string } | null;
	readonly words: number;
	readonly coverage: Coverage;
	readonly place: Place | null;
}

export const shelfNames = ['here', 'yours', 'waiting'] as const;
export type Shelf = (typeof shelfNames)[number];
export type Shelves = Readonly<Record<Shelf, readonly Entry[]>>;

/** By id, of what the reader has something of: it counts before the stored coverage. */
export type Coverages = Readonly<Record<string, Coverage | null>>;

export function shelve(
	stored: readonly Listing[],
	own: readonly OwnArticle[],
	places: readonly Place[],
	coverages: Coverages = {}
): Shelves {
	const storedById = new Map(stored.map((entry) => [entry.id, entry]));
	const ownIds = new Set(own.map(({ id }) => id));
	const placeOf = new Map(places.map((place) => [place.article, place]));
	const covered = (entry: Entry): Entry => ({
		...entry,
		coverage: coverages[entry.id] ?? entry.coverage
	});
	const yours = newestFirst(own).map((article) =>
		covered(ownEntry(article, storedById.get(article.id), placeOf.get(article.id)))
	);
	const rest = stored
		.filter(({ id }) => !ownIds.has(id))
		.map((entry) => covered(storedEntry(entry, placeOf.get(entry.id))));
	return {
		here: rest.filter(({ shelf }) => shelf === 'here'),
		yours,
		waiting: rest.filter(({ shelf }) => shelf === 'waiting')
	};
}

const newestFirst = (own: readonly OwnArticle[]) =>
	own.toSorted((a, b) => b.addedAt.localeCompare(a.addedAt));

function storedEntry(listed: Listing, place: Place | undefined): Entry {
	const { id, metadata, bundled, words } = listed;
	const shelf = bundled ? 'here' : 'waiting';
	return { id, shelf, original: metadata, words, ...translation(listed), place: place ?? null };
}

/** An article's own metadata are the reader's to correct: they win over the stored ones. */
function ownEntry(own: OwnArticle, listed: Listing | undefined, place: Place | undefined): Entry {
	return {
		id: own.id,
		shelf: 'yours',
		original: own.metadata,
		words: own.words,
		...(listed ? translation(listed) : untranslated(own.paragraphs)),
		place: place ?? null
	};
}

type Translation = Pick<Entry, 'translated' | 'coverage'>;

/** The first of an article's translations: the library shows one. */
function translation({ translated: [first], paragraphs }: Listing): Translation {
	return first ? { translated: first, coverage: first.coverage } : untranslated(paragraphs);
}

const untranslated = (total: number): Translation => ({
	translated: null,
	coverage: { human: 0, reviewed: 0, ai: 0, machine: 0, stale: 0, none: total, total }
});

/** The entries whose titles, authors or publication hold every word of `query`, whatever the case. */
export function matching(entries: readonly Entry[], query: string): readonly Entry[] {
	const wanted = fold(query).split(/\s+/).filter(Boolean);
	return entries.filter(({ original, translated }) => {
		const { title, authors = [], publication } = original;
		const about = fold([title, translated?.title, ...authors, publication].join(' '));
		return wanted.every((word) => about.includes(word));
	});
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
