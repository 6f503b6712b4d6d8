/**
 * A model hub: the addresses of its API (https://huggingface.co/docs/hub/api) and the form of its
 * answers. Only the calls for a commit and the files of that commit are used.
 */
import * as v from 'valibot';
import { fault } from '../library/schema';
import { fail, ok, type Result } from '../result';
import type { Digest } from './digest';
import type { ModelFile } from './model';

declare const brand: unique symbol;

/** The address of a hub, without a slash at its end: `https://huggingface.co`. */
export type Hub = string & { readonly [brand]: 'Hub' };

/** A host, an optional port and path of plain characters: no user name or password, no query. */
const shape = /^https?:\/\/(?:[\p{L}\p{N}.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:\/[\w.~-]+)*$/iu;

/**
 * Parses the address that a reader typed: `hub.example` is valid too. Null if it is not an address.
 */
export function parseHub(raw: string): Hub | null {
	const text = raw.trim().replace(/\/+$/, '');
	const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	return shape.test(address) ? (address as Hub) : null;
}

export const defaultHub = 'https://huggingface.co' as Hub;

/** Returns the name shown to the reader: `huggingface.co`. */
export const hostOf = (hub: Hub): string => hub.replace(/^https?:\/\//i, '');

/** Returns the address that gives the newest commit. */
export const commitAddress = (hub: Hub, model: string): string => `${hub}/api/models/${model}`;

/**
 * Returns the address that lists the files of a commit. A model has few: there is one page only.
 */
export const listAddress = (hub: Hub, model: string, commit: string): string =>
	`${hub}/api/models/${model}/tree/${commit}?recursive=true`;

export const fileAddress = (hub: Hub, model: string, commit: string, name: string): string =>
	`${hub}/${model}/resolve/${commit}/${name}`;

const hex = (digits: number) =>
	v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`), `is not ${digits} hex digits`));
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const commit = hex(40);

const info = v.object({ sha: commit });

/** Parses the commit in the hub’s answer. The failure names the place of the error. */
export function parseCommit(raw: unknown): Result<string, string> {
	const parsed = v.safeParse(info, raw);
	return parsed.success ? ok(parsed.output.sha) : fail(fault(parsed.issues));
}

const path = v.object({ path: v.string() });
/** A small file has git’s digest; a large one is a pointer, whose own size is meaningless. */
const entry = v.object({
	size: bytes,
	oid: hex(40),
	lfs: v.optional(v.object({ oid: hex(64), size: bytes }))
});

export type ListingFailure =
	| { readonly kind: 'unclear'; readonly fault: string }
	| { readonly kind: 'lacking'; readonly names: readonly string[] };

/** Returns the files of these names from the hub’s list, in the order of the names. */
export function parseListing(
	raw: unknown,
	names: readonly string[]
): Result<readonly ModelFile[], ListingFailure> {
	const listed = v.safeParse(v.array(path), raw);
	if (!listed.success) return fail({ kind: 'unclear', fault: fault(listed.issues) });
	const at = new Map(listed.output.map(({ path }, index) => [path, index]));
	const lacking = names.filter((name) => !at.has(name));
	if (lacking.length > 0) return fail({ kind: 'lacking', names: lacking });
	const files: ModelFile[] = [];
	for (const name of names) {
		const parsed = v.safeParse(entry, (raw as unknown[])[at.get(name) ?? -1]);
		if (!parsed.success) return fail({ kind: 'unclear', fault: `${name} ${fault(parsed.issues)}` });
		files.push({ name, ...contentOf(parsed.output) });
	}
	return ok(files);
}

function contentOf({ size, oid, lfs }: v.InferOutput<typeof entry>): {
	readonly bytes: number;
	readonly digest: Digest;
} {
	return lfs
		? { bytes: lfs.size, digest: { kind: 'sha256', hex: lfs.oid } }
		: { bytes: size, digest: { kind: 'git-blob', hex: oid } };
}
