/**
 * Finds the browsers for the tests: the one that an environment variable names, else the system's
 * own, else the one that Playwright installed.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, UserError } from './run.mjs';

/**
 * @typedef {'chromium' | 'firefox'} Name
 * @typedef {{ from: 'system', path: string } | { from: 'playwright' }} Browser
 */

/**
 * The headless Chromium comes first: without windows it takes a third less time over the tests.
 * @type {Record<Name, { variable: string, commands: string[], paths: string[], debian: string[] }>}
 */
const known = {
	chromium: {
		variable: 'CHROMIUM_PATH',
		commands: [
			'chromium-headless-shell',
			'chromium',
			'chromium-browser',
			'google-chrome',
			'google-chrome-stable'
		],
		paths: [
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
			'/Applications/Chromium.app/Contents/MacOS/Chromium',
			'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
		],
		debian: ['chromium-headless-shell', 'chromium']
	},
	firefox: {
		variable: 'FIREFOX_PATH',
		commands: ['firefox-esr', 'firefox'],
		paths: [
			'/Applications/Firefox.app/Contents/MacOS/firefox',
			'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
		],
		debian: ['firefox-esr']
	}
};

export const names = /** @type {Name[]} */ (Object.keys(known));

/**
 * @param {Name} name
 * @returns {Promise<Browser | null>}
 */
export async function findBrowser(name) {
	const { variable, commands, paths } = known[name];
	const named = process.env[variable];
	if (named) {
		if (!isExecutable(named)) throw new UserError(`${variable} is ${named}, which cannot be run.`);
		return { from: 'system', path: named };
	}
	const path = [...commands.flatMap(onPath), ...paths].find(isExecutable);
	if (path) return { from: 'system', path };
	const playwright = await import('playwright-core');
	return existsSync(playwright[name].executablePath()) ? { from: 'playwright' } : null;
}

/** Makes sure that each browser exists; installs Debian's where apt-get can do it unattended. */
export async function ensureBrowsers() {
	// An older Debian lacks the first package: then the next one is tried.
	for (const nth of [0, 1]) {
		const packages = (await missingBrowsers()).flatMap((name) => known[name].debian[nth] ?? []);
		if (packages.length > 0 && canInstall()) await installDebian(packages);
	}
	const still = await missingBrowsers();
	if (still.length > 0)
		throw new UserError(
			`The browser tests need ${still.join(' and ')}, and none was found. Either\n` +
				`  npx playwright install --with-deps ${still.join(' ')}\n` +
				`or set ${still.map((name) => known[name].variable).join(' and ')} to one that is installed.`
		);
}

async function missingBrowsers() {
	const found = await Promise.all(names.map(findBrowser));
	return names.filter((_, i) => found[i] === null);
}

export const canInstall = () => process.getuid?.() === 0 && onPath('apt-get').some(isExecutable);

/** Debian's lists of packages are fetched once a run. @type {Promise<number> | null} */
let updating = null;

/** @param {readonly string[]} packages */
export async function installDebian(packages) {
	console.log(`Installing ${packages.join(' and ')} (Debian’s) …`);
	const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
	// If the update fails, the existing lists may still be good enough.
	updating ??= run('apt-get', ['update', '-qq'], options);
	await updating;
	await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], options);
}

/** @param {string} command */
export const onPath = (command) =>
	(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command));

/** @param {string} path */
export function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
