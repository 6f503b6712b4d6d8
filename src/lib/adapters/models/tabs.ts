/**
 * One tab at a time works on a model: it holds a Web Lock, which the browser drops when the tab
 * goes, however it goes. The others hear of its progress, and may ask it to stop.
 */
import * as v from 'valibot';
import type { Progress, Work } from '$lib/core/machine/modelStore';

const bytes = v.pipe(v.number(), v.minValue(0));
const saying = v.variant('type', [
	v.object({ type: v.literal('who') }),
	v.object({ type: v.literal('stop'), model: v.string() }),
	v.object({
		type: v.literal('progress'),
		model: v.string(),
		work: v.picklist(['download', 'copy', 'verify'] satisfies Work[]),
		progress: v.object({ bytes, ofBytes: v.nullable(bytes) }) satisfies v.GenericSchema<
			unknown,
			Progress
		>
	})
]);

/** `who`: who is at work? · `stop`: whoever works on this model, stop. */
export type Saying = v.InferOutput<typeof saying>;

export interface Tabs {
	say(message: Saying): void;
	/** What other tabs say. Gives the way to stop listening. */
	listen(next: (message: Saying) => void): () => void;
	/** Does `work` where no tab is at the model; null where one is. */
	alone<T>(model: string, work: () => Promise<T>): Promise<T | null>;
	/** As `alone`, but waits so long for whoever is at it. */
	inTurn<T>(model: string, patienceMs: number, work: () => Promise<T>): Promise<T | null>;
	/** Once no tab is at the model. */
	free(model: string): Promise<void>;
}

const lock = (model: string): string => `jamsides.model ${model}`;

export function browserTabs(): Tabs {
	const channel = new BroadcastChannel('jamsides.models');
	const { locks } = navigator;
	return {
		say: (message) => channel.postMessage(message),
		listen(next) {
			const hear = ({ data }: MessageEvent) => {
				const parsed = v.safeParse(saying, data);
				if (parsed.success) next(parsed.output);
			};
			channel.addEventListener('message', hear);
			return () => channel.removeEventListener('message', hear);
		},
		alone: (model, work) =>
			locks.request(lock(model), { ifAvailable: true }, async (held) => (held ? work() : null)),
		async inTurn(model, patienceMs, work) {
			const begun = new AbortController();
			const timer = setTimeout(() => begun.abort(), patienceMs);
			try {
				return await locks.request(lock(model), { signal: begun.signal }, () => {
					clearTimeout(timer);
					return work();
				});
			} catch (error) {
				if (begun.signal.aborted) return null;
				throw error;
			}
		},
		free: (model) => locks.request(lock(model), { mode: 'shared' }, () => undefined)
	};
}
