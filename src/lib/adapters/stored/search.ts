/** The index of the site’s texts: from the site, or from the offline caches. */
import type { IndexFailure } from '../../core/search/failure';
import type { Column, SegmentHead } from '../../core/search/segment';
import type { SegmentFiles } from '../../core/search/find';
import { parseSiteIndex, type SiteIndex } from '../../core/search/siteIndex';
import { openShard } from '../../core/search/shard';
import {
	readTable,
	tableStamp,
	type ListedForm,
	type WordTable
} from '../../core/search/wordTable';
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

/** Files that are kept in memory, some 4 kB each; beyond it the one used least lately is forgotten. */
const filesKept = 256;

const kept = new Map<string, Uint8Array>();

/** Returns a shard. */
const storedShard = (
	{ lang, stamp }: SegmentHead,
	nth: number
): Promise<Result<Uint8Array, IndexFailure>> => {
	const part = `${lang} ${nth}`;
	return whole(`${encodeURIComponent(lang)}/${nth}`, stamp, part, (bytes) => {
		const opened = openShard(bytes, stamp, part);
		return opened.ok ? ok(bytes) : opened;
	});
};

/** Returns a file of the table of a language’s words. */
export const storedTableFile = (
	version: string,
	{ lang }: WordTable,
	nth: number
): Promise<Result<readonly ListedForm[], IndexFailure>> => {
	const stamp = tableStamp(lang, version);
	const part = `${lang} words ${nth}`;
	return whole(`${encodeURIComponent(lang)}/words/${nth}`, stamp, part, (bytes) =>
		readTable(bytes, stamp, part)
	);
};

/** Reads a file, from memory where an earlier query has read it: one types letter by letter. */
async function whole<T>(
	path: string,
	stamp: number,
	part: string,
	read: (bytes: Uint8Array) => Result<T, IndexFailure>
): Promise<Result<T, IndexFailure>> {
	const name = `${path} ${stamp}`;
	const bytes = kept.get(name) ?? (await fetched(path));
	const found = bytes ? read(bytes) : fail({ kind: 'missing' as const, part });
	// A damaged file is not kept.
	if (!bytes || !found.ok) return found;
	kept.delete(name);
	kept.set(name, bytes);
	const [oldest] = kept.keys();
	if (kept.size > filesKept && oldest !== undefined) kept.delete(oldest);
	return found;
}

/** Returns null where the file is not there. */
async function fetched(path: string): Promise<Uint8Array | null> {
	try {
		const answer = await fetch(`/stored/search/${path}.bin`);
		return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
	} catch {
		return null;
	}
}
