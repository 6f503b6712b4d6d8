/**
 * A book’s translation on its way in: its chapters, which of the original’s they translate, and what
 * is done of it. It is a draft: kept until every pair is saved as a translation of its chapter, so
 * that a closed tab loses nothing, and in no backup. Its text is kept apart, since it never changes.
 */
import type { TranslationCredit } from '../links/draft';
import type { Block, Lang } from '../text/article';
import type { MachineClaim } from '../translation/exchange/machine';
import type { OwnTranslation } from './ownTranslation';
import type { StoreFailure, StoreResult } from './storeFailure';

export interface BookPairing {
	readonly id: string;
	/** The id of the book that this is a translation of. */
	readonly book: string;
	/** The name of the file. */
	readonly name: string;
	/** The translation’s language, the file’s until the reader changes it. */
	readonly lang: Lang;
	readonly credit: TranslationCredit;
	/** The authors that the file names. */
	readonly authors?: readonly string[];
	/** The translator that the file names: a suggestion, never taken by itself. */
	readonly translator: string | null;
	/** What the file says of machine translation, and the reader’s answer where that is unclear. */
	readonly machine: PairingMachine | null;
	/** The articles of the book’s chapters with text: `pairs` counts them. */
	readonly articles: readonly string[];
	/** The translation’s chapters with text. */
	readonly chapters: readonly PairingChapter[];
	readonly pairs: readonly ChapterPair[];
	/** Whether the pairs are being changed, or aligned one after the other. */
	readonly step: 'pairing' | 'aligning';
	/** Set while the reader has paused the alignment: no tab resumes it by itself. */
	readonly paused?: true;
	/** The credit of the chapters that are saved; none before the pairs are handed over. */
	readonly applied?: PairingCredit;
	readonly changedAt: string;
}

/** Whose a translation is: the same for all its chapters. */
export type PairingCredit = Pick<BookPairing, 'lang' | 'credit' | 'machine'>;

interface PairingMachine extends MachineClaim {
	readonly answer: 'human' | 'machine' | null;
}

export interface PairingChapter {
	readonly title: string;
	readonly level: number;
	readonly words: number;
}

/** Chapters that answer each other, by their numbers in `articles` and `chapters`. */
export interface ChapterPair {
	readonly source: readonly number[];
	readonly target: readonly number[];
	readonly outcome: PairOutcome;
}

/**
 * - `anyway`: waits, and is aligned whatever the two look like;
 * - `translated`: the chapter has a translation already, so the pair is left out until the reader
 *   includes it;
 * - `missing`: the chapter is no longer in the library;
 * - `nothing`: the chapter shared a translation, of which no sentence answers it: it stands alone.
 *
 * The other failures are those of the aligner.
 */
export const pairOutcomes = [
	'waiting',
	'anyway',
	'saved',
	'translated',
	'empty',
	'unrelated',
	'missing',
	'broken',
	'nothing'
] as const;
export type PairOutcome = (typeof pairOutcomes)[number];

/** The blocks of each chapter of the translation. */
export interface PairingText {
	readonly id: string;
	readonly chapters: readonly (readonly Block[])[];
}

/** What is saved of a pair that has been aligned. */
interface SavedPair {
	readonly translations: readonly OwnTranslation[];
	readonly changedAt: string;
}

export interface PairingStore {
	/** Watches the pairings, without their text: calls back at once and after every change. */
	watchPairings(
		next: (pairings: readonly BookPairing[]) => void,
		failed: (failure: StoreFailure) => void
	): () => void;
	/** Returns the pairing of a book; null for none. Of several the one changed last. */
	pairingOf(book: string): StoreResult<BookPairing | null>;
	pairingText(id: string): StoreResult<PairingText | null>;
	/**
	 * `text`: null where the store has the record already; fails with `conflict` where it has not. A
	 * record with its text replaces the others of its book.
	 */
	putPairing(pairing: BookPairing, text: PairingText | null): StoreResult<void>;
	/**
	 * Writes the outcome of a pair together with the translations that are saved of it: all or nothing.
	 * Removes the record where nothing is left to do. Returns it; null, with nothing written, where
	 * the record is gone, is no longer aligned, or has that pair no more or saved already.
	 */
	savePair(id: string, pair: ChapterPair, saved: SavedPair): StoreResult<BookPairing | null>;
	removePairing(id: string): StoreResult<void>;
}

/** Returns whether a pair is yet to be aligned. */
export const isWaiting = ({ source, target, outcome }: ChapterPair): boolean =>
	source.length > 0 && target.length > 0 && (outcome === 'waiting' || outcome === 'anyway');

/** Returns whether a pair could not be aligned. */
export const hasFailed = ({ outcome }: ChapterPair): boolean =>
	outcome !== 'waiting' && outcome !== 'anyway' && outcome !== 'saved' && outcome !== 'translated';

/** Returns a pair as the reader hands it over: a chapter that they leave alone has not failed. */
export const accepted = (pair: ChapterPair): ChapterPair =>
	pair.outcome === 'nothing' ? { ...pair, outcome: 'waiting' } : pair;

/** Returns whether every pair is saved: nothing waits, and nothing has failed. */
export const isDone = ({ pairs }: BookPairing): boolean =>
	!pairs.some((pair) => isWaiting(pair) || hasFailed(pair));

/** Returns the pairing of a book; of several the one changed last; null for none. */
export const latestOf = (pairings: readonly BookPairing[], book: string): BookPairing | null =>
	pairings
		.filter((pairing) => pairing.book === book)
		.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))[0] ?? null;

/** Returns a name of a pair: no other of the same pairing has it. */
export const pairKey = ({ source, target }: Pick<ChapterPair, 'source' | 'target'>): string =>
	`${source.join()}|${target.join()}`;

/**
 * Returns a pairing with the outcome of `pair`; null where it is not being aligned, or where it has
 * no such pair that is not saved yet. Chapters that share a translation and are saved none of it
 * leave the pair.
 */
export function withOutcome(
	pairing: BookPairing,
	pair: ChapterPair,
	{ translations, changedAt }: SavedPair
): BookPairing | null {
	const key = pairKey(pair);
	const at = pairing.pairs.findIndex((one) => pairKey(one) === key && one.outcome !== 'saved');
	if (pairing.step !== 'aligning' || at < 0) return null;
	const articles = new Set(translations.map(({ article }) => article));
	const isSaved = (source: number) => articles.has(pairing.articles[source] ?? '');
	return { ...pairing, pairs: pairing.pairs.toSpliced(at, 1, ...cut(pair, isSaved)), changedAt };
}

/** Returns a saved pair without the chapters that nothing is saved of, which follow alone. */
function cut(pair: ChapterPair, isSaved: (source: number) => boolean): readonly ChapterPair[] {
	const saved = pair.source.filter(isSaved);
	if (pair.outcome !== 'saved' || saved.length === 0) return [pair];
	const alone = pair.source
		.filter((at) => !isSaved(at))
		.map((at): ChapterPair => ({ source: [at], target: [], outcome: 'nothing' }));
	return [{ ...pair, source: saved }, ...alone].toSorted(
		({ source: [a = 0] }, { source: [b = 0] }) => a - b
	);
}

/** Returns whether a pair is to be aligned, or has been: both sides were there, and it is not left out. */
export const isIncluded = ({ source, target, outcome }: ChapterPair): boolean =>
	source.length > 0 && (target.length > 0 || outcome === 'nothing') && outcome !== 'translated';
