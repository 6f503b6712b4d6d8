/**
 * A local stand-in for a model hub. It answers as Hugging Face does at its API and file addresses
 * (a redirect to a file server at another origin, ranges, CORS), and can simulate failures.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** The files of a model, by name. */
export type ModelFiles = Readonly<Record<string, Buffer>>;

interface Ill {
	/** Every answer has this status. */
	readonly status?: number;
	/** Cuts the connection after this many bytes of a file, this many times in all. */
	readonly cut?: { readonly afterBytes: number; times: number };
	/** Sends a large file in this many pieces, with this pause between them. */
	readonly slow?: { readonly pieces: number; readonly ms: number };
	/** Ends a file this many bytes early, as if it were complete. */
	readonly truncate?: number;
	/** Changes one byte of the file of this name. */
	readonly flip?: string;
	/** Ignores range requests. */
	readonly noRange?: boolean;
	/** The API answers with this instead. */
	readonly nonsense?: boolean;
	/** Files whose names end like this are missing. */
	readonly lost?: string;
}

interface HubRequest {
	readonly path: string;
	readonly range: string | null;
	/** The number of bytes sent. */
	bytes: number;
}

export interface StandIn {
	readonly url: string;
	readonly host: string;
	/** The requests, in order. */
	readonly asked: HubRequest[];
	ill: Ill;
	commit: string;
	close(): Promise<void>;
}

export const commitOfToday = '0123456789abcdef0123456789abcdef01234567';

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const gitBlob = (content: Buffer): string =>
	createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');

export async function standIn(models: Readonly<Record<string, ModelFiles>>): Promise<StandIn> {
	const asked: HubRequest[] = [];
	const hub = { ill: {} as Ill, commit: commitOfToday, asked };
	const contents = new Map<string, Buffer>();
	for (const files of Object.values(models))
		for (const content of Object.values(files)) contents.set(sha256(content), content);

	const files = await listen(serveFile);
	const front = await listen(serveHub);
	const url = `http://127.0.0.1:${portOf(front)}`;
	return Object.assign(hub, {
		url,
		host: `127.0.0.1:${portOf(front)}`,
		close: async () => {
			await Promise.all([front, files].map(closed));
		}
	});

	function serveHub(request: IncomingMessage, response: ServerResponse): void {
		note(request);
		const path = (request.url ?? '').replace(/\?.*/, '');
		const { ill, commit } = hub;
		response.setHeader('Access-Control-Allow-Origin', '*');
		if (ill.status) return end(response, ill.status, { error: 'ill' });
		const api = /^\/api\/models\/([^/]+\/[^/]+)(?:\/tree\/([^/]+))?$/.exec(path);
		if (api) {
			if (ill.nonsense) return end(response, 200, { sha: 'main', files: 3 });
			const listed = models[api[1] ?? ''];
			if (!listed) return end(response, 404, { error: 'Repository not found' });
			if (!api[2]) return end(response, 200, { _id: '1', id: api[1], sha: commit, tags: [] });
			return api[2] === commit
				? end(response, 200, listing(listed))
				: end(response, 404, { error: 'Invalid rev id' });
		}
		const [, id = '', name = ''] =
			/^\/([^/]+\/[^/]+)\/resolve\/[0-9a-f]{40}\/(.+)$/.exec(path) ?? [];
		const content = models[id]?.[name];
		if (!content || (ill.lost && name.endsWith(ill.lost)))
			return end(response, 404, { error: 'Entry not found' });
		const address = `http://127.0.0.1:${portOf(files)}/${sha256(content)}/${encodeURIComponent(name)}`;
		response.writeHead(302, { Location: address }).end();
	}

	async function serveFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const entry = note(request);
		const { ill } = hub;
		const [, digest = '', encoded = ''] = (request.url ?? '').split('/');
		const name = decodeURIComponent(encoded);
		let content = contents.get(digest) ?? Buffer.alloc(0);
		if (ill.truncate) content = content.subarray(0, content.length - ill.truncate);
		if (ill.flip === name) content = flipped(content);
		const from = ill.noRange ? 0 : Number(/^bytes=(\d+)-$/.exec(entry.range ?? '')?.[1] ?? 0);
		// Pages may read from this file server, but not its Content-Range header.
		response.setHeader('Access-Control-Allow-Origin', '*');
		if (from > 0 && from >= content.length) return end(response, 416, {});
		const piece = content.subarray(from);
		response.writeHead(from > 0 ? 206 : 200, {
			'Content-Type': 'application/octet-stream',
			'Content-Length': piece.length,
			...(from > 0 && {
				'Content-Range': `bytes ${from}-${content.length - 1}/${content.length}`
			})
		});
		const slow = name.endsWith('.onnx') ? ill.slow : undefined;
		await send(piece, { cut: ill.cut, slow }, entry, response);
	}

	async function send(
		piece: Buffer,
		{ cut, slow }: { readonly cut: Ill['cut']; readonly slow: Ill['slow'] },
		entry: HubRequest,
		response: ServerResponse
	): Promise<void> {
		const isCut = cut && cut.times > 0 && piece.length > cut.afterBytes;
		if (isCut) cut.times -= 1;
		const sent = isCut ? piece.subarray(0, cut.afterBytes) : piece;
		const step = slow ? Math.ceil(sent.length / slow.pieces) : sent.length || 1;
		for (let at = 0; at < sent.length; at += step) {
			if (slow && at > 0) await setTimeout(slow.ms);
			if (response.destroyed) return;
			const part = sent.subarray(at, at + step);
			entry.bytes += part.length;
			await new Promise<void>((done) => response.write(part, () => done()));
		}
		if (!isCut) return void response.end();
		if (slow) await setTimeout(slow.ms);
		// End the connection gracefully: destroying it would drop bytes that are not yet read.
		response.socket?.end();
	}

	function note(request: IncomingMessage): HubRequest {
		const { range = null } = request.headers;
		const entry = { path: request.url ?? '', range, bytes: 0 };
		asked.push(entry);
		return entry;
	}
}

