import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Makes a folder of `test-results` once per run, in the first test process that needs it. None is
 * left from the previous run, because Playwright empties `test-results`.
 */
export async function once(
	name: string,
	make: (folder: string) => void | Promise<void>
): Promise<string> {
	const folder = resolve('test-results', name);
	const lock = `${folder}.lock`;
	mkdirSync(resolve('test-results'), { recursive: true });
	while (!existsSync(folder)) {
		try {
			mkdirSync(lock);
		} catch {
			await setTimeout(200);
			continue;
		}
		try {
			const making = `${folder}.making`;
			if (!existsSync(folder)) {
				await make(making);
				renameSync(making, folder);
			}
		} finally {
			rmdirSync(lock);
		}
	}
	return folder;
}
