/**
 * The models on the reader’s device, and the interface behind which they come, lie and go.
 * `adapters/models` implements it over the Cache API; a record of each model lies in the database.
 *
 * Laws: nothing is asked of anyone before the reader says so; what is not just what its source
 * announced, byte for byte, never counts as there; a model never changes unasked.
 */
import * as v from 'valibot';
import type { Stored, StoreFailure, Unsubscribe } from '../library/store';
import type { Result } from '../result';
import { digestKinds } from './digest';
import type { NatureFailure } from './nature';
import type { ModelFile } from './model';

/** Where a model comes from: a hub, by its address; this site’s own `/models/`; the reader’s disk. */
export type Source =
	| { readonly kind: 'hub'; readonly hub: string }
	| { readonly kind: 'site' }
	| { readonly kind: 'disk' };

/** What a source has: asked for once, when the reader wants to know, and kept with the model. */
export interface Offer {
	readonly model: string;
	readonly source: Source;
	/** Of a hub always; of the others where a manifest says it. */
	readonly commit: string | null;
	readonly files: readonly ModelFile[];
}

/** `coming`: agreed to, and not all of it is there; `damaged`: the files of these names are wrong. */
export type Condition =
	| { readonly kind: 'coming' }
	| { readonly kind: 'whole' }
	| { readonly kind: 'damaged'; readonly names: readonly string[] };

/** The record of a model. Of one that is whole every file has its size and its digest. */
export interface KeptModel {
	readonly id: string;
	readonly source: Source;
	readonly commit: string | null;
	readonly files: readonly ModelFile[];
	readonly condition: Condition;
}

/** Bytes done; `ofBytes` null where nobody said how many there will be. */
export interface Progress {
	readonly bytes: number;
	readonly ofBytes: number | null;
}

export type Work = 'download' | 'copy' | 'verify';

/** `elsewhere`: another tab does it. */
export type ModelState =
	| { readonly kind: 'absent' }
	| {
			readonly kind: 'working';
			readonly work: Work;
			readonly progress: Progress;
			readonly elsewhere: boolean;
	  }
	/** Begun and not finished: `bytes` of it are there. */
	| {
			readonly kind: 'paused';
			readonly kept: KeptModel;
			readonly bytes: number;
	  }
	| { readonly kind: 'whole'; readonly kept: KeptModel }
	| { readonly kind: 'damaged'; readonly kept: KeptModel; readonly names: readonly string[] };

/**
 * `unreachable`: nobody answers at `host`; `slow`: nothing came for too long; `broken-off`: the
 * connection was lost, again and again; `refused`: it answers with this status; `absent`: it has no
 * such model, or no such file; `unclear`: its answer makes no sense; `lacking`: files are missing
 * from what there is; `wrong`: a file is not what was announced; `unreadable`, `other`: see
 * `NatureFailure`; `full`: no room; `gone`: the browser has dropped files; `busy`: another tab is at
 * it; `stopped`: it was asked to stop; `unsupported`: this browser keeps no files here.
 */
export type ModelFailure =
	| { readonly kind: 'unreachable' | 'slow' | 'broken-off'; readonly host: string }
	| { readonly kind: 'refused'; readonly host: string; readonly status: number }
	| { readonly kind: 'absent'; readonly host: string; readonly name: string }
	| { readonly kind: 'unclear'; readonly host: string; readonly fault: string }
	| { readonly kind: 'lacking'; readonly names: readonly string[] }
	| { readonly kind: 'wrong'; readonly name: string }
	| NatureFailure
	| { readonly kind: 'full' | 'gone' | 'busy' | 'stopped' | 'unsupported' }
	| { readonly kind: 'store'; readonly failure: StoreFailure }
	| { readonly kind: 'failed'; readonly message: string };

/** A file of the reader’s, with the path that it has in the folder they chose. */
export interface Given<File> {
	readonly path: string;
	readonly file: File;
}

/** What an engine needs to know to read a model’s files; it can be posted to a worker. */
export interface OpenModel {
	readonly id: string;
	/** The commit; where nobody knows it, what the files’ digests come to. */
	readonly revision: string;
	readonly files: readonly ModelFile[];
}

export type Outcome<T = void> = Promise<Result<T, ModelFailure>>;

/** `File`: the browser’s, which core does not know. Every promise settles once its work is done. */
export interface ModelStore<File> {
	/** Calls back at once and whenever anything changes, in this tab or another. */
	watch(
		next: (states: ReadonlyMap<string, ModelState>) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	/** Asks what a source has: the first request of all. */
	ask(model: string, source: Exclude<Source, { kind: 'disk' }>): Outcome<Offer>;
	/** Brings what was offered, in place of what is there. */
	begin(offer: Offer): Outcome;
	/** Goes on where a download stopped, or brings what is damaged anew. */
	resume(model: string): Outcome;
	/** Copies a model from the reader’s files, in place of what is there. */
	take(model: string, given: readonly Given<File>[]): Outcome;
	/** Stops what is under way, in whichever tab, and keeps what is there. */
	pause(model: string): void;
	/** Reads every file back. Gives the names of those that are not as they came. */
	verify(model: string): Outcome<readonly string[]>;
	/** Stops what is under way and removes every file. */
	remove(model: string): Outcome;
	/** Null unless the model is whole. */
	open(model: string): Outcome<OpenModel | null>;
}

/** Where the records of models lie. */
export interface ModelRecords {
	watch(
		next: (kept: readonly KeptModel[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	get(model: string): Stored<KeptModel | null>;
	put(kept: KeptModel): Stored<void>;
	remove(model: string): Stored<void>;
}

const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const modelFile: v.GenericSchema<unknown, ModelFile> = v.object({
	name: v.string(),
	bytes: v.nullable(bytes),
	digest: v.nullable(v.object({ kind: v.picklist(digestKinds), hex: v.string() }))
});

/** What a record must be that comes out of the database. */
export const keptModel: v.GenericSchema<unknown, KeptModel> = v.object({
	id: v.string(),
	source: v.variant('kind', [
		v.object({ kind: v.literal('hub'), hub: v.string() }),
		v.object({ kind: v.literal('site') }),
		v.object({ kind: v.literal('disk') })
	]),
	commit: v.nullable(v.string()),
	files: v.array(modelFile),
	condition: v.variant('kind', [
		v.object({ kind: v.literal('coming') }),
		v.object({ kind: v.literal('whole') }),
		v.object({ kind: v.literal('damaged'), names: v.array(v.string()) })
	])
});
