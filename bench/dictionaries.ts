/**
 * Dictionaries of 100,000 entries, in Node: import, the peak of memory beside that of a small
 * dictionary, and the slowest of 200 look-ups.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { entries, writeDictionaries } from './dictionary-files';
import { atMost, single, type Figure } from './figures';

const importBudgetMs = 5000;
const memoryBudgetMB = 20;
const lookUpBudgetMs = 50;

interface Once {
	readonly importMs: number;
	readonly peakBytes: number;
	readonly worstMs: number;
}

const once = (paths: readonly string[], ...flags: readonly string[]): Once =>
	JSON.parse(
		execFileSync(
			process.execPath,
			[...flags, '--import', 'tsx', 'bench/dictionary-once.ts', ...paths],
			{ encoding: 'utf8' }
		)
	);

/** What is garbage is collected at every chunk: what is needed is counted. */
const withoutGarbage = ['--max-semi-space-size=1', '--expose-gc'];

/** The peak beside that of a dictionary of few entries, in MB: the program itself is not counted. */
const peak = (paths: readonly string[], few: readonly string[]): number =>
	(once(paths, ...withoutGarbage).peakBytes - once(few, ...withoutGarbage).peakBytes) / 1e6;

/** Number of entries of the dictionary beside which memory is measured. */
const few = 1000;

export function dictionaries(folder: string, runs: number): readonly Figure[] {
	const count = `${entries.toLocaleString('en')} entries`;
	const small = writeDictionaries(join(folder, 'few'), few);
	return Object.entries(writeDictionaries(folder)).flatMap(([format, paths]) => {
		const measured = Array.from({ length: runs }, () => once(paths));
		const memory = measured.map(() => peak(paths, small[format] ?? []));
		return [
			single(
				`${format}, ${count}: import`,
				'ms',
				measured.map(({ importMs }) => importMs),
				atMost(importBudgetMs)
			),
			single(`${format}, ${count}: peak of memory`, 'MB', memory, atMost(memoryBudgetMB)),
			single(
				`${format}, ${count}: slowest of 200 look-ups`,
				'ms',
				measured.map(({ worstMs }) => worstMs),
				atMost(lookUpBudgetMs)
			)
		];
	});
}
