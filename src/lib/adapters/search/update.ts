/**
 * Brings the index of the reader’s own texts up to date, some texts at a time: what is written stays
 * when it is stopped, and the next time begins there. Texts that are gone are forgotten first.
 */
import type { StoreFailure, StoreResult } from '../../core/library/storeFailure';
import { fail, ok, type Result } from '../../core/result';
import { grouped } from '../../core/search/grouped';
import { merged, toMerge } from '../../core/search/merge';
import {
	liveColumns,
	type IndexChange,
	type IndexedText,
	type KeptSegment,
	type OwnIndexStore,
	type TextRevision
} from '../../core/search/ownIndex';
import { segmentOf, textKey, type Segment, type TextKey } from '../../core/search/segment';
import type { Terms } from '../../core/search/terms';
import { columnsOf, stampOf, type LibraryText } from '../../core/search/textRows';
import type { Lang } from '../../core/text/article';

export interface Updating {
	readonly store: OwnIndexStore;
	readonly read: (key: TextKey) => StoreResult<LibraryText | null>;
	readonly termsOf: (lang: Lang) => Promise<Terms>;
	/** That of the index of the site: see `SiteIndex`. */
	readonly version: string;
	/** Of the site’s texts: another one has other texts. */
	readonly site: string;
	readonly newId: () => string;
	readonly signal: { readonly aborted: boolean };
	readonly progress: (done: number) => void;
}

type Outcome<T> = Promise<Result<T, StoreFailure>>;

/** Texts that are indexed in one step: more would delay a query that comes meanwhile. */
const textsAtOnce = 8;

/** Returns whether anything has changed. */
export async function update(updating: Updating): Outcome<boolean> {
	const { store, version, site, signal, progress } = updating;
	const index = await store.ownIndex();
	const revisions = await store.textRevisions();
	if (!index.ok) return index;
	if (!revisions.ok) return revisions;
	const wanted = new Map(revisions.value.map((one) => [keyOf(one), seenOf(one, site)]));
	const gone = index.value.texts.map(({ key }) => key).filter((key) => !wanted.has(key));
	const here = new Map(index.value.texts.map((text) => [text.key, text]));
	const changed = [...wanted].filter(([key, seen]) => {
		const known = here.get(key);
		return known?.seen !== seen || known.version !== version;
	});
	if (gone.length > 0) {
		const forgotten = await store.changeIndex({ texts: [], gone, added: [], removed: [] });
		if (!forgotten.ok) return forgotten;
	}
	let written = gone.length;
	for (let at = 0; at < changed.length && !signal.aborted; at += textsAtOnce) {
		const done = await indexed(changed.slice(at, at + textsAtOnce), here, updating);
		if (!done.ok) return done;
		written += done.value;
		progress(Math.min(1, (at + textsAtOnce) / changed.length));
	}
	const tidied = await tidy(updating);
	return tidied.ok ? ok(written > 0) : tidied;
}

const keyOf = ({ id, isOwn }: TextRevision): TextKey => textKey(isOwn ? 'own' : 'read', id);

const seenOf = ({ isOwn, seen }: TextRevision, site: string): string =>
	isOwn ? seen : `${seen} ${site}`;

/**
 * Indexes some texts, in one segment a language. Returns how many: a text that does not come (the
 * site does not answer) is tried again the next time.
 */
async function indexed(
	changed: readonly (readonly [TextKey, string])[],
	here: ReadonlyMap<TextKey, IndexedText>,
	{ store, read, termsOf, version, newId }: Updating
): Outcome<number> {
	const texts: IndexedText[] = [];
	const fresh: LibraryText[] = [];
	for (const [key, seen] of changed) {
		const text = await read(key);
		// A damaged text is not found; it is tried again when it changes.
		if (!text.ok && text.failure.kind !== 'damaged') return text;
		const found = text.ok ? text.value : null;
		if (text.ok && !found) continue;
		const stamp = found ? stampOf(found) : '';
		texts.push({ key, seen, stamp, version });
		const known = here.get(key);
		if (found && (known?.stamp !== stamp || known.version !== version)) fresh.push(found);
	}
	const columns = grouped(fresh.flatMap(columnsOf), ({ lang }) => lang);
	const added = await Promise.all(
		[...columns].map(async ([lang, texts]) => ({
			id: newId(),
			segment: segmentOf(lang, version, texts, await termsOf(lang))
		}))
	);
	const done = await store.changeIndex({ texts, gone: [], added, removed: [] });
	return done.ok ? ok(texts.length) : done;
}

/** Merges segments until none should be; segments of which nothing is left are deleted. */
async function tidy({ store, version, newId, signal }: Updating): Outcome<void> {
	while (!signal.aborted) {
		const index = await store.ownIndex();
		if (!index.ok) return index;
		const isLive = liveColumns(index.value, version);
		const counted = index.value.segments.map((kept) => ({
			kept,
			columns: kept.head.columns.length,
			live: kept.head.version === version ? kept.head.columns.filter(isLive).length : 0
		}));
		const empty = counted.filter(({ live }) => live === 0).map(({ kept }) => kept.id);
		const used = counted.filter(({ live }) => live > 0);
		const group = [...grouped(used, ({ kept }) => kept.head.lang).values()]
			.map(toMerge)
			.find((some) => some !== null);
		if (!group && empty.length === 0) return ok(undefined);
		const parts = group
			? await read(
					store,
					group.map(({ kept }) => kept)
				)
			: ok([]);
		if (!parts.ok) return parts;
		const [first, ...others] = parts.value;
		const whole = first && merged([first, ...others], isLive);
		const ids = group?.map(({ kept }) => kept.id) ?? [];
		const written = await store.changeIndex(
			whole && !whole.ok
				? // A damaged segment is given up: its texts are indexed again the next time.
					withoutTexts(ids, index.value.segments)
				: {
						texts: [],
						gone: [],
						added: whole ? [{ id: newId(), segment: whole.value }] : [],
						removed: [...empty, ...ids]
					}
		);
		if (!written.ok) return written;
	}
	return ok(undefined);
}

async function read(
	store: OwnIndexStore,
	segments: readonly KeptSegment[]
): Outcome<readonly Segment[]> {
	const read: Segment[] = [];
	for (const { id, head } of segments) {
		const shards: Uint8Array[] = [];
		for (let nth = 0; nth < head.bounds.length; nth++) {
			const shard = await store.indexShard(id, nth);
			if (!shard.ok) return fail(shard.failure);
			shards.push(shard.value ?? new Uint8Array());
		}
		read.push({ head, shards });
	}
	return ok(read);
}

/** Returns the change that gives up segments with the records of their texts. */
function withoutTexts(ids: readonly string[], segments: readonly KeptSegment[]): IndexChange {
	const given = segments.filter(({ id }) => ids.includes(id));
	const gone = new Set(given.flatMap(({ head }) => head.columns.map(({ text }) => text)));
	return { texts: [], gone: [...gone], added: [], removed: given.map(({ id }) => id) };
}

/**
 * Gives up the segments that parts belong to (`IndexFailure`), if they are the reader’s own: their
 * texts are indexed again at the next update.
 */
export async function giveUp(store: OwnIndexStore, parts: readonly string[]): Promise<void> {
	const index = await store.ownIndex();
	if (!index.ok) return;
	const { segments } = index.value;
	const ids = segments
		.map(({ id }) => id)
		.filter((id) => parts.some((part) => part.startsWith(`${id} `)));
	if (ids.length > 0) await store.changeIndex(withoutTexts(ids, segments));
}
