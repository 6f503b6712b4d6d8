/**
 * Merges two libraries into one. Of each record the one changed last is kept; nothing else
 * decides. A deleted record stays deleted until it is changed again later. Of a reading position
 * the furthest paragraph and the mark as read are kept apart from the last (see `position.ts`).
 *
 * Laws (`mergeBackup.test.ts`), for the merged library: `merge(a, b) = merge(b, a)`; `merge(a,
 * a) = a`; `merge(merge(a, b), c) = merge(a, merge(b, c))`; no record of either library is newer
 * than the one kept. Pictures have no date: those stay that a kept book shows.
 */
import { joinPositions } from './position';
import type { OwnHighlight } from '../highlight/ownHighlight';
import type { SavedWord } from '../words/savedWord';
import type { Dump, OwnReview, OwnTranslation, OwnWords, Removed } from './store';
import type { KeptArticle } from './ownArticle';
import type { MergeReport, Tally } from './mergeReport';
import { picturesOf, type KeptPicture, type OwnBook } from './ownBook';

export interface Merged {
	readonly library: Dump;
	/** The records of `there` that replace or join the ones here. */
	readonly news: Dump;
	readonly report: MergeReport;
}

export function merge(here: Dump, there: Dump): Merged {
	const articles = mergeRecords(articlesOf(here), articlesOf(there), articleKind);
	const words = mergeRecords(here.words, there.words, workKind);
	const reviews = mergeRecords(here.reviews, there.reviews, workKind);
	const translations = mergeRecords(here.translations, there.translations, identifiedKind);
	const places = mergeRecords(here.places, there.places, placeKind, joinPositions);
	const highlights = mergeRecords(here.highlights, there.highlights, identifiedKind);
	const savedWords = mergeRecords(here.savedWords, there.savedWords, identifiedKind);
	const books = mergeRecords(here.books, there.books, identifiedKind);
	const pictures = mergePictures(here.pictures, there.pictures, picturesOf(books.all));
	const dump = (part: 'all' | 'news'): Dump => ({
		articles: articles[part].filter(isKept),
		removed: articles[part].filter(isRemoved),
		words: words[part],
		reviews: reviews[part],
		translations: translations[part],
		places: places[part],
		highlights: highlights[part],
		savedWords: savedWords[part],
		books: books[part],
		pictures: pictures[part]
	});
	return {
		library: dump('all'),
		news: dump('news'),
		report: {
			articles: articles.tally,
			books: books.tally,
			words: words.tally,
			reviews: reviews.tally,
			translations: translations.tally,
			places: places.tally,
			highlights: highlights.tally,
			savedWords: savedWords.tally
		}
	};
}

/** An added article, or the trace of a removed one: one record, with one id. */
type ArticleRecord = KeptArticle | Removed;

const isKept = (record: ArticleRecord): record is KeptArticle => 'about' in record;
const isRemoved = (record: ArticleRecord): record is Removed => !isKept(record);
const articlesOf = (dump: Dump): readonly ArticleRecord[] => [...dump.articles, ...dump.removed];

/** How to merge one kind of records. */
interface RecordKind<T> {
	readonly key: (record: T) => string;
	readonly changedAt: (record: T) => string;
	readonly deleted: (record: T) => boolean;
}

const articleKind: RecordKind<ArticleRecord> = {
	key: (record) => (isKept(record) ? record.about.id : record.id),
	changedAt: (record) => (isKept(record) ? record.about.changedAt : record.changedAt),
	deleted: isRemoved
};

const workKind: RecordKind<OwnWords | OwnReview> = {
	key: ({ article, source, lang }) => JSON.stringify([article, source[0], lang]),
	changedAt: ({ changedAt }) => changedAt,
	deleted: ({ deleted }) => deleted === true
};

const identifiedKind: RecordKind<OwnTranslation | OwnHighlight | SavedWord | OwnBook> = {
	key: ({ id }) => id,
	changedAt: ({ changedAt }) => changedAt,
	deleted: ({ deleted }) => deleted === true
};

const placeKind: RecordKind<Dump['places'][number]> = {
	key: ({ article }) => article,
	changedAt: ({ changedAt }) => changedAt,
	deleted: () => false
};

interface MergedRecords<T> {
	readonly all: readonly T[];
	readonly news: readonly T[];
	readonly tally: Tally;
}

/** @param join joins two records of one key; without it the newer of the two is kept */
function mergeRecords<T>(
	here: readonly T[],
	there: readonly T[],
	kind: RecordKind<NoInfer<T>>,
	join = (a: T, b: T): T => (isNewer(b, a, kind) ? b : a)
): MergedRecords<T> {
	const all = byKey(here, kind, join);
	const news: T[] = [];
	const tally = { added: 0, updated: 0, removed: 0, kept: 0 };
	for (const [key, theirs] of byKey(there, kind, join)) {
		const ours = all.get(key);
		const kept = ours === undefined ? theirs : join(ours, theirs);
		const isSame = kept === ours || (ours && canonical(kept) === canonical(ours));
		const wins = !isSame;
		if (wins) {
			all.set(key, kept);
			news.push(kept);
		}
		const fate = fateOf(ours, theirs, wins, kind);
		if (fate) tally[fate] += 1;
	}
	const order = [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
	return { all: order.map(([, record]) => record), news, tally };
}

function byKey<T>(
	records: readonly T[],
	kind: RecordKind<T>,
	join: (a: T, b: T) => T
): Map<string, T> {
	const map = new Map<string, T>();
	for (const record of records) {
		const known = map.get(kind.key(record));
		map.set(kind.key(record), known === undefined ? record : join(known, record));
	}
	return map;
}

/** Keeps the pictures that the merged books show. Pictures of one name are equal. */
function mergePictures(
	here: readonly KeptPicture[],
	there: readonly KeptPicture[],
	shown: ReadonlySet<string>
): Record<'all' | 'news', readonly KeptPicture[]> {
	const ours = new Map(here.map((picture) => [picture.name, picture]));
	const isShown = ({ name }: KeptPicture) => shown.has(name);
	const theirs = new Map(there.filter(isShown).map((picture) => [picture.name, picture]));
	const all = [...new Map([...theirs, ...ours]).values()].filter(isShown);
	return {
		all: all.sort((a, b) => (a.name < b.name ? -1 : 1)),
		news: [...theirs.values()].filter(({ name }) => !ours.has(name))
	};
}

/**
 * Compares two records in a total order, so that every device keeps the same one, also of two
 * changed in the same millisecond.
 */
function isNewer<T>(a: T, b: T, { changedAt, deleted }: RecordKind<T>): boolean {
	if (changedAt(a) !== changedAt(b)) return changedAt(a) > changedAt(b);
	if (deleted(a) !== deleted(b)) return deleted(a);
	return canonical(a) > canonical(b);
}

/** Returns the change of a record that the reader sees, or null if they see none. */
function fateOf<T>(
	ours: T | undefined,
	theirs: T,
	wins: boolean,
	{ deleted }: RecordKind<T>
): keyof Tally | null {
	const was = ours !== undefined && !deleted(ours);
	const is = !deleted(theirs);
	if (!was && !is) return null;
	if (!wins) return 'kept';
	if (was && is) return 'updated';
	return is ? 'added' : 'removed';
}

/** Writes JSON with sorted keys: equal values give equal strings. */
const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
