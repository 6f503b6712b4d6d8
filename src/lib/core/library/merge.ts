/**
 * Two libraries into one: of each record the one changed last, and nothing else decides. What was
 * deleted stays deleted until it is changed again later.
 *
 * Laws (`merge.test.ts`), for the library that comes of it: `merge(a, b) = merge(b, a)`;
 * `merge(a, a) = a`; `merge(merge(a, b), c) = merge(a, merge(b, c))`; no record of either is newer
 * than the one kept.
 */
import type {
	Dump,
	KeptArticle,
	MergeReport,
	OwnReview,
	OwnTranslation,
	OwnWords,
	Removed,
	Tally
} from './store';

export interface Merged {
	readonly library: Dump;
	/** The records of `there` that are to replace or join what is here. */
	readonly news: Dump;
	readonly report: MergeReport;
}

export function merge(here: Dump, there: Dump): Merged {
	const articles = mergeRecords(articlesOf(here), articlesOf(there), articleKind);
	const words = mergeRecords(here.words, there.words, workKind);
	const reviews = mergeRecords(here.reviews, there.reviews, workKind);
	const translations = mergeRecords(here.translations, there.translations, translationKind);
	const places = mergeRecords(here.places, there.places, placeKind);
	const dump = (part: 'all' | 'news'): Dump => ({
		articles: articles[part].filter(isKept),
		removed: articles[part].filter(isRemoved),
		words: words[part],
		reviews: reviews[part],
		translations: translations[part],
		places: places[part]
	});
	return {
		library: dump('all'),
		news: dump('news'),
		report: {
			articles: articles.tally,
			words: words.tally,
			reviews: reviews.tally,
			translations: translations.tally,
			places: places.tally
		}
	};
}

/** An article of the reader’s or the trace of one: one record, kept under one id. */
type ArticleRecord = KeptArticle | Removed;

const isKept = (record: ArticleRecord): record is KeptArticle => 'about' in record;
const isRemoved = (record: ArticleRecord): record is Removed => !isKept(record);
const articlesOf = (dump: Dump): readonly ArticleRecord[] => [...dump.articles, ...dump.removed];

/** What a merge must know of a kind of records. */
interface Kind<T> {
	readonly key: (record: T) => string;
	readonly changedAt: (record: T) => string;
	readonly deleted: (record: T) => boolean;
}

const articleKind: Kind<ArticleRecord> = {
	key: (record) => (isKept(record) ? record.about.id : record.id),
	changedAt: (record) => (isKept(record) ? record.about.changedAt : record.changedAt),
	deleted: isRemoved
};

const workKind: Kind<OwnWords | OwnReview> = {
	key: ({ article, source, lang }) => JSON.stringify([article, source[0], lang]),
	changedAt: ({ changedAt }) => changedAt,
	deleted: ({ deleted }) => deleted === true
};

const translationKind: Kind<OwnTranslation> = {
	key: ({ id }) => id,
	changedAt: ({ changedAt }) => changedAt,
	deleted: ({ deleted }) => deleted === true
};

const placeKind: Kind<Dump['places'][number]> = {
	key: ({ article }) => article,
	changedAt: ({ changedAt }) => changedAt,
	deleted: () => false
};

interface MergedRecords<T> {
	readonly all: readonly T[];
	readonly news: readonly T[];
	readonly tally: Tally;
}

function mergeRecords<T>(
	here: readonly T[],
	there: readonly T[],
	kind: Kind<NoInfer<T>>
): MergedRecords<T> {
	const all = byKey(here, kind);
	const news: T[] = [];
	const tally = { added: 0, updated: 0, removed: 0, kept: 0 };
	for (const [key, theirs] of byKey(there, kind)) {
		const ours = all.get(key);
		const wins = ours === undefined || isNewer(theirs, ours, kind);
		if (wins) {
			all.set(key, theirs);
			news.push(theirs);
		}
		const fate = fateOf(ours, theirs, wins, kind);
		if (fate) tally[fate] += 1;
	}
	const order = [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
	return { all: order.map(([, record]) => record), news, tally };
}

function byKey<T>(records: readonly T[], kind: Kind<T>): Map<string, T> {
	const map = new Map<string, T>();
	for (const record of records) {
		const known = map.get(kind.key(record));
		if (known === undefined || isNewer(record, known, kind)) map.set(kind.key(record), record);
	}
	return map;
}

/** A total order, so that the same record wins everywhere, also of two changed in the same millisecond. */
function isNewer<T>(a: T, b: T, { changedAt, deleted }: Kind<T>): boolean {
	if (changedAt(a) !== changedAt(b)) return changedAt(a) > changedAt(b);
	if (deleted(a) !== deleted(b)) return deleted(a);
	return canonical(a) > canonical(b);
}

/** What the reader sees become of a record; null where they see nothing. */
function fateOf<T>(
	ours: T | undefined,
	theirs: T,
	wins: boolean,
	{ deleted }: Kind<T>
): keyof Tally | null {
	const was = ours !== undefined && !deleted(ours);
	const is = !deleted(theirs);
	if (!was && !is) return null;
	if (!wins) return 'kept';
	if (was && is) return 'updated';
	return is ? 'added' : 'removed';
}

/** JSON with its keys in order: equal for equal values. */
const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
