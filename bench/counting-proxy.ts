/** Stands between the browser and a served site, and counts what goes through. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answered {
	readonly path: string;
	bytes: number;
}

export interface CountingProxy {
	readonly url: string;
	/** Number of answers, and the bytes of their bodies as they went over the line. */
	readonly count: () => { readonly requests: number; readonly bytes: number };
	/** Every answer since the last call: its path, and the bytes of its body. */
	readonly taken: () => readonly Answered[];
	readonly close: () => void;
}

export async function countingProxy(port: number): Promise<CountingProxy> {
	let requests = 0;
	let bytes = 0;
	let answers: Answered[] = [];
	const server = createServer((asked, answer) => {
		const { url, method, headers } = asked;
		const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, (found) => {
			requests++;
			const answered: Answered = {
				path: new URL(url ?? '/', 'http://localhost').pathname,
				bytes: 0
			};
			answers.push(answered);
			found.on('data', (piece: Buffer) => {
				bytes += piece.length;
				answered.bytes += piece.length;
			});
			answer.writeHead(found.statusCode ?? 502, found.headers);
			found.pipe(answer);
		});
		onward.on('error', () => answer.destroy());
		asked.pipe(onward);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port: own } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${own}`,
		count: () => ({ requests, bytes }),
		taken: () => {
			const taken = answers;
			answers = [];
			return taken;
		},
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
