/** The index of the site’s texts: from the site, or from the offline caches. */
import { inflateSync } from 'fflate';
import type { IndexFailure } from '../../core/search/failure';
import type { Column, SegmentHead } from '../../core/search/segment';
import type { SegmentFiles } from '../../core/search/find';
import { parseSiteIndex, type SiteIndex } from '../../core/search/schema';
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

/** Shards that are kept in memory, some 16 kB each; beyond it the one used least lately is forgotten. */
const shardsKept = 64;

const kept = new Map<string, Uint8Array>();

/** Returns a shard, from memory where an earlier query has read it: one types letter by letter. */
async function storedShard(
	head: SegmentHead,
	nth: number
): Promise<Result<Uint8Array, IndexFailure>> {
	const name = `${head.stamp} ${nth}`;
	const known = kept.get(name);
	const found = known ? ok(known) : await fetchedShard(head.lang, nth);
	if (!found.ok) return found;
	kept.delete(name);
	kept.set(name, found.value);
	const [oldest] = kept.keys();
	if (kept.size > shardsKept && oldest !== undefined) kept.delete(oldest);
	return found;
}

async function fetchedShard(lang: string, nth: number): Promise<Result<Uint8Array, IndexFailure>> {
	const part = `${lang} ${nth}`;
	let packed: Uint8Array;
	try {
		const answer = await fetch(`/stored/search/${encodeURIComponent(lang)}/${nth}.bin`);
		if (!answer.ok) return fail({ kind: 'missing', part });
		packed = new Uint8Array(await answer.arrayBuffer());
	} catch {
		return fail({ kind: 'missing', part });
	}
	try {
		return ok(inflateSync(packed));
	} catch {
		return fail({ kind: 'damaged', part });
	}
}
