/** `npm run --silent jamsides -- COMMAND …`: the reader's core from the shell. */
import { main } from './main';

process.exitCode = await main(process.argv.slice(2), {
	out: (text) => void process.stdout.write(text),
	err: (text) => void process.stderr.write(text)
});
