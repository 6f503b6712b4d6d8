/**
 * The interface for downloading, storing and removing models on the reader’s device.
 * `adapters/models` implements it over the Cache API; the database holds a record of each model.
 *
 * Laws: no request is sent before the reader agrees; a file that is not byte for byte what its
 * source announced never counts as present; a model never changes without being asked to.
 */
import * as v from 'valibot';
import type { StoreResult, StoreFailure } from '../library/storeFailure';
import type { Unsubscribe } from '../library/store';
import type { Result } from '../result';
import { digestKinds } from './digest';
import type { NatureFailure } from './modelIdentity';
import type { ModelFile } from './model';

/** The origin of a model: a hub, by its address; this site’s own `/models/`; the reader’s disk. */
export type Source =
	| { readonly kind: 'hub'; readonly hub: string }
	| { readonly kind: 'site' }
	| { readonly kind: 'disk' };

/** The files of a source: requested once, when the reader asks for it, and kept with the model. */
export interface Offer {
	readonly model: string;
	readonly source: Source;
	/** Always given by a hub; by the others if a manifest has it. */
	readonly commit: string | null;
	readonly files: readonly ModelFile[];
}

/** `coming`: agreed to, but not complete; `damaged`: the files of these names are wrong. */
type ModelCondition =
	| { readonly kind: 'coming' }
	| { readonly kind: 'whole' }
	| { readonly kind: 'damaged'; readonly names: readonly string[] };

/** The record of a model. If it is complete, every file has its size and its digest. */
export interface KeptModel {
	readonly id: string;
	readonly source: Source;
	readonly commit: string | null;
	readonly files: readonly ModelFile[];
	readonly condition: ModelCondition;
}

/** Bytes done; `ofBytes` is null if the total is unknown. */
export interface ModelProgress {
	readonly bytes: number;
	readonly ofBytes: number | null;
}

export type ModelTask = 'download' | 'copy' | 'verify';

/** `elsewhere`: another tab does it. */
export type ModelState =
	| { readonly kind: 'absent' }
	| {
			readonly kind: 'working';
			readonly work: ModelTask;
			readonly progress: ModelProgress;
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
 * `unreachable`: no answer from `host`; `slow`: nothing arrived for too long; `broken-off`: the
 * connection was lost repeatedly; `refused`: the answer has this status; `absent`: there is no such
 * model, or no such file; `unclear`: the answer is invalid; `lacking`: files are missing; `wrong`:
 * a file is not the announced one; `unreadable`, `other`: see `NatureFailure`; `full`: no room;
 * `gone`: the browser has deleted files; `busy`: another tab is working on it; `stopped`: stopped
 * on request; `unsupported`: this browser cannot store files here.
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

/** A file of the reader’s, with its path in the folder they chose. */
export interface Given<File> {
	readonly path: string;
	readonly file: File;
}

/** The data an engine needs to read a model’s files; it can be posted to a worker. */
export interface OpenModel {
	readonly id: string;
	/** The commit; if unknown, a digest of the files’ digests. */
	readonly revision: string;
	readonly files: readonly ModelFile[];
}

export type ModelResult<T = void> = Promise<Result<T, ModelFailure>>;

/**
 * `File` is the browser’s type, which core does not know. Every promise settles when its work is
 * done.
 */
export interface ModelStore<File> {
	/** Calls back immediately and at every change, in this tab or another. */
	watch(
		next: (states: ReadonlyMap<string, ModelState>) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	/** Asks a source for its files: the first request of all. */
	ask(model: string, source: Exclude<Source, { kind: 'disk' }>): ModelResult<Offer>;
	/** Downloads an offer, replacing the present files. */
	begin(offer: Offer): ModelResult;
	/** Continues a stopped download, or downloads damaged files again. */
	resume(model: string): ModelResult;
	/** Copies a model from the reader’s files, replacing the present ones. */
	take(model: string, given: readonly Given<File>[]): ModelResult;
	/** Stops the current work, in whichever tab, and keeps the files so far. */
	pause(model: string): void;
	/** Reads every file back. Returns the names of those that have changed. */
	verify(model: string): ModelResult<readonly string[]>;
	/** Stops the current work and removes every file. */
	remove(model: string): ModelResult;
	/** Returns null unless the model is complete. */
	open(model: string): ModelResult<OpenModel | null>;
}

/** The storage of the models’ records. */
export interface ModelRecords {
	watch(
		next: (kept: readonly KeptModel[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	get(model: string): StoreResult<KeptModel | null>;
	put(kept: KeptModel): StoreResult<void>;
	remove(model: string): StoreResult<void>;
}

const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const modelFile: v.GenericSchema<unknown, ModelFile> = v.object({
	name: v.string(),
	bytes: v.nullable(bytes),
	digest: v.nullable(v.object({ kind: v.picklist(digestKinds), hex: v.string() }))
});

/** The schema of a record read from the database. */
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
