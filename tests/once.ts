import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * A folder of `test-results` that is made once a run, by whichever of the tests’ processes comes
 * first; the run before left none, for Playwright empties `test-results`.
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
