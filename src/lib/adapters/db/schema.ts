import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Article, Lang } from '$lib/core/text/article';
import type { Fingerprint } from '$lib/core/text/fingerprint';
import type { EngineKey } from '$lib/core/machine/cache';
import type { LeftOut } from '$lib/core/import/leftOut';
import type { OwnBook } from '$lib/core/library/ownBook';
import type { KeptArticle } from '$lib/core/library/ownArticle';

export const databaseName = 'jamsides';

/**
 * Version of the tables. Raise it with every change to them; older pages then give up the database.
 */
export const databaseVersion = 9;

/**
 * Rows are read as `unknown`; `rows.ts` checks them. A written row is a record of
 * `core/library/store.ts` plus the fields of its indexes.
 */
export interface TextsRow {
	readonly id: string;
	readonly article: Article;
	readonly leftOut: readonly LeftOut[];
}

/** A removed article, whole: it can be restored until the trash is emptied. */
export interface TrashRow extends KeptArticle {
	readonly id: string;
	readonly removedAt: string;
}

/** A removed book: its chapters are rows of their own, its pictures stay where they are. */
export interface ThrownBook {
	readonly id: string;
	readonly removedAt: string;
	readonly book: OwnBook;
}

/** The key of own words and reviews: article, first fingerprint of the source, language. */
export type WorkKey = readonly [article: string, first: string, lang: Lang];

/** The key of a machine’s answer: the sentence and everything else that could change the answer. */
export type AnswerKey = readonly [sentence: Fingerprint, by: EngineKey];

/** The key of a shard of the index of own texts. */
export type ShardKey = readonly [segment: string, shard: number];

/** The key of a part of a draft of an alignment. */
export type PartKey = readonly [draft: string, part: string];

/** An article for which this device was asked to translate. */
export interface AskedRow {
	readonly article: string;
}

/** An unreadable row, copied unchanged before a write replaces it. */
export interface DamagedRow {
	readonly table: string;
	readonly row: unknown;
	readonly fault: string;
}

/**
 * The reader’s database. An article’s metadata is stored apart from its texts, so that listing the
 * library is cheap. `live` is the article’s id on own words, reviews and highlights that are not
 * deleted; rows without the field are not in its index.
 */
export class Database extends Dexie {
	declare readonly articles: Table<unknown, string>;
	declare readonly texts: Table<unknown, string>;
	declare readonly words: Table<unknown, WorkKey>;
	declare readonly reviews: Table<unknown, WorkKey>;
	declare readonly places: Table<unknown, string>;
	declare readonly drafts: Table<unknown, string>;
	declare readonly removed: Table<unknown, string>;
	declare readonly trash: Table<unknown, string>;
	declare readonly damaged: Table<DamagedRow, number>;
	declare readonly models: Table<unknown, string>;
	declare readonly answers: Table<unknown, AnswerKey>;
	declare readonly asked: Table<AskedRow, string>;
	declare readonly ahead: Table<unknown, string>;
	declare readonly translations: Table<unknown, string>;
	declare readonly alignments: Table<unknown, string>;
	declare readonly alignmentParts: Table<unknown, PartKey>;
	declare readonly highlights: Table<unknown, string>;
	declare readonly books: Table<unknown, string>;
	declare readonly pictures: Table<unknown, string>;
	declare readonly bookDrafts: Table<unknown, string>;
	declare readonly pairings: Table<unknown, string>;
	declare readonly pairingTexts: Table<unknown, string>;
	declare readonly dictionaries: Table<unknown, string>;
	declare readonly dictionaryFiles: Table<unknown, string>;
	declare readonly savedWords: Table<unknown, string>;
	declare readonly lemmaCounts: Table<unknown, string>;
	declare readonly indexedTexts: Table<unknown, string>;
	declare readonly indexSegments: Table<unknown, string>;
	declare readonly indexShards: Table<unknown, ShardKey>;

	constructor(options: DexieOptions = {}) {
		super(databaseName, {
			// A newer database must not be opened by accident: `connection.ts` checks the version first.
			autoOpen: false,
			// Pages show what is stored, not what is about to be stored.
			cache: 'disabled',
			// A saved paragraph survives a power cut, not only a crash of the browser.
			chromeTransactionDurability: 'strict',
			...options
		});
		this.version(1).stores({
			articles: 'id',
			texts: 'id',
			words: '[article+first+lang], article, live',
			reviews: '[article+first+lang], article, live',
			places: 'article',
			drafts: 'id',
			removed: 'id',
			trash: 'id, removedAt',
			damaged: '++'
		});
		// 2: machine translation on the reader’s device, people’s translations and unfinished
		// alignments. Nothing of version 1 changes.
		this.version(2).stores({
			models: 'id',
			answers: '[sentence+by], by, readAt',
			asked: 'article',
			translations: 'id, article, live',
			alignments: 'id, article'
		});
		// 3: the reader’s highlights. Nothing of version 2 changes.
		this.version(3).stores({ highlights: 'id, article, live' });
		// 4: unfinished alignments in parts. Those of version 2 stay whole until they change.
		this.version(4).stores({ alignmentParts: '[draft+part], draft' });
		// 5: books, their pictures, and books that are not saved yet. Nothing of version 4 changes.
		this.version(5).stores({ books: 'id', pictures: 'name', bookDrafts: 'id' });
		// 6: books’ translations on their way in. Nothing of version 5 changes.
		this.version(6).stores({ pairings: 'id, book', pairingTexts: 'id' });
		// 7: the reader’s dictionaries, their files apart. Nothing of version 6 changes.
		this.version(7).stores({ dictionaries: 'id', dictionaryFiles: 'id' });
		// 8: the reader’s saved words; `live` is their language. Nothing of earlier versions changes.
		this.version(8).stores({ savedWords: 'id, live' });
		// 9: the books that are translated ahead; the counted lemmas of texts; the index of the reader’s own texts, and the keys by which it
		// sees what has changed. No record of version 8 changes.
		this.version(databaseVersion).stores({
			words: '[article+first+lang], article, live, [article+changedAt]',
			reviews: '[article+first+lang], article, live, [article+changedAt]',
			translations: 'id, article, live, [article+changedAt]',
			ahead: 'book',
			lemmaCounts: 'key',
			indexedTexts: 'key',
			indexSegments: 'id',
			indexShards: '[segment+shard], segment'
		});
	}
}
