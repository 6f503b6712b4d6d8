/**
 * The plan of a version: every file that it needs to work without a network, with its size and
 * its SHA-256. `scripts/plan.mjs` writes it beside the built site, as `/offline.json`.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../result';

export interface PlanEntry {
	/** The address within the site; a page’s address ends with a slash. */
	readonly path: string;
	readonly bytes: number;
	/** SHA-256 of the content, in hexadecimal. */
	readonly digest: string;
	/** The page’s title. */
	readonly title?: string;
}

export interface Plan {
	readonly version: string;
	readonly entries: readonly PlanEntry[];
}

export const planPath = '/offline.json';
/** The page shown for an unknown address; a host may serve it with the status 404. */
export const notFoundPath = '/404.html';

const schema: v.GenericSchema<unknown, Plan> = v.object({
	version: v.pipe(v.string(), v.minLength(1)),
	entries: v.pipe(
		v.array(
			v.object({
				path: v.pipe(v.string(), v.startsWith('/')),
				bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
				digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
				title: v.exactOptional(v.string())
			})
		),
		v.minLength(1)
	)
});

/** Parses a plan. The failure names the place of the first fault. */
export function parsePlan(raw: unknown): Result<Plan, string> {
	const parsed = v.safeParse(schema, raw);
	return parsed.success
		? ok(parsed.output)
		: fail(
				parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; ')
			);
}
