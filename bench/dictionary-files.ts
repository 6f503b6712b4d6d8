/** Writes dictionaries of 100,000 generated entries, not in any order. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	dict,
	folkets,
	stardict,
	tabbed,
	tei,
	type WrittenFile
} from '../src/lib/core/words/dictionary/dictionary.fixture';

export const entries = 100_000;

const syllables = 'ba de fi gå hö ju kä lo my nå po ru sä ti vå yr'.split(' ');

/** Returns the word of a number: every number has its own. */
export function wordOf(number: number): string {
	// A step that has no factor in common with the number of words mixes their order.
	let rest = (number * 48_271) % 1_048_576;
	let word = '';
	for (let i = 0; i < 5; i++, rest = Math.floor(rest / 16)) word += syllables[rest % 16] ?? '';
	return word;
}

const words = (count: number) =>
	Array.from({ length: count }, (_, i) => ({
		word: wordOf(i),
		meaning: `meaning ${i}: something that explains the word, of the length of an entry`
	}));

/** Writes one of each into a folder. Returns the paths of its files. */
export function writeDictionaries(
	folder: string,
	count = entries
): Readonly<Record<string, readonly string[]>> {
	const all = words(count);
	mkdirSync(folder, { recursive: true });
	const write = (files: readonly WrittenFile[]) =>
		files.map(({ name, bytes }) => {
			const path = join(folder, name);
			writeFileSync(path, bytes);
			return path;
		});
	return {
		StarDict: write(stardict(all, { name: 'stardict' })),
		'DICT, dictzip': write(dict(all, true, 'dict')),
		'FreeDict TEI': write(tei(all)),
		'Folkets lexikon': write(folkets(all)),
		'tab-separated': write(tabbed(all))
	};
}
