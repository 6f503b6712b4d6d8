/**
 * Reads one dictionary in a process of its own, whose peak of memory is that dictionary’s: `tsx
 * bench/dictionary-once.ts FILE …` prints a line of JSON. Without files it prints the peak of doing
 * nothing.
 */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { openDictionary } from '../src/lib/core/words/dictionary/lookUp';
import { readDictionaries } from '../src/lib/core/words/dictionary/read';
import { wordOf } from './dictionary-files';

/** Words that are looked up, all over the dictionary. */
const lookUps = 200;

const paths = process.argv.slice(2);
const files = await Promise.all(
	paths.map(async (path) => ({ name: basename(path), blob: await openAsBlob(path) }))
);
const began = performance.now();
let importMs = 0;
const times: number[] = [];
// Collects garbage at every chunk where memory is measured: what is counted is what is needed.
const tick = () => globalThis.gc?.();
for await (const outcome of readDictionaries(files, tick)) {
	importMs = performance.now() - began;
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	const { about, files } = outcome.value;
	const dictionary = openDictionary(about.name, files);
	for (let i = 0; i < lookUps; i++) {
		const word = wordOf(Math.floor((i * about.entries) / lookUps));
		const start = performance.now();
		const found = await dictionary.lookUp(word);
		times.push(performance.now() - start);
		if (!found.ok || !found.value) throw new Error(`${word} is not found`);
	}
}
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ importMs, peakBytes, worstMs: Math.max(0, ...times), times }));
