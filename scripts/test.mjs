/**
 * `npm test`: runs everything, from a bare checkout. Two lanes run side by side, then the browser
 * tests, which need both cores. After a failure nothing else begins. The last line is always the
 * count of checks and tests together. TOOLS=1 adds the translators' tools.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { checks, npmStep, sync } from './check.mjs';
import { install } from './install.mjs';
import { runLanes } from './lanes.mjs';
import { freePort } from './port.mjs';
import { run, runKept, script, UserError } from './run.mjs';
import { ensureTranslators } from './translators.mjs';
import { add, line, none, ofPlaywright, ofReport, ofStatus, ofVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** Outside the project: Playwright empties its own folder first. */
const reports = mkdtempSync(join(tmpdir(), 'jamsides-test-'));
const unitReport = join(reports, 'unit.json');
const pagesReport = join(reports, 'pages.json');
const machineSite = join(reports, 'machine-site');

async function all() {
	await sync();
	const { types, others } = checks();
	const installed = installTools();
	const before = await runLanes([
		[
			{ name: 'Browsers and schemas', run: () => installed },
			npmStep('build', '--logLevel=warn'),
			{ name: 'Page of the translator', run: buildMachine },
			...others
		],
		[types, { name: 'Unit and property tests', run: () => installed.then(unit) }]
	]);
	if (before.failed > 0) return before;
	console.log('\n── Browser tests');
	return add(before, await runLanes([[{ name: 'Browser tests', run: pages }]]));
}

/** Fails this step instead of throwing if an installation fails: other steps may have begun. */
async function installTools() {
	try {
		await ensureBrowsers();
		await ensureTranslators();
		return { tally: none };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { tally: ofStatus(1), output: error.message };
	}
}

async function buildMachine() {
	const { status, output } = await runKept('npx', ['tsx', 'tests/machine/site.ts', machineSite]);
	return { tally: ofStatus(status), output };
}

async function unit() {
	const { status, output } = await runKept('npx', [
		'vitest',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${unitReport}`
	]);
	return { tally: ofReport(status, read(unitReport, ofVitest)), output };
}

async function pages() {
	const status = await run('npx', ['playwright', 'test'], {
		env: {
			PORT: String(await freePort(0)),
			PLAYWRIGHT_JSON_OUTPUT_FILE: pagesReport,
			MACHINE_SITE: machineSite
		}
	});
	return { tally: ofReport(status, read(pagesReport, ofPlaywright)) };
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
		const total = await all();
		if (total.failed > 0) console.log('\nFailed: see above. What comes after it was not run.');
		console.log(line(total));
		return total.failed > 0 ? 1 : 0;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		console.log(`\n${error.message}\n${line({ ...none, failed: 1 })}`);
		return 1;
	} finally {
		rmSync(reports, { recursive: true, force: true });
	}
});
