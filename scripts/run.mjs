/** Running other programs from the project's root; nothing here needs an installed package. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A message for a person, in place of a stack trace. */
export class UserError extends Error {}

/**
 * Runs a program to its end, its output shown as it comes (only what it complains of, where
 * `quiet`). Resolves to its exit status, 1 where it could not start or was killed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `env`: added to this process's own
 * @returns {Promise<number>}
 */
export const run = (command, args, { env = {}, quiet = false } = {}) =>
	new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
			env: { ...process.env, ...env },
			// npm and npx are .cmd files on Windows, which only a shell starts.
			shell: process.platform === 'win32'
		});
		child.on('error', () => resolve(1));
		child.on('exit', (code) => resolve(code ?? 1));
	});

/**
 * Runs a program to its end and keeps what it prints, so that programs side by side do not mix.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 * @returns {Promise<{ status: number, output: string }>} status 1 where it could not start
 */
export const runKept = (command, args, env = {}) =>
	new Promise((resolve) => {
		/** @type {Buffer[]} */
		const pieces = [];
		/** @param {number} status */
		const end = (status) => resolve({ status, output: Buffer.concat(pieces).toString('utf8') });
		const child = spawn(command, args, {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env },
			shell: process.platform === 'win32'
		});
		child.stdout.on('data', (piece) => pieces.push(piece));
		child.stderr.on('data', (piece) => pieces.push(piece));
		child.on('error', () => end(1));
		child.on('close', (code) => end(code ?? 1));
	});

/**
 * A script's main function: what it was told goes to standard error without a stack, status 1.
 * @param {() => Promise<number | void>} main
 */
export async function script(main) {
	try {
		const status = await main();
		if (status) process.exitCode = status;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		console.error(`\n${error.message}`);
		process.exitCode = 1;
	}
}
