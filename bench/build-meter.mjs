/**
 * Loaded before the build (`node --import`): when the process ends, writes its processor time and its
 * largest memory, those of all its threads together, to the file that BUILD_COST names.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const report = process.env.BUILD_COST;

if (isMainThread && report)
	process.on('exit', () => {
		const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
		const cost = { cpuMs: (userCPUTime + systemCPUTime) / 1000, memoryBytes: maxRSS * 1024 };
		writeFileSync(report, JSON.stringify(cost));
	});
