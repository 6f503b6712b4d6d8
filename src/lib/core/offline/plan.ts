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
	/** The title of a page or an article. */
	readonly title?: string;
	/** The language of an article’s title. */
	readonly lang?: string;
}

export interface Plan {
	readonly version: string;
	/** What every reader stores; of a small site the whole library too. */
	readonly entries: readonly PlanEntry[];
	/** The library that readers choose from; absent where all of it is in `entries`. */
	readonly library?: PlanLibrary;
}

/** A library too large to be stored unasked: its items are in files of their own. */
export interface PlanLibrary {
	readonly articles: number;
	readonly bytes: number;
	/** Number of files that list the items: `/offline/0.json` and so on (`partOf`). */
	readonly parts: number;
}

/** What a reader can choose to store, with its files. */
export interface LibraryItem {
	/** `search`: some shards of the index, which come with everything alone. */
	readonly kind: 'article' | 'dossier' | 'search';
	readonly id: string;
	readonly entries: readonly PlanEntry[];
	/** The articles of a dossier. */
	readonly articles?: readonly string[];
}

/** One of the files that list a library’s items. */
export interface LibraryPart {
	readonly version: string;
	readonly items: readonly LibraryItem[];
}

export const planPath = '/offline.json';
/** The page shown for an unknown address; a host may serve it with the status 404. */
export const notFoundPath = '/404.html';

const entrySchema = v.object({
	path: v.pipe(v.string(), v.startsWith('/')),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	title: v.exactOptional(v.string()),
	lang: v.exactOptional(v.string())
});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const version = v.pipe(v.string(), v.minLength(1));

const schema: v.GenericSchema<unknown, Plan> = v.object({
	version,
	entries: v.pipe(v.array(entrySchema), v.minLength(1)),
	library: v.exactOptional(
		v.object({ articles: count, bytes: count, parts: v.pipe(count, v.minValue(1)) })
	)
});

const partSchema: v.GenericSchema<unknown, LibraryPart> = v.object({
	version,
	items: v.array(
		v.object({
			kind: v.picklist(['article', 'dossier', 'search']),
			id: v.string(),
			entries: v.pipe(v.array(entrySchema), v.minLength(1)),
			articles: v.exactOptional(v.array(v.string()))
		})
	)
});

/** Parses a plan. The failure names the place of the first fault. */
export const parsePlan = (raw: unknown): Result<Plan, string> => parse(schema, raw);

/** Parses a file that lists items, as `parsePlan` does. */
export const parsePart = (raw: unknown): Result<LibraryPart, string> => parse(partSchema, raw);

function parse<T>(form: v.GenericSchema<unknown, T>, raw: unknown): Result<T, string> {
	const parsed = v.safeParse(form, raw);
	return parsed.success
		? ok(parsed.output)
		: fail(
				parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; ')
			);
}
