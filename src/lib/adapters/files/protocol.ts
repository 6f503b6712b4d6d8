/** The page’s requests to the worker that reads and writes files, and its replies. */
import type { BilingualBook, WriteOptions } from '../../core/book/write/bilingualBook';
import type { BookFormat } from '../../core/book/write/bookFormats';
import type { Beads } from '../../core/align/bead';
import type { Chapter } from '../../core/book/book';
import type { ChapterSketch } from '../../core/book/chapterCosts';
import type { BackupFailure } from '../../core/library/backup';
import type { BookPicture } from '../../core/library/ownBook';
import type { StoreFailure } from '../../core/library/storeFailure';
import type { Counts, MergeReport } from '../../core/library/mergeReport';
import type { SeenArticle } from '../../core/translation/corrected';
import type { TitledSide } from '../../core/translation/exchange/arrival';
import type { FileArrival } from '../../core/translation/exchange/arrivalFile';
import type { Format } from '../../core/translation/exchange/exchange';
import type { AnkiFormat } from '../../core/words/anki/ankiFile';
import type { AnkiWords } from '../../core/words/anki/anki';
import type { SavedWord } from '../../core/words/savedWord';
import type { CallFailure } from '../worker/calls';
import { anObject, failure, replyParser, share, type FromWorker } from '../worker/protocol';

/** A book to write to a file. Its pictures are named alone: the worker reads them. */
export interface WrittenBook {
	readonly format: BookFormat;
	readonly options: WriteOptions;
	readonly book: BilingualBook;
	readonly pictures: readonly Pick<BookPicture, 'name' | 'alt'>[];
}

/** Saved words to write to a file for Anki, in the order in which they are to be learnt. */
interface WrittenWords {
	readonly format: AnkiFormat;
	readonly words: readonly SavedWord[];
	readonly said: AnkiWords;
}

type Settings = Readonly<Record<string, string>>;

type Sketched = readonly Pick<Chapter, 'title' | 'blocks'>[];

/** Which chapters answer each other, and what tells it. */
export interface PairedChapters {
	readonly source: readonly ChapterSketch[];
	readonly target: readonly ChapterSketch[];
	readonly pairs: Beads;
}

export type FileRequest =
	| { readonly kind: 'backup'; readonly made: string; readonly settings: Settings }
	| { readonly kind: 'restore'; readonly file: Blob }
	| { readonly kind: 'exchange'; readonly format: Format; readonly seen: SeenArticle }
	| ({ readonly kind: 'book' } & WrittenBook)
	| ({ readonly kind: 'anki' } & WrittenWords)
	/** Reads a file of a translator’s tool as a translation of a text. */
	| { readonly kind: 'arrival'; readonly file: Blob; readonly source: TitledSide }
	/** Pairs articles of the library, the chapters of a book, with those of a translation. */
	| { readonly kind: 'pair'; readonly articles: readonly string[]; readonly chapters: Sketched }
	| { readonly kind: 'sizes'; readonly ids: readonly string[] }
	| { readonly kind: 'damaged' };

export type FileValue =
	| { readonly kind: 'backup'; readonly file: Blob; readonly counts: Counts }
	| {
			readonly kind: 'restore';
			readonly made: string;
			readonly settings: Settings;
			readonly report: MergeReport;
			/** The ids of the articles that the backup has removed: they can be put back. */
			readonly removed: readonly string[];
	  }
	| { readonly kind: 'exchange'; readonly file: Blob }
	| { readonly kind: 'book'; readonly file: Blob }
	| { readonly kind: 'anki'; readonly file: Blob }
	| { readonly kind: 'arrival'; readonly outcome: FileArrival }
	| ({ readonly kind: 'pair' } & PairedChapters)
	/** Bytes of each text that can be read, with its translations, by the article’s id. */
	| { readonly kind: 'sizes'; readonly bytes: ReadonlyMap<string, number> }
	/** Number of records that cannot be read. */
	| { readonly kind: 'damaged'; readonly count: number };

type UnreadableFile = { readonly kind: 'unreadable'; readonly message: string };

export type FileFailure =
	| { readonly kind: 'refused'; readonly failure: BackupFailure | UnreadableFile }
	| { readonly kind: 'store'; readonly failure: StoreFailure }
	| CallFailure;

export type FileReply = FromWorker<FileValue, FileFailure>;

export const parseReply = replyParser<FileValue, FileFailure, number>(
	anObject<FileValue>(),
	failure<FileFailure>(),
	share
);
