import { createServer } from 'node:net';

/**
 * The first free port of `host` from `from` on; 0 asks the system for any.
 * @param {number} from
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export const freePort = (from, host = '127.0.0.1') =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
			error.code === 'EADDRINUSE' && from < 65535
				? resolve(freePort(from + 1, host))
				: reject(error)
		);
		probe.listen(from, host, () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : from));
		});
	});
