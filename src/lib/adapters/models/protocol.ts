/**
 * The page’s requests to the models’ worker and its replies (`worker/protocol.ts`). A worker is
 * started for one request and ended after it, so that a failure never affects the next request.
 */
import * as v from 'valibot';
import type { Model, ModelFile } from '$lib/core/machine/model';
import type { Given, ModelFailure, Offer, ModelProgress } from '$lib/core/machine/modelStore';
import { anObject, failure, replyParser, type FromWorker } from '../worker/protocol';
import type { AskedSource } from './ask';
import type { StoredFiles } from './bring';

export type JobRequest =
	| { readonly type: 'ask'; readonly model: Model; readonly source: AskedSource }
	| { readonly type: 'bring'; readonly model: Model; readonly offer: Offer }
	| { readonly type: 'copy'; readonly model: Model; readonly given: readonly Given<Blob>[] }
	| { readonly type: 'verify'; readonly model: Model; readonly files: readonly ModelFile[] };

/** The type of the answer to each request. */
export interface Answers {
	readonly ask: Offer;
	readonly bring: StoredFiles;
	readonly copy: StoredFiles;
	readonly verify: readonly string[];
}

export type JobReply = FromWorker<unknown, ModelFailure, ModelProgress>;

export const parseReply = replyParser(
	v.unknown(),
	failure<ModelFailure>(),
	anObject<ModelProgress>()
);
