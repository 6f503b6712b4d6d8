import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Article, Lang } from '$lib/core/text/article';
import type { Fingerprint } from '$lib/core/text/fingerprint';
import type { By } from '$lib/core/machine/cache';
import type { KeptArticle, LeftOut } from '$lib/core/library/store';

export const databaseName = 'jamsides';

/** Raised with every change of the tables; an older version of the page then steps aside. */
export const databaseVersion = 2;

/**
 * Rows are `unknown` on the way out: `rows.ts` checks them. What is written is a record of
 * `core/library/store.ts`, with the fields that it is found by.
 */
export interface TextsRow {
	readonly id: string;
	readonly article: Article;
	readonly leftOut: readonly LeftOut[];
}

/** What was removed, whole: the undo of it, while it lasts. */
export interface TrashRow extends KeptArticle {
	readonly id: string;
	readonly removedAt: string;
}

/** The key of own words and reviews: article, first fingerprint of the source, language. */
export type WorkKey = readonly [article: string, first: string, lang: Lang];

/** The key of what a machine answered: the sentence, and all else that could change the answer. */
export type AnswerKey = readonly [sentence: Fingerprint, by: By];

/** An article in which this device has been asked to translate. */
export interface AskedRow {
	readonly article: string;
}

/** A row that could not be read, as it was, out of the way of what is written now. */
export interface DamagedRow {
	readonly table: string;
	readonly row: unknown;
	readonly fault: string;
}

/**
 * The reader’s database. An article’s metadata lies apart from its texts, so that the list of the
 * library is cheap. `live` is the article’s id on own words and reviews that are not deleted: what
 * has no such field is not in its index.
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

	constructor(options: DexieOptions = {}) {
		super(databaseName, {
			// A newer database must not be opened unawares: `connection.ts` opens it, after a look.
			autoOpen: false,
			// What a page shows is what is stored, never what is about to be.
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
		// 2: machine translation on the reader’s device. Nothing of version 1 changes.
		this.version(databaseVersion).stores({
			models: 'id',
			answers: '[sentence+by], by, readAt',
			asked: 'article'
		});
	}
}
