import * as v from 'valibot';
import { ownArticle } from '$lib/core/library/schema';
import type {
	IndexChange,
	IndexedText,
	KeptSegment,
	OwnIndexStore,
	TextRevision
} from '$lib/core/search/ownIndex';
import { hashOf } from '$lib/core/search/letters';
import { segmentHead, textKeySchema } from '$lib/core/search/schema';
import { idOf } from '$lib/core/search/segment';
import type { Access } from './access';
import { ownIds } from './own';
import { read, readable, type Check } from './rows';
import type { Database } from './schema';
import { workedIds } from './work';

/** Stores the index of the reader’s own texts. */
export function ownIndex(access: Access): OwnIndexStore {
	const { db } = access;
	return {
		ownIndex: () =>
			access.read(async () => {
				const [texts, segments, ids] = await Promise.all([
					db.indexedTexts.toArray(),
					db.indexSegments.toArray(),
					ownIds(db)
				]);
				return {
					texts: readable(indexedText, texts),
					segments: readable(keptSegment, segments),
					ids: new Set(ids)
				};
			}),
		indexShard: (segment, nth) =>
			access.read(async () => {
				const shard = read(shardRow, await db.indexShards.get([segment, nth]));
				return shard.ok ? shard.value.bytes : null;
			}),
		textRevisions: () => access.read(() => revisions(db)),
		changeIndex: (change) => access.write(() => write(db, change))
	};
}

const indexedText: Check<IndexedText> = v.object({
	key: textKeySchema,
	seen: v.string(),
	stamp: v.string(),
	version: v.string()
});
const keptSegment: Check<KeptSegment> = v.object({ id: v.string(), head: segmentHead });
const shardRow = v.object({ bytes: v.instance(Uint8Array) });

/** Writes nothing of texts or segments that were deleted meanwhile, with everything or by another tab. */
async function write(db: Database, { texts, gone, added, removed }: IndexChange): Promise<void> {
	const ids = new Set(await ownIds(db));
	const here = texts.filter(({ key }) => ids.has(idOf(key)));
	const known = await db.indexSegments
		.where('id')
		.anyOf([...removed])
		.count();
	if (known < removed.length || (texts.length > 0 && here.length === 0)) return;
	const old = await db.indexShards
		.where('segment')
		.anyOf([...removed])
		.primaryKeys();
	await Promise.all([
		db.indexedTexts.bulkDelete([...gone]),
		db.indexedTexts.bulkPut(here),
		db.indexSegments.bulkDelete([...removed]),
		db.indexShards.bulkDelete(old),
		db.indexSegments.bulkPut(added.map(({ id, segment }) => ({ id, head: segment.head }))),
		db.indexShards.bulkPut(
			added.flatMap(({ id, segment }) =>
				segment.shards.map((bytes, shard) => ({ segment: id, shard, bytes }))
			)
		)
	]);
}

/** Reads metadata and keys alone: no text, no translation. */
async function revisions(db: Database): Promise<readonly TextRevision[]> {
	const [rows, worked, asked, answers, ...changes] = await Promise.all([
		db.articles.toArray(),
		workedIds(db),
		db.asked.toCollection().primaryKeys(),
		db.answers.count(),
		...[db.words, db.reviews, db.translations].map((table) =>
			table.orderBy('[article+changedAt]').keys()
		)
	]);
	const own = new Map(readable(ownArticle, rows).map((about) => [about.id, about]));
	const said = new Map<string, string[]>();
	const say = (id: string, what: string) => said.set(id, [...(said.get(id) ?? []), what]);
	for (const id of [...own.keys(), ...worked, ...asked]) if (!said.has(id)) said.set(id, []);
	// How much this device has translated of a text is not known here: the texts are looked at again.
	for (const id of asked) say(id, `asked ${answers}`);
	for (const { id, changedAt } of own.values()) say(id, changedAt);
	for (const key of changes.flat())
		if (Array.isArray(key) && said.has(String(key[0]))) say(String(key[0]), String(key[1]));
	return [...said].map(([id, what]) => ({
		id,
		isOwn: own.has(id) && own.get(id)?.recognised === false,
		seen: `${what.length} ${hashOf(what.join()).toString(36)}`
	}));
}
