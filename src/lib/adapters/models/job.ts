/** The tools that every job on a model needs, wherever it runs. */
import type { ModelProgress } from '$lib/core/machine/modelStore';
import type { PartCache } from './fileParts';
import type { Net } from './request';

export interface ModelJob {
	readonly cache: PartCache;
	readonly net: Net;
	readonly signal: AbortSignal;
	readonly progress: (progress: ModelProgress) => void;
}
