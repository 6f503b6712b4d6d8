/** The aligner on long texts, each in a process of its own, so that its memory is its own too. */
import { execFileSync } from 'node:child_process';
import { atMost, none, single, type Budget, type Figure } from './figures';

interface Run {
	readonly ms: number;
	/** Of the processor, which other programs do not lengthen as they do the clock’s. */
	readonly cpuMs: number;
	readonly peakMb: number;
}

const sizes: readonly { size: number; time: Budget; memory: Budget }[] = [
	{ size: 1000, time: atMost(1000), memory: none },
	{ size: 2000, time: none, memory: none },
	{ size: 5000, time: none, memory: none },
	{ size: 10_000, time: atMost(10_000), memory: atMost(500) },
	{ size: 20_000, time: none, memory: none }
];

const once = (size: number): Run =>
	JSON.parse(
		execFileSync(process.execPath, ['--import', 'tsx', 'bench/align-once.ts', String(size)], {
			encoding: 'utf8'
		})
	) as Run;

/** Time and memory by size, and how time grows: twice as many sentences, how many times as long. */
export function aligning(runs: number): readonly Figure[] {
	const measured = sizes.map((row) => ({
		...row,
		runs: Array.from({ length: runs }, () => once(row.size))
	}));
	const perSentence = measured.map(({ size, runs: all }) => all.map(({ cpuMs }) => cpuMs / size));
	const [least = []] = perSentence;
	const most = perSentence.at(-1) ?? [];
	return [
		...measured.flatMap(({ size, time, memory, runs: all }) => [
			single(
				`Aligner: ${label(size)}`,
				'ms',
				all.map(({ ms }) => ms),
				time
			),
			single(
				`Aligner: ${label(size)}, processor time`,
				'ms',
				all.map(({ cpuMs }) => cpuMs)
			),
			single(
				`Aligner: ${label(size)}, memory of the process`,
				'MB',
				all.map(({ peakMb }) => peakMb),
				memory
			)
		]),
		single(
			'Aligner: processor time a sentence, of 20,000 over of 1,000',
			'count',
			most.map((each, run) => each / (least[run] ?? each))
		)
	];
}

const label = (size: number): string => {
	const written = size.toLocaleString('en');
	return `${written} × ${written} sentences`;
};
