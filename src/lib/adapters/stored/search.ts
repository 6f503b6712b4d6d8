/** The index of the site’s texts: from the site, or from the offline caches. */
import type { IndexFailure } from '../../core/search/failure';
import type { Column, SegmentHead } from '../../core/search/segment';
import type { SegmentFiles } from '../../core/search/find';
import { parseSiteIndex, type SiteIndex } from '../../core/search/siteIndex';
import { openShard } from '../../core/search/shard';
import { fail, ok, type Result } from '../../core/result';

/** Returns what the index has. */
export async function storedSearchIndex(): Promise<Result<SiteIndex, IndexFailure>> {
	const part = 'index';
	try {
		const answer = await fetch('/stored/search/index.json');
		if (!answer.ok) return fail({ kind: 'missing', part });
		const parsed = parseSiteIndex(await answer.json());
		return parsed.ok ? ok(parsed.value) : fail({ kind: 'damaged', part });
	} catch {
		return fail({ kind: 'missing', part }); // no network, and nothing cached
	}
}

/** Returns its segments, whose shards are fetched when they are asked for. */
export const storedSegments = (
	{ segments }: SiteIndex,
	isLive: (column: Column) => boolean
): readonly SegmentFiles[] =>
	segments.map((head) => ({
		head,
		name: head.lang,
		shard: (nth) => storedShard(head, nth),
		isLive
	}));

/** Shards that are kept in memory, some 4 kB each; beyond it the one used least lately is forgotten. */
const shardsKept = 256;

const kept = new Map<string, Uint8Array>();

/** Returns a shard, from memory where an earlier query has read it: one types letter by letter. */
async function storedShard(
	head: SegmentHead,
	nth: number
): Promise<Result<Uint8Array, IndexFailure>> {
	const name = `${head.stamp} ${nth}`;
	const known = kept.get(name);
	const found = known ? ok(known) : await fetchedShard(head, nth);
	if (!found.ok) return found;
	kept.delete(name);
	kept.set(name, found.value);
	const [oldest] = kept.keys();
	if (kept.size > shardsKept && oldest !== undefined) kept.delete(oldest);
	return found;
}

/** Fetches a shard, and looks whether it is whole: a damaged one is not kept. */
async function fetchedShard(
	{ lang, stamp }: SegmentHead,
	nth: number
): Promise<Result<Uint8Array, IndexFailure>> {
	const part = `${lang} ${nth}`;
	try {
		const answer = await fetch(`/stored/search/${encodeURIComponent(lang)}/${nth}.bin`);
		if (!answer.ok) return fail({ kind: 'missing', part });
		const bytes = new Uint8Array(await answer.arrayBuffer());
		const opened = openShard(bytes, stamp, part);
		return opened.ok ? ok(bytes) : opened;
	} catch {
		return fail({ kind: 'missing', part });
	}
}
