/** Rows of the reader’s dictionaries: their checks, and the deletion of those that were removed. */
import * as v from 'valibot';
import {
	dictionaryFormats,
	type DictionaryFiles,
	type OwnDictionary
} from '$lib/core/words/dictionary/dictionary';
import { readable, type Check } from './rows';
import type { Database } from './schema';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.nullable(v.string());
const format = v.picklist(dictionaryFormats);

export const ownDictionary: Check<OwnDictionary> = v.object({
	id: v.string(),
	name: v.string(),
	format,
	from: text,
	to: text,
	licence: text,
	entries: count,
	bytes: count,
	place: count,
	addedAt: v.string(),
	removedAt: text
});

export const dictionaryFiles: Check<DictionaryFiles> = v.object({
	format,
	body: v.instance(Blob),
	isDictzip: v.boolean(),
	types: text,
	index: v.object({
		blocks: v.instance(Blob),
		firsts: v.array(v.string()),
		starts: v.array(count)
	})
});

/** Deletes the dictionaries that were removed before `before`, or all of them. Returns how many. */
export const sweepDictionaries = (db: Database, before?: string): Promise<number> =>
	db.transaction('rw', [db.dictionaries, db.dictionaryFiles], async () => {
		const gone = (await allDictionaries(db)).flatMap(({ id, removedAt }) =>
			removedAt !== null && (before === undefined || removedAt < before) ? [id] : []
		);
		await Promise.all([db.dictionaries.bulkDelete(gone), db.dictionaryFiles.bulkDelete(gone)]);
		return gone.length;
	});

/** Returns all that can be read, removed ones too, in their order. */
export const allDictionaries = async (db: Database): Promise<readonly OwnDictionary[]> =>
	readable(ownDictionary, await db.dictionaries.toArray()).toSorted((a, b) => a.place - b.place);
