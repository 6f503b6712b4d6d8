/**
 * The index of the reader’s own texts as it is kept: segments, and a record of each text that is in
 * them. It can be made again at any time, so it is in no backup. `adapters/db` implements it.
 */
import type { StoreResult } from '../library/storeFailure';
import type { SegmentFiles } from './find';
import type { Column, Segment, SegmentHead, TextKey } from './segment';

/** Says which state of a text is indexed. */
export interface IndexedText {
	readonly key: TextKey;
	/** What the library said of the text (`TextRevision`) when it was looked at last. */
	readonly seen: string;
	/** The stamp of its columns: those with another one are not there any more. */
	readonly stamp: string;
	/** That of the index. */
	readonly version: string;
}

export interface KeptSegment {
	readonly id: string;
	readonly head: SegmentHead;
}

export interface OwnIndex {
	readonly texts: readonly IndexedText[];
	readonly segments: readonly KeptSegment[];
	/** The ids of the texts that the library has now, also those that are not indexed yet. */
	readonly ids: ReadonlySet<string>;
}

/** What the library says of a text without reading it. */
export interface TextRevision {
	readonly id: string;
	/** Whether it is an own text; else the site’s, with something of the reader’s. */
	readonly isOwn: boolean;
	/** Changes with every change of the text or the work on it. */
	readonly seen: string;
}

export interface IndexChange {
	readonly texts: readonly IndexedText[];
	readonly gone: readonly TextKey[];
	readonly added: readonly { readonly id: string; readonly segment: Segment }[];
	/** Ids of segments. */
	readonly removed: readonly string[];
}

export interface OwnIndexStore {
	ownIndex(): StoreResult<OwnIndex>;
	/** Returns a shard; null where it is not there. */
	indexShard(segment: string, nth: number): StoreResult<Uint8Array | null>;
	/** Returns the revision of every text that the reader has, or has worked on. */
	textRevisions(): StoreResult<readonly TextRevision[]>;
	/** Writes all of it or nothing. */
	changeIndex(change: IndexChange): StoreResult<void>;
}

/** Whether a column is of the state that its text is indexed in. */
export function liveColumns(
	{ texts, ids }: OwnIndex,
	version: string
): (column: Column) => boolean {
	const stamps = new Map(
		texts.flatMap(({ key, stamp, version: of }) =>
			of === version && ids.has(key.slice(key.indexOf(':') + 1)) ? [[key, stamp] as const] : []
		)
	);
	return ({ text, stamp }) => stamps.get(text) === stamp;
}

/** Returns the segments of this version with their shards in the store. */
export function ownSegments(
	index: OwnIndex,
	version: string,
	store: OwnIndexStore
): readonly SegmentFiles[] {
	const isLive = liveColumns(index, version);
	return index.segments
		.filter(({ head }) => head.version === version)
		.map(({ id, head }) => ({
			head,
			name: id,
			shard: async (nth) => {
				const bytes = await store.indexShard(id, nth);
				const part = `${id} ${nth}`;
				if (bytes.ok && bytes.value) return { ok: true, value: bytes.value };
				return { ok: false, failure: { kind: bytes.ok ? 'damaged' : 'missing', part } };
			},
			isLive
		}));
}
