/** What merging a backup into a library has changed, and how many records there are. */

/** What a merge has changed; `removed` has the ids of the articles that it has removed. */
export interface Merging {
	readonly report: MergeReport;
	readonly removed: readonly string[];
}

/** Counts records by what became of them. A deletion of an unknown record is not counted. */
export interface Tally {
	readonly added: number;
	readonly updated: number;
	readonly removed: number;
	/** Records here that are as new or newer. */
	readonly kept: number;
}

/** The kinds of records that a backup has and a reader counts. */
type Counted =
	| 'articles'
	| 'books'
	| 'words'
	| 'reviews'
	| 'translations'
	| 'places'
	| 'highlights'
	| 'savedWords';

export type MergeReport = Readonly<Record<Counted, Tally>>;

/** Number of records of each kind, without the deleted ones. */
export type Counts = Readonly<Record<Counted, number>>;
