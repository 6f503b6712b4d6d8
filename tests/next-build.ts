import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writePlan } from '../scripts/plan.mjs';

const folder = resolve('test-results/next-build');
const lock = resolve('test-results/next-build.lock');

/** Stands in the icon of the next version, a file whose name is the same in both. */
export const nextMark = '<!-- next -->';

/**
 * The folder of a second build of the site, as another version. Built once a run, by whichever of
 * the tests' processes comes first; the run before left none, for Playwright empties `test-results`.
 */
export async function nextBuild(): Promise<string> {
	mkdirSync(resolve('test-results'), { recursive: true });
	while (!existsSync(folder)) {
		try {
			mkdirSync(lock);
		} catch {
			await setTimeout(200);
			continue;
		}
		try {
			if (!existsSync(folder)) build();
		} finally {
			rmdirSync(lock);
		}
	}
	return folder;
}

function build(): void {
	const making = `${folder}.making`;
	execFileSync('npx', ['vite', 'build', '--logLevel=error'], {
		env: { ...process.env, JAMSIDES_VERSION: 'next', JAMSIDES_BUILD: making },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	appendFileSync(`${making}/icon.svg`, nextMark);
	for (const packed of ['br', 'gz']) rmSync(`${making}/icon.svg.${packed}`);
	writePlan(making, 'next');
	renameSync(making, folder);
}
