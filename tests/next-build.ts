import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { writePlan } from '../scripts/plan.mjs';
import { once } from './once';

/** Stands in the icon of the next version, a file whose name is the same in both. */
export const nextMark = '<!-- next -->';

/** The folder of a second build of the site, as another version. */
export const nextBuild = (): Promise<string> => once('next-build', build);

function build(folder: string): void {
	execFileSync('npx', ['vite', 'build', '--logLevel=error'], {
		env: { ...process.env, JAMSIDES_VERSION: 'next', JAMSIDES_BUILD: folder },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	appendFileSync(`${folder}/icon.svg`, nextMark);
	for (const packed of ['br', 'gz']) rmSync(`${folder}/icon.svg.${packed}`);
	writePlan(folder, 'next');
}
