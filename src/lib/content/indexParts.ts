/**
 * Makes the index of many texts in parts, and merges them. A part is kept for the next build, so that a
 * changed article costs no more than the others of its part; and only one part’s texts are in memory.
 */
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../../../scripts/cache.mjs';
import { grouped } from '../core/search/grouped';
import { merged } from '../core/search/merge';
import type { Segment } from '../core/search/segment';
import { termsOf, type Terms } from '../core/search/terms';
import type { columnsOf } from '../core/search/textRows';
import type { Lang } from '../core/text/article';
import { segmentsOfColumns } from './searchIndex';

export interface IndexParts {
	/** That of the index. */
	readonly version: string;
	/** A digest of the code that makes it. */
	readonly code: string;
	/** Returns a digest of all that a text is read from. */
	readonly sourceOf: (id: string) => string;
	/** Reads a text. */
	readonly columnsOf: (id: string) => ReturnType<typeof columnsOf>;
	/** Returns what was made before of all that the digest stands for, or makes it. */
	readonly kept: (digest: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
}

/** Mean number of articles in a part. */
const articlesPerPart = 32;

/**
 * Returns the segments of texts, one a language. Law: they are those of all texts at once, whatever was
 * kept.
 */
export async function segmentsInParts(
	ids: readonly string[],
	{ version, code, sourceOf, columnsOf, kept }: IndexParts
): Promise<readonly Segment[]> {
	const keep = async (digest: string, make: () => Promise<readonly Segment[]>) =>
		// The cache has a checksum: what is read is what this program wrote.
		deserialize(await kept(digest, async () => serialize(await make()))) as readonly Segment[];
	const known = new Map<Lang, Promise<Terms>>();
	const terms = (lang: Lang): Promise<Terms> => {
		const made = known.get(lang) ?? termsOf(lang);
		known.set(lang, made);
		return made;
	};
	const digests: string[] = [];
	const parts: Segment[] = [];
	for (const some of partsOf(ids)) {
		const digest = digestOf(code, version, ...some.map(sourceOf));
		const make = () => segmentsOfColumns(some.flatMap(columnsOf), version, terms);
		digests.push(digest);
		parts.push(...(await keep(digest, make)));
	}
	return keep(digestOf('merged', ...digests), () => Promise.resolve(mergedByLang(parts)));
}

/**
 * Divides articles into parts, in their order: a part begins with an article whose id says so, so that one
 * that is added or removed changes no other part.
 */
function partsOf(ids: readonly string[]): readonly (readonly string[])[] {
	const parts: string[][] = [];
	for (const id of ids) {
		const part = parts.at(-1);
		const begins = Number.parseInt(digestOf(id).slice(0, 4), 16) % articlesPerPart === 0;
		if (part && !begins) part.push(id);
		else parts.push([id]);
	}
	return parts;
}

const mergedByLang = (parts: readonly Segment[]): readonly Segment[] =>
	[...grouped(parts, ({ head }) => head.lang)].map(([lang, [first, ...others]]) => {
		const whole = first && merged([first, ...others], () => true);
		if (!whole?.ok) throw new Error(`the index of ${lang} could not be merged`);
		return whole.value;
	});
