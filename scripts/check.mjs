/**
 * `npm run check`: runs every script of package.json named check:…, in two lanes. The type check
 * takes as long as all the others together, so it has a lane of its own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLanes } from './lanes.mjs';
import { root, run, runKept, script } from './run.mjs';
import { ofStatus } from './tally.mjs';

/** @typedef {import('./lanes.mjs').Step} Step */

/**
 * A script of package.json as a step.
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Step}
 */
export const npmStep = (name, ...args) => ({
	name,
	async run() {
		const { status, output } = await runKept('npm', ['run', '--silent', name, '--', ...args]);
		return { tally: ofStatus(status), output };
	}
});

/** Returns two lanes: the type check, and the other checks. */
export function checks() {
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const names = Object.keys(scripts).filter((name) => name.startsWith('check:'));
	const types = 'check:types';
	return {
		types: npmStep(types),
		others: names.filter((name) => name !== types).map((name) => npmStep(name))
	};
}

/** Generates Kit's files, which types, tests and build read. Must run before them. */
export const sync = () => run('npx', ['svelte-kit', 'sync']);

if (import.meta.filename === process.argv[1])
	await script(async () => {
		await sync();
		const { types, others } = checks();
		const { failed } = await runLanes([[types], others]);
		return failed > 0 ? 1 : 0;
	});
