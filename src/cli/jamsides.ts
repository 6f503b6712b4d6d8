/** `npm run --silent jamsides -- COMMAND …`: the reader's core from the shell. */
import { alignCommand } from './align';
import type { Command } from './command';
import { formatCommand } from './format';
import { importCommand } from './import';
import { recogniseCommand } from './recognise';
import { translationsCommand } from './translations';

/** Add a command here and in a file of its own. */
const commands: Readonly<Record<string, Command>> = {
	import: importCommand,
	recognise: recogniseCommand,
	format: formatCommand,
	align: alignCommand,
	translations: translationsCommand
};

const usage = (): string =>
	[
		'Usage: jamsides COMMAND [OPTIONS]',
		'',
		...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`),
		'',
		'jamsides COMMAND --help tells more of one.'
	].join('\n');

async function main([name, ...args]: readonly string[]): Promise<number> {
	if (name === undefined || name === '--help' || name === '-h') {
		(name === undefined ? console.error : console.log)(usage());
		return name === undefined ? 1 : 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) {
		console.error(`jamsides: no such command: ${name}\n\n${usage()}`);
		return 1;
	}
	if (args.includes('--help') || args.includes('-h')) {
		console.log(command.help);
		return 0;
	}
	const result = await command.run(args);
	if (result.ok) {
		const wanting = typeof result.value !== 'string';
		const text = typeof result.value === 'string' ? result.value : result.value.wanting;
		if (text !== '') process.stdout.write(`${text}\n`);
		return wanting ? 1 : 0;
	}
	console.error(`jamsides ${name}: ${result.failure}`);
	return 1;
}

process.exitCode = await main(process.argv.slice(2));
