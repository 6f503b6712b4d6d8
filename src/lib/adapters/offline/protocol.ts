/** The messages between a page and the service worker. */
import * as v from 'valibot';

/**
 * `who` asks for the page’s client id (answered through the port). `take` makes the version active
 * now. `tidy` repairs the worker’s own cache and deletes those that no tab uses.
 */
const toWorker = v.variant('type', [
	v.object({ type: v.literal('who') }),
	v.object({ type: v.literal('take') }),
	v.object({ type: v.literal('tidy') })
]);
export type ToWorker = v.InferOutput<typeof toWorker>;

/** The steps of an installation, and why it failed. */
const toPages = v.variant('type', [
	v.object({ type: v.literal('progress'), version: v.string(), done: v.number(), of: v.number() }),
	v.object({
		type: v.literal('failed'),
		version: v.string(),
		kind: v.picklist(['full', 'unreachable', 'unpublished']),
		left: v.number()
	})
]);
export type ToPages = v.InferOutput<typeof toPages>;

/** The BroadcastChannel on which the worker speaks to every tab. */
export const channelName = 'jamsides.offline';

/** Parses a message. Returns null if it is malformed. */
export const parseToWorker = (raw: unknown): ToWorker | null => parse(toWorker, raw);
export const parseToPages = (raw: unknown): ToPages | null => parse(toPages, raw);

function parse<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | null {
	const parsed = v.safeParse(schema, raw);
	return parsed.success ? parsed.output : null;
}
