/**
 * `npm run bench`: builds the site and measures it (bench/). `-- first-load opening`: only these.
 */
import { install } from './install.mjs';
import { run, script, UserError } from './run.mjs';

await script(async () => {
	await install();
	if (!process.env.BUILT) {
		console.log('Building …');
		// Lighthouse wants whole addresses in a page’s head, of the host that it visits.
		process.env.JAMSIDES_ORIGIN ??= 'http://localhost';
		if ((await run('npm', ['run', '--silent', 'build', '--', '--logLevel=warn'])) !== 0)
			throw new UserError('The site could not be built: see the message above.');
	}
	return run('npx', ['tsx', 'bench/bench.ts', ...process.argv.slice(2)]);
});
