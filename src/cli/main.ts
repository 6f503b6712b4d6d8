/** The commands of the shell: chooses one, runs it, and prints what it gives. */
import { alignCommand } from './align';
import type { Command } from './command';
import { exportBookCommand } from './exportBook';
import { formatCommand } from './format';
import { importCommand } from './import';
import { lookUpCommand } from './lookUp';
import { recogniseCommand } from './recognise';
import { searchCommand } from './search';
import { translationsCommand } from './translations';
import { wordsCommand } from './wordList';

/** Add a command here and in a file of its own. */
const commands: Readonly<Record<string, Command>> = {
	import: importCommand,
	recognise: recogniseCommand,
	format: formatCommand,
	align: alignCommand,
	export: exportBookCommand,
	translations: translationsCommand,
	words: wordsCommand,
	lookup: lookUpCommand,
	search: searchCommand
};

const usage = (): string =>
	[
		'Usage: jamsides COMMAND [OPTIONS]',
		'',
		...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`),
		'',
		'jamsides COMMAND --help tells more of one.'
	].join('\n');

/** Where it prints: standard output and standard error, or what a test reads. */
export interface Io {
	out(text: string): void;
	err(text: string): void;
}

/** Runs a command line; returns the exit status. Never ends the process. */
export async function main([name, ...args]: readonly string[], io: Io): Promise<number> {
	if (name === undefined || name === '--help' || name === '-h') {
		(name === undefined ? io.err : io.out)(`${usage()}\n`);
		return name === undefined ? 1 : 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) {
		io.err(`jamsides: no such command: ${name}\n\n${usage()}\n`);
		return 1;
	}
	if (args.includes('--help') || args.includes('-h')) {
		io.out(`${command.help}\n`);
		return 0;
	}
	const result = await command.run(args, (line) => io.err(`${line}\n`));
	if (!result.ok) {
		io.err(`jamsides ${name}: ${result.failure}\n`);
		return 1;
	}
	const wanting = typeof result.value !== 'string';
	const text = typeof result.value === 'string' ? result.value : result.value.wanting;
	if (text !== '') io.out(`${text}\n`);
	return wanting ? 1 : 0;
}
