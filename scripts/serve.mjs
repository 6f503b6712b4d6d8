/**
 * Serves the built site as a good static host does: compressed files where the build made them,
 * status 404 for missing files, long caching for files with a hash in the name and none for others
 * (above all the service worker), and the headers that isolate the site from others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { root, script, UserError } from './run.mjs';

/** Threads in WebAssembly need cross-origin isolation. */
const isolation = {
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp'
};

/** Headers of every response. No other site may embed this one. */
const headers = {
	'Cross-Origin-Resource-Policy': 'same-origin',
	// The rest of the policy is in every page, with the hashes of its scripts.
	'Content-Security-Policy': "frame-ancestors 'none'",
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer'
};

/**
 * @typedef {object} Served
 * @property {string} url the address, with no slash at its end
 * @property {number} port
 * @property {() => Promise<void>} close ends open connections too, as a killed server would
 */

/**
 * `port` 0: any free one. `lasting` false: browsers keep nothing of their own accord, so that a test
 * sees what the service worker keeps. `isolated` false: as a host that sends no headers of ours.
 * @param {{ dir?: string, host?: string, port?: number, lasting?: boolean, isolated?: boolean }} [options]
 * @returns {Promise<Served>}
 */
export async function serve({
	dir = 'build',
	host = '127.0.0.1',
	port = 0,
	lasting = true,
	isolated = true
} = {}) {
	const site = resolve(root, dir);
	if (!existsSync(join(site, '404.html')))
		throw new UserError(`${site} holds no built site. Run “npm run build” first.`);
	const server = createServer(
		await handler(site, {
			cacheControl: lasting ? caching : () => 'no-store',
			headers: isolated ? { ...headers, ...isolation } : headers
		})
	);
	await listen(server, port, host);
	const address = server.address();
	const bound = typeof address === 'object' && address ? address.port : port;
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
		port: bound,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

/**
 * @param {string} site
 * @param {{ cacheControl: (path: string) => string, headers: Record<string, string> }} options
 * @returns {Promise<import('node:http').RequestListener>}
 */
async function handler(site, { cacheControl, headers }) {
	const { default: sirv } = await import('sirv');
	const notFound = readFileSync(join(site, '404.html'));
	const files = sirv(site, {
		etag: true,
		brotli: true,
		extensions: [],
		setHeaders: (res, path) => res.setHeader('Cache-Control', cacheControl(path))
	});
	return (req, res) => {
		for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
		if (req.method !== 'GET' && req.method !== 'HEAD')
			return void res.writeHead(405, { Allow: 'GET, HEAD' }).end();
		const [path = '/', query] = (req.url ?? '/').split('?');
		if (isPageWithoutSlash(site, path))
			return void res.writeHead(308, { Location: `${path}/${query ? `?${query}` : ''}` }).end();
		if (path.endsWith('/')) req.url = `${path}index.html`;
		files(req, res, missing);

		function missing() {
			res.writeHead(404, {
				'Content-Type': 'text/html;charset=utf-8',
				'Cache-Control': 'no-cache',
				'Content-Length': notFound.length
			});
			res.end(notFound);
		}
	};
}

/** @param {string} path */
const caching = (path) =>
	path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/**
 * Pages live at addresses that end with a slash: their links are relative to it.
 * @param {string} site
 * @param {string} path
 */
const isPageWithoutSlash = (site, path) =>
	/^(?:\/[\w-]+)+$/.test(path) && existsSync(join(site, path, 'index.html'));

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 */
const listen = (server, port, host) =>
	new Promise((done, failed) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
			failed(
				error.code === 'EADDRINUSE'
					? new UserError(`Port ${port} is in use already. Choose another with PORT=…`)
					: error
			)
		);
		server.listen(port, host, () => done(undefined));
	});

if (import.meta.filename === process.argv[1])
	await script(async () => {
		const { DIR: dir, HOST: host, PORT: port = 4173 } = process.env;
		const { url } = await serve({ port: Number(port), ...(dir && { dir }), ...(host && { host }) });
		console.log(`${url}/`);
	});