/** Lists files as `/api/models/…/tree/…` does: a large file is a pointer to its content. */
const listing = (files: ModelFiles): unknown[] => [
	{ type: 'directory', oid: gitBlob(Buffer.from('onnx')), size: 0, path: 'onnx' },
	{ type: 'file', oid: gitBlob(Buffer.from('card')), size: 4, path: 'README.md' },
	...Object.entries(files).map(([path, content]) => {
		const file = { type: 'file', oid: gitBlob(content), size: content.length, path };
		const lfs = { oid: sha256(content), size: content.length, pointerSize: 133 };
		return path.endsWith('.onnx') ? { ...file, oid: gitBlob(Buffer.from(path)), lfs } : file;
	})
];

export function flipped(content: Buffer): Buffer {
	const other = Buffer.from(content);
	const at = Math.floor(other.length / 2);
	other[at] = (other[at] ?? 0) ^ 1;
	return other;
}

function end(response: ServerResponse, status: number, answer: unknown): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}

function listen(
	handler: (request: IncomingMessage, response: ServerResponse) => unknown
): Promise<Server> {
	const server = createServer((request, response) => void handler(request, response));
	return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const closed = (server: Server): Promise<void> =>
	new Promise((done) => {
		server.close(() => done());
		server.closeAllConnections();
	});

/** Returns a made-up model of a language pair: the right names, with incompressible content. */
export function madeUp(from: string, to: string, weightBytes = 300_000): ModelFiles {
	const json = (value: unknown) => Buffer.from(JSON.stringify(value));
	return {
		'config.json': json({
			model_type: 'marian',
			_name_or_path: `Helsinki-NLP/opus-mt-${from}-${to}`
		}),
		'generation_config.json': json({ max_length: 512 }),
		'tokenizer.json': json({ model: { type: 'Unigram', vocab: [] } }),
		'tokenizer_config.json': json({ source_lang: from, target_lang: to }),
		'onnx/encoder_model_quantized.onnx': noise(`${from}${to}e`, weightBytes),
		'onnx/decoder_model_merged_quantized.onnx': noise(`${from}${to}d`, weightBytes)
	};
}

/** Returns the same bytes every time. */
function noise(seed: string, bytes: number): Buffer {
	const blocks: Buffer[] = [];
	for (let at = 0; at < bytes; at += 32)
		blocks.push(createHash('sha256').update(`${seed}${at}`).digest());
	return Buffer.concat(blocks).subarray(0, bytes);
}
