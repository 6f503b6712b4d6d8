/** `npm start`: from a bare checkout to the reader's address, its last line; then it stays. */
import { install } from './install.mjs';
import { freePort } from './port.mjs';
import { run, script, Told } from './run.mjs';
import { serve } from './serve.mjs';

const firstPort = 5173;

await script(async () => {
	await install();
	console.log('Building …');
	if ((await run('npm', ['run', '--silent', 'build', '--', '--logLevel=warn'])) !== 0)
		throw new Told('The site could not be built: see the message above.');
	const { HOST: host = '127.0.0.1', PORT } = process.env;
	const port = PORT ? Number(PORT) : await freePort(firstPort, host);
	const { url } = await serve({ host, port });
	console.log(`\nJämsides is here until you press Ctrl+C:\n${url}/`);
});
