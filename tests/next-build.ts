import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const folder = resolve('test-results/next-build');
const lock = resolve('test-results/next-build.lock');

/**
 * The folder of a second build of the site, as another version. Built once a run, by whichever of
 * the tests' processes comes first; the run before left none, for Playwright empties `test-results`.
 */
export async function nextBuild(): Promise<string> {
	mkdirSync(resolve('test-results'), { recursive: true });
	while (!existsSync(`${folder}/offline.json`)) {
		try {
			mkdirSync(lock);
		} catch {
			await setTimeout(200);
			continue;
		}
		try {
			if (!existsSync(`${folder}/offline.json`)) build();
		} finally {
			rmdirSync(lock);
		}
	}
	return folder;
}

function build(): void {
	execFileSync('npx', ['vite', 'build', '--logLevel=error'], {
		env: { ...process.env, JAMSIDES_VERSION: 'next', JAMSIDES_BUILD: folder },
		stdio: ['ignore', 'ignore', 'inherit']
	});
}
