import type { LexiconEntry } from './entry';
import { parseEntries } from './lexicon';

const shards: readonly (() => Promise<{ readonly entries: string }>)[] = [
	() => import('./lexicon/a-d'),
	() => import('./lexicon/e-g'),
	() => import('./lexicon/h-k'),
	() => import('./lexicon/l-o'),
	() => import('./lexicon/p-t'),
	() => import('./lexicon/s'),
	() => import('./lexicon/u-o')
];

/** Loads the entries of the Swedish–English lexicon and parses them; they are not kept. */
export async function swedishEntries(): Promise<readonly LexiconEntry[]> {
	return parseEntries(await Promise.all(shards.map(async (shard) => (await shard()).entries)));
}
