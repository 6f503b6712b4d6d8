/** What every job on a model has at hand, wherever it runs. */
import type { Progress } from '$lib/core/machine/modelStore';
import type { PartCache } from './parts';
import type { Net } from './request';

export interface Job {
	readonly cache: PartCache;
	readonly net: Net;
	readonly signal: AbortSignal;
	readonly progress: (progress: Progress) => void;
}
