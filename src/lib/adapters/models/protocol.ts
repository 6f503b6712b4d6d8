/**
 * What the page and the models’ worker say to each other. A worker is started for one request,
 * answers it with any number of `progress` and then one `done` or `failed`, and is ended: what goes
 * wrong in one never meets the next. `stop` has it put away what has come and fail with `stopped`.
 */
import * as v from 'valibot';
import type { Model, ModelFile } from '$lib/core/machine/model';
import type { Given, ModelFailure, Offer, Progress } from '$lib/core/machine/modelStore';
import type { AskedSource } from './ask';
import type { Brought } from './bring';

export type JobRequest =
	| { readonly type: 'ask'; readonly model: Model; readonly source: AskedSource }
	| { readonly type: 'bring'; readonly model: Model; readonly offer: Offer }
	| { readonly type: 'copy'; readonly model: Model; readonly given: readonly Given<Blob>[] }
	| { readonly type: 'verify'; readonly model: Model; readonly files: readonly ModelFile[] };

/** What each request is answered with. */
export interface Answers {
	readonly ask: Offer;
	readonly bring: Brought;
	readonly copy: Brought;
	readonly verify: readonly string[];
}

export type ToWorker = JobRequest | { readonly type: 'stop' };

export type FromWorker =
	| { readonly type: 'progress'; readonly progress: Progress }
	| { readonly type: 'done'; readonly answer: unknown }
	| { readonly type: 'failed'; readonly failure: ModelFailure };

const object = <T>() => v.custom<T>((value) => typeof value === 'object' && value !== null);

/** The envelope alone is checked: the worker is of the same build. */
const fromWorker: v.GenericSchema<unknown, FromWorker> = v.variant('type', [
	v.object({ type: v.literal('progress'), progress: object<Progress>() }),
	v.object({ type: v.literal('done'), answer: v.unknown() }),
	v.object({ type: v.literal('failed'), failure: object<ModelFailure>() })
]);

/** Throws on what the worker cannot have said. */
export const parseFromWorker = (raw: unknown): FromWorker => v.parse(fromWorker, raw);
