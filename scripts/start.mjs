/**
 * `npm start`: builds a bare checkout, prints the site's address as its last line, and keeps
 * serving.
 */
import { install } from './install.mjs';
import { freePort } from './port.mjs';
import { run, script, UserError } from './run.mjs';
import { serve } from './serve.mjs';

const firstPort = 5173;

await script(async () => {
	await install();
	console.log('Building …');
	if ((await run('npm', ['run', '--silent', 'build', '--', '--logLevel=warn'])) !== 0)
		throw new UserError('The site could not be built: see the message above.');
	const { HOST: host = '127.0.0.1', PORT } = process.env;
	const port = PORT ? Number(PORT) : await freePort(firstPort, host);
	const { url } = await serve({ host, port });
	console.log(`\nJämsides is here until you press Ctrl+C:\n${url}/`);
});
