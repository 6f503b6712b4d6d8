/**
 * `npm test`: everything, from a bare checkout. Stops at the first step that fails; the last line
 * is always the count, over checks and tests together.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { install } from './install.mjs';
import { freePort } from './port.mjs';
import { run, script, Told } from './run.mjs';
import { ensureTranslators } from './translators.mjs';
import { add, line, none, ofPlaywright, ofReport, ofStatus, ofVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** Reports lie outside the project: Playwright empties its own folder first. */
const reports = mkdtempSync(join(tmpdir(), 'jamsides-test-'));
const unitReport = join(reports, 'unit.json');
const pagesReport = join(reports, 'pages.json');

/** @type {readonly { name: string, run: () => Promise<Tally> }[]} */
const steps = [
	{ name: 'Format', run: () => check('check:format') },
	{ name: 'Lint', run: () => check('check:lint') },
	{ name: 'Types', run: () => check('check:types') },
	{ name: 'Unit and property tests', run: unit },
	{ name: 'Build', run: () => check('build', '--logLevel=warn') },
	{ name: 'Browser tests', run: pages }
];

async function all() {
	let total = none;
	for (const step of steps) {
		console.log(`\n── ${step.name}`);
		const started = performance.now();
		const tally = await step.run();
		total = add(total, tally);
		const seconds = Math.round((performance.now() - started) / 1000);
		console.log(`── ${step.name}: ${tally.failed > 0 ? 'failed' : 'good'} (${seconds} s)`);
		if (tally.failed > 0) {
			console.log(`\n${step.name} failed: see above. What comes after it was not run.`);
			break;
		}
	}
	console.log(line(total));
	return total.failed > 0 ? 1 : 0;
}

/**
 * @param {string} name of a script in package.json
 * @param {readonly string[]} args
 */
const check = async (name, ...args) =>
	ofStatus(await run('npm', ['run', '--silent', name, '--', ...args]));

async function unit() {
	const status = await run('npx', [
		'vitest',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${unitReport}`
	]);
	return ofReport(status, read(unitReport, ofVitest));
}

async function pages() {
	const status = await run('npx', ['playwright', 'test'], {
		env: { PORT: String(await freePort(0)), PLAYWRIGHT_JSON_OUTPUT_FILE: pagesReport }
	});
	return ofReport(status, read(pagesReport, ofPlaywright));
}

/**
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Tally} count
 */
function read(path, count) {
	try {
		return count(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		return null;
	}
}

await script(async () => {
	try {
		await install();
		await ensureBrowsers();
		await ensureTranslators();
		return await all();
	} catch (error) {
		if (!(error instanceof Told)) throw error;
		console.log(`\n${error.message}\n${line({ ...none, failed: 1 })}`);
		return 1;
	} finally {
		rmSync(reports, { recursive: true, force: true });
	}
});
