/**
 * Lets one tab at a time work on a model: it holds a Web Lock, which the browser releases however
 * the tab ends. The other tabs hear of its progress and may ask it to stop.
 */
import * as v from 'valibot';
import type { ModelProgress, ModelTask } from '$lib/core/machine/modelStore';

const bytes = v.pipe(v.number(), v.minValue(0));
const saying = v.variant('type', [
	v.object({ type: v.literal('who') }),
	v.object({ type: v.literal('stop'), model: v.string() }),
	v.object({
		type: v.literal('progress'),
		model: v.string(),
		work: v.picklist(['download', 'copy', 'verify'] satisfies ModelTask[]),
		progress: v.object({ bytes, ofBytes: v.nullable(bytes) }) satisfies v.GenericSchema<
			unknown,
			ModelProgress
		>
	})
]);

/** `who` asks which tabs are at work. `stop` asks the tab at work on this model to stop. */
export type TabMessage = v.InferOutput<typeof saying>;

export interface Tabs {
	say(message: TabMessage): void;
	/** Calls `next` with other tabs’ messages. Returns a function that stops this. */
	listen(next: (message: TabMessage) => void): () => void;
	/** Runs `work` if no other tab works on the model; else returns null. */
	alone<T>(model: string, work: () => Promise<T>): Promise<T | null>;
	/** Like `alone`, but waits up to `patienceMs` for the tab that works on it. */
	inTurn<T>(model: string, patienceMs: number, work: () => Promise<T>): Promise<T | null>;
	/** Resolves once no tab works on the model. */
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
