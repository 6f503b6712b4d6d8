/**
 * Installs the packages of package-lock.json, unless exactly these are installed. Runs on a bare
 * checkout: imports no package.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, run, script, UserError } from './run.mjs';

/**
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages
 */

/**
 * What a lock file names. npm keeps a second one inside node_modules, written last, that says what
 * is really there: comparing the two beats comparing times, which a checkout changes.
 * @param {string} path
 * @returns {Packages | null}
 */
function packages(path) {
	try {
		const { packages } = JSON.parse(readFileSync(resolve(root, path), 'utf8'));
		// The entry without a name is the project itself.
		return Object.fromEntries(Object.entries(packages).filter(([name]) => name !== ''));
	} catch {
		return null;
	}
}

/**
 * Optional packages belong to one operating system each and may be absent.
 * @param {Packages | null} wanted
 * @param {Packages | null} there
 */
export const isInstalled = (wanted, there) =>
	wanted !== null &&
	there !== null &&
	Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
		const found = there[path];
		return found ? found.version === version && found.integrity === integrity : optional === true;
	});

export async function install() {
	if (isInstalled(packages('package-lock.json'), packages('node_modules/.package-lock.json')))
		return;
	console.log('Installing packages …');
	const status = await run('npm', [
		'ci',
		'--loglevel=error',
		'--no-progress',
		'--no-audit',
		'--no-fund'
	]);
	if (status !== 0)
		throw new UserError(
			'The packages could not be installed (see npm’s message above). Is the network there? Then run the same command again.'
		);
}

if (import.meta.filename === process.argv[1]) await script(install);
