/** What a page and the service worker say to each other. */
import * as v from 'valibot';

/**
 * `who`: what is my client id? (answered through the port) · `take`: be the version in use now ·
 * `tidy`: mend what is yours, drop what no tab runs.
 */
const toWorker = v.variant('type', [
	v.object({ type: v.literal('who') }),
	v.object({ type: v.literal('take') }),
	v.object({ type: v.literal('tidy') })
]);
export type ToWorker = v.InferOutput<typeof toWorker>;

const toPages = v.object({
	type: v.literal('progress'),
	version: v.string(),
	done: v.number(),
	of: v.number()
});
export type ToPages = v.InferOutput<typeof toPages>;

/** The worker speaks to every tab through this BroadcastChannel. */
export const channelName = 'jamsides.offline';

/** Null for what nobody here says. */
export const parseToWorker = (raw: unknown): ToWorker | null => parse(toWorker, raw);
export const parseToPages = (raw: unknown): ToPages | null => parse(toPages, raw);

function parse<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | null {
	const parsed = v.safeParse(schema, raw);
	return parsed.success ? parsed.output : null;
}
